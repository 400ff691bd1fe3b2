import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type Message, sentence } from '../../src/chat/message.ts';
import type { Answering, Asker, Said } from '../../src/chat/platform.ts';
import { operator, terminalPlatform } from '../../src/chat/terminal/terminal.ts';

// readline looks at the real TERM.
beforeEach(() => void vi.stubEnv('TERM', 'xterm'));
afterEach(() => void vi.unstubAllEnvs());

const HERE = { tenant: operator.tenant, channel: 'here' };
const LEFT = '\u001B[D';

/** What stands on a page of that width after everything written, as a terminal shows it; it never scrolls. */
function page(columns: number) {
  const rows: string[][] = [[]];
  let [x, y] = [0, 0];
  const row = () => {
    while (rows.length <= y) rows.push([]);
    return rows[y] as string[];
  };
  const control: Readonly<Record<string, (n: number) => void>> = {
    A: (n) => (y = Math.max(0, y - (n || 1))),
    B: (n) => (y += n || 1),
    C: (n) => (x += n || 1),
    D: (n) => (x = Math.max(0, x - (n || 1))),
    G: (n) => (x = (n || 1) - 1),
    J: () => {
      row().splice(x);
      rows.splice(y + 1);
    },
    K: () => void row().splice(x),
    m: () => {},
  };
  return {
    write(text: string) {
      for (const [part, code, name] of text.matchAll(/\u001B\[(\d*)(.)|[\s\S]/gu)) {
        if (name) {
          const act = control[name];
          if (!act) throw new Error(`the page knows no ${name}`);
          act(Number(code));
        } else if (part === '\r') x = 0;
        else if (part === '\n') [x, y] = [0, y + 1];
        else {
          if (x >= columns) [x, y] = [0, y + 1];
          const cells = row();
          while (cells.length < x) cells.push(' ');
          cells[x++] = part;
        }
      }
    },
    lines: () => rows.map((cells) => cells.join('').trimEnd()),
    cursor: () => ({ x, y }),
  };
}

const echo = async (line: string) => sentence(`You said: ${line}`);

/** What answers lines, and who asked what. */
function answers(answer: (line: string) => Promise<Message>) {
  const asked: { said: Said; by: Asker }[] = [];
  const answering: Pick<Answering, 'prepare' | 'complete'> = {
    complete: async () => [],
    prepare(said, by) {
      asked.push({ said, by });
      return { shared: false, answer: () => answer(said.kind === 'line' ? said.line : '') };
    },
  };
  return { asked, answering: answering as Answering };
}

/** Somebody at a terminal: what they type and what they see. */
async function somebody(about: { columns?: number; answer?: (line: string) => Promise<Message> }) {
  const { columns = 40, answer = echo } = about;
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns });
  const seen = page(columns);
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk;
    seen.write(chunk.toString());
  });
  const platform = terminalPlatform({
    streams: { input, output },
    environment: { ...process.env, NO_COLOR: '1' },
  });
  const { asked, answering } = answers(answer);
  const stop = new AbortController();
  const serving = platform.serve(answering, stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await serving;
  });
  const settled = async () => {
    for (let i = 0; i < 5; i++) await turn();
  };
  await settled();
  return {
    platform,
    asked,
    seen,
    written: () => written,
    async type(keys: string) {
      for (const key of keys.match(/\u001B\[.|[\s\S]/gu) ?? []) input.write(key);
      await settled();
    },
    async post(words: string, key = words) {
      await platform.post(HERE, sentence(words), key);
      await settled();
    },
    async close() {
      stop.abort();
      await serving;
      await settled();
    },
  };
}

test('a post stands above the line that is being typed, which goes on as if nothing had come', async () => {
  const { type, post, seen, asked } = await somebody({});
  await type('/story aus');
  await post('A digest came.');
  expect(seen.lines()).toEqual(['A digest came.', '', '› /story aus']);
  await type('tin\r');
  expect(asked.map(({ said }) => said)).toEqual([{ kind: 'line', line: '/story austin' }]);
  expect(seen.lines()).toEqual([
    'A digest came.',
    '',
    '› /story austin',
    '',
    'You said: /story austin',
    '',
    '›',
  ]);
});

test('whatever the width, the typed line and the place of the cursor, a post changes neither', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 24, max: 60 }),
      fc.integer({ min: 0, max: 150 }),
      fc.nat({ max: 150 }),
      async (columns, length, back) => {
        const { type, post, seen, close } = await somebody({ columns });
        const typed = Array.from({ length }, (_, i) => 'abcdefghij'[i % 10]).join('');
        await type(typed + LEFT.repeat(Math.min(back, length)));
        const before = { lines: seen.lines(), ...seen.cursor() };
        await post('First.');
        await post('Second.');
        const above = ['First.', '', 'Second.', ''];
        expect(seen.lines()).toEqual([...above, ...before.lines]);
        expect(seen.cursor()).toEqual({ x: before.x, y: before.y + above.length });
        await close();
      },
    ),
    { numRuns: 60 },
  );
});

test('while an answer is worked on there is no prompt, and what is typed ahead is kept', async () => {
  const work = Promise.withResolvers<Message>();
  const { type, post, seen } = await somebody({ answer: () => work.promise });
  await type('/digest\r');
  await post('A digest came.');
  expect(seen.lines()).toEqual(['› /digest', '', 'A digest came.']);
  await type('/story');
  await post('Another came.');
  work.resolve(sentence('Here it is.'));
  await type(' x');
  expect(seen.lines()).toEqual([
    '› /digest',
    '',
    'A digest came.',
    '',
    'Another came.',
    '',
    'Here it is.',
    '',
    '› /story x',
  ]);
});

test('when the prompt is left, what follows begins on a line of its own', async () => {
  const { type, close, seen, platform } = await somebody({});
  await type('/sto');
  await close();
  expect(seen.cursor()).toEqual({ x: 0, y: 1 });
  await platform.show(sentence('Goodbye.'));
  expect(seen.lines()).toEqual(['› /sto', 'Goodbye.']);
});

test('a terminal that cannot move its cursor gets no sequence but shows the line again', async () => {
  vi.stubEnv('TERM', 'dumb');
  const { type, post, written } = await somebody({});
  await type('/story');
  await post('A digest came.');
  expect(written()).not.toContain('\u001B');
  expect(written()).toMatch(/A digest came\.\n\n› \/story$/);
});

test('a pipe gets posts and answers without prompt or sequences', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let written = '';
  output.on('data', (chunk: Buffer) => (written += chunk));
  const platform = terminalPlatform({ streams: { input, output }, environment: {} });
  const serving = platform.serve(answers(echo).answering, new AbortController().signal);
  await platform.post(HERE, sentence('A digest came.'), 'k1');
  input.end('/news\n');
  await serving;
  expect(written).toBe('A digest came.\n\nYou said: /news\n\n');
});

test('whoever types is the operator, here, and may manage', async () => {
  const { type, asked } = await somebody({});
  await type('/news\r');
  expect(asked[0]?.by).toEqual({
    tenant: '*',
    platform: 'terminal',
    channel: 'here',
    person: { id: 'operator', name: 'you' },
    isManager: true,
    managers: 'whoever runs this Crier',
    story: null,
  });
});

test('an edited message is printed anew, once, and cannot be looked up', async () => {
  const { platform, post, seen } = await somebody({});
  await post('Nine boats are out.', 'k1');
  const edit = (words: string) => platform.edit(HERE, 'k1', sentence(words), 'k1');
  expect(await edit('Nine boats are out.')).toEqual({ kind: 'edited' });
  expect(await edit('Ten boats are out.')).toEqual({ kind: 'edited' });
  expect(await edit('Ten boats are out.')).toEqual({ kind: 'edited' });
  await turn();
  expect(seen.lines()).toEqual(['Nine boats are out.', '', 'Ten boats are out.', '', '›']);
  expect(await platform.find(HERE, 'k1', new Date(0))).toBeNull();
});
