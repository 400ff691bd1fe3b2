import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bothPlatforms } from '../support/platforms.ts';
import { HOME, spawnProgram } from '../support/program.ts';
import type { Speed } from './speed.ts';

const FEEDS = 50;
const ITEMS = 20;
const SECONDS = Number(process.env.CRIER_BENCH_SECONDS ?? 30);
const A_SECOND = 200;
// The flag of a message that is only promised (MessageFlags.Loading).
const LOADING = 1 << 7;

const WORDS =
  'harbour council ferry strike bridge vote minister hospital school storm bakery museum tunnel budget election reef valley orchard railway turbine'.split(
    ' ',
  );

/** Fifty feeds of articles that say something else each time they are asked. */
async function publishers() {
  let turn = 0;
  const server = createServer((request, response) => {
    turn += 1;
    const feed = request.url ?? '';
    const item = (i: number) => {
      const word = (n: number) => WORDS[(turn * 7 + i * 3 + n * 5) % WORDS.length] ?? '';
      const title = `${word(0)} ${word(1)} in town ${(turn + i) % 40} after ${word(2)}`;
      const text = Array.from(
        { length: 12 },
        (_, n) =>
          `The ${word(n)} of town ${(turn + i) % 40} met the ${word(n + 1)} on Monday, and ${word(n + 2)} number ${turn * 31 + n} was closed. “We want the ${word(n)} to be safe for all of us,” said Ada Quill.`,
      ).join(' ');
      return `<item><guid>${feed}${turn}-${i}</guid><link>http://127.0.0.1${feed}/${turn}-${i}</link><title>${title}</title><description>${text}</description></item>`;
    };
    response.setHeader('content-type', 'application/rss+xml');
    response.end(
      `<rss version="2.0"><channel><title>Feed ${feed}</title>${Array.from({ length: ITEMS }, (_, i) => item(i)).join('')}</channel></rss>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    urls: Array.from({ length: FEEDS }, (_, i) => `http://127.0.0.1:${port}/feed${i}`),
    asked: () => turn,
    close: () => new Promise<void>((done) => void server.close(() => done())),
  };
}

/**
 * How soon commands are acknowledged, 200 a second for half a minute on both platforms together, while fifty feeds of
 * twenty new articles each are fetched, parsed and put into stories. The stand-ins run on the same machine.
 */
export async function bench(): Promise<Speed[]> {
  const news = await publishers();
  const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'));
  writeFileSync(
    join(folder, 'crier.yaml'),
    'ingest:\n  shortest: 1m\n  allow_private: [127.0.0.0/8]\n  read_pages: false\n',
  );
  const outline = (url: string) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`;
  writeFileSync(
    join(folder, 'feeds.opml'),
    `<opml version="2.0"><body>${news.urls.map(outline).join('')}</body></opml>`,
  );
  const both = await bothPlatforms();
  const child = spawnProgram(['start', '--config', folder, '--data', join(folder, 'data')], {
    environment: both.environment,
    cwd: HOME,
  });
  child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  try {
    await both.discord.until('commands', () => both.discord.world.commands.size || undefined);
    await both.slack.until('a socket', () => both.slack.socket.connections().length || undefined);
    const waits: number[] = [];
    // What has come of each command; asked for at the end, as thousands of waits would slow the stand-ins down.
    const outcomes: (() => readonly object[])[] = [];
    const note = (ms: Promise<number>) =>
      ms.then(
        (after) => void waits.push(after),
        () => {},
      );
    const pending: Promise<void>[] = [];
    const begun = performance.now();
    for (let i = 0; i < SECONDS * A_SECOND; i += 1) {
      const due = begun + (i * 1_000) / A_SECOND;
      const ahead = due - performance.now();
      if (ahead > 1) await sleep(ahead);
      const word = WORDS[i % WORDS.length] ?? '';
      if (i % 2 === 0) {
        const asked = both.onDiscord.slash('/story', { query: `town ${word}` }, both);
        pending.push(note(asked.acknowledged().then(({ after }) => after)));
        outcomes.push(() => asked.messages().filter(({ flags }) => !(Number(flags) & LOADING)));
      } else {
        const asking = both.onSlack.slash('/digest', `${word} headlines`, { channel: 'news' });
        pending.push(
          note(asking.then((one) => one.acknowledged()).then(({ ackAfterMs }) => ackAfterMs ?? 0)),
        );
        const answers = asking.then((one) => outcomes.push(() => one.answers()));
        answers.catch(() => {});
      }
    }
    await Promise.race([Promise.all(pending), sleep(20_000)]);
    const come = () => outcomes.map((look) => look()).filter((messages) => messages.length > 0);
    for (let turn = 0; turn < 30 && come().length < SECONDS * A_SECOND; turn += 1)
      await sleep(2_000);
    const all = come();
    const refused = all.filter((one) => JSON.stringify(one).includes('Too many questions')).length;
    const answered = all.length - refused;
    const lost = SECONDS * A_SECOND - waits.length;
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? Number.NaN;
    const against = `${cpus().length} cores, stand-ins included; ${news.asked()} feeds read; ${lost} lost; ${answered} of ${SECONDS * A_SECOND} answered, ${refused} refused; target`;
    return [
      {
        name: 'chat: acknowledged, median',
        figure: at(0.5),
        unit: 'ms',
        baseline: `${against} 1 s`,
        ratio: at(0.5) / 1_000,
      },
      {
        name: 'chat: acknowledged, p99',
        figure: at(0.99),
        unit: 'ms',
        baseline: `${against} 1 s`,
        ratio: at(0.99) / 1_000,
      },
      {
        name: 'chat: acknowledged, longest',
        figure: at(1),
        unit: 'ms',
        baseline: `${against} 3 s`,
        ratio: at(1) / 3_000,
      },
    ];
  } finally {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
    await both.close();
    await news.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
