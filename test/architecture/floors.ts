import { importsOf, type Source } from './source.ts';

// The floors of the house, the lowest first. A file may import from its own room and from every floor below; rooms
// on one floor do not know each other.
const FLOORS: readonly (readonly string[])[] = [
  ['lib'],
  ['text'],
  ['news'],
  ['ingest', 'cluster', 'quotes', 'summarise', 'digest', 'chat', 'store', 'llm', 'web', 'sample'],
  ['desk'],
  ['commands', 'pipeline', 'config'],
  ['app.ts'],
  ['cli'],
  ['main.ts'],
];

export const roomOf = (path: string) => path.split('/')[0] ?? '';
const floorOf = (path: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));

/** The platform whose folder a file lies in: platforms are rooms of their own within their room. */
const platformOf = (path: string) => /^chat\/([^/]+)\//.exec(path)?.[1];

export function withoutFloor(sources: readonly Source[]): string[] {
  return sources.map(({ path }) => path).filter((path) => floorOf(path) < 0);
}

export function wrongImports(sources: readonly Source[]): string[] {
  return sources.flatMap(importsOf).flatMap(({ from, file }) => {
    if (file === null) return [];
    const [own, other] = [platformOf(from.path), platformOf(file)];
    const isUp = roomOf(from.path) !== roomOf(file) && floorOf(file) >= floorOf(from.path);
    const isBeside = own !== undefined && other !== undefined && own !== other;
    return isUp || isBeside ? [`${from.path} imports ${file}`] : [];
  });
}

/** Ways on which a file imports itself, types included. */
export function circles(sources: readonly Source[]): string[] {
  const next = new Map(
    sources.map((source) => [source.path, importsOf(source).flatMap(({ file }) => file ?? [])]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) return void found.push([...way.slice(at), path].join(' → '));
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}

/** Imports whose module is worked out while the program runs: nobody can say on which floor it lies. */
export function unreadableImports(sources: readonly Source[]): string[] {
  return sources
    .flatMap(importsOf)
    .filter(({ name }) => name === null)
    .map(({ from }) => from.path);
}
