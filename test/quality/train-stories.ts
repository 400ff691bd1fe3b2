// Fits the weights of story clustering and writes them:
//   npm run train:stories                  writes src/cluster/weights.json; `biome check --write` then lays it out
//   npm run train:stories -- --folds 3     prints cross-validated figures instead and writes nothing
//   npm run train:stories -- --out FILE    writes elsewhere
// A full run takes some five minutes. The sets are read from ../shared/data, or where CRIER_QUALITY_DATA says.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Course, freshCourse, wholeCourse } from './story-courses.ts';
import { crossValidate, type Shifts, shifted, train } from './story-training.ts';

const HOME = resolve(import.meta.dirname, '../..');
const DATA = resolve(process.env.CRIER_QUALITY_DATA ?? resolve(HOME, '../shared/data'));

const COURSES: readonly (() => Course)[] = [
  () => wholeCourse(DATA, { set: 'stream-g5-ecb' }),
  () => wholeCourse(DATA, { set: 'stream-g5-ecb', cut: '250' }),
  () => wholeCourse(DATA, { set: 'stream-g5-ecb', cut: 'title', weight: 0.5 }),
  () => wholeCourse(DATA, { set: 'stream-g5-ecb', cut: 'mixed', weight: 0.5 }),
  () => wholeCourse(DATA, { set: 'stream-fnc' }),
  () => wholeCourse(DATA, { set: 'stream-fnc', cut: '250' }),
  () => wholeCourse(DATA, { set: 'gva-dev' }),
  () => wholeCourse(DATA, { set: 'gva-dev', cut: '250' }),
  () => wholeCourse(DATA, { set: 'gva-dev', cut: 'title', weight: 0.25 }),
  () => wholeCourse(DATA, { set: 'gva-dev', cut: 'mixed', weight: 0.5 }),
  () => wholeCourse(DATA, { set: 'stream-uci' }),
  () => wholeCourse(DATA, { set: 'multinews-dev100', weight: 0.5 }),
  () => wholeCourse(DATA, { set: 'multinews-dev100', cut: '250', weight: 0.25 }),
  () => wholeCourse(DATA, { set: 'neus-train', weight: 0.5 }),
  () => wholeCourse(DATA, { set: 'neus-train', cut: 'title', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'stream-g5-ecb' }),
  () => freshCourse(DATA, { set: 'stream-g5-ecb', cut: '250', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'stream-g5-ecb', cut: 'mixed', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'neus-train', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'neus-train', cut: 'title', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'stream-uci', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'stream-fnc', weight: 0.5 }),
  () => freshCourse(DATA, { set: 'multinews-dev100', weight: 0.5 }),
  () => freshCourse(DATA, { set: 'gva-dev', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'stream-g5-ecb', cut: 'title', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'stream-fnc', cut: '250', weight: 0.25 }),
  () => freshCourse(DATA, { set: 'gva-dev', cut: '250', weight: 0.25 }),
];

const { values } = parseArgs({
  options: { folds: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' } },
});
const wanted = values.only?.split(',');
const courses = COURSES.map((make) => make()).filter(
  ({ name }) => !wanted || wanted.includes(name),
);

/** Found by cross-validation. */
const SHIFTS: Shifts = {
  // In a newcomer's stream strangers come ten times as often as friends.
  join: { fresh: -Math.log(10), freshShort: -Math.log(10), full: 0, short: 0, headline: -0.1 },
  merge: { full: 0, short: 0, headline: 0 },
};

if (values.folds) {
  const figures = crossValidate(courses, Number(values.folds), SHIFTS, console.error);
  for (const { course, score } of figures) {
    const f = (value: number) => value.toFixed(1).padStart(5);
    console.log(
      course.padEnd(28),
      `B3 P ${f(score.precision)} R ${f(score.recall)} F1 ${f(score.f1)}`,
      `| pairs P ${f(score.pairPrecision)} R ${f(score.pairRecall)} F1 ${f(score.pairF1)}`,
    );
  }
} else {
  const weights = shifted(train(courses, undefined, console.error), SHIFTS);
  const rounded = JSON.stringify(weights, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  );
  writeFileSync(resolve(HOME, values.out ?? 'src/cluster/weights.json'), `${rounded}\n`);
}
