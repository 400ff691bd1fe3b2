import { describe, expect, test } from 'vitest';
import { crier, ended, launch } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

const start = (...words: string[]) => ['start', '--data', temporaryFolder(), ...words];

describe('npm start on a bare machine', () => {
  test('--once prints a digest of at least five stories of the sample newsroom and ends', async () => {
    const { code, out, err } = await crier(start('--once'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^\d\. /gm)?.length).toBeGreaterThanOrEqual(5);
    expect(out).toMatch(/^\d+ articles · \d+ outlets/m);
    expect(out).toMatch(/^│ “/m);
  });

  test('piped commands are answered line by line, and the end of the input is the end', async () => {
    const input =
      '/story austin shoigu\n/ask what did peskov say about talks\n/storry x\n/news status\n';
    const { code, out } = await crier(start(), { input });
    expect(code).toBe(0);
    expect(out).toMatch(/Shoigu/);
    expect(out).toMatch(
      /“Putin, in fact, has been open to talks from the very beginning\.”\n│ — Dmitry Peskov/,
    );
    expect(out).toContain('Did you mean /story?');
    expect(out).toMatch(/Articles\s+\d\d/);
  });

  test('every quote it shows stands in the text of the newsroom', async () => {
    const { out } = await crier(start(), { input: '/digest full 3d\n' });
    const shown = [...out.matchAll(/^│ “([\s\S]*?)”$/gm)].map((match) =>
      (match[1] ?? '').replace(/\n│ /g, ' '),
    );
    expect(shown.length).toBeGreaterThan(10);
    const { readdirSync, readFileSync } = await import('node:fs');
    const folder = new URL('../../config/sample/articles/', import.meta.url);
    const fold = (text: string) =>
      text
        .replace(/[“”„«»"]/g, '')
        .replace(/[‘’']/g, "'")
        .replace(/\s+/g, ' ');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => fold(readFileSync(new URL(name, folder), 'utf8')));
    const missing = shown.filter((quote) => !texts.some((text) => text.includes(fold(quote))));
    expect(missing).toEqual([]);
  });

  test.each([
    ['start', '/news help\n'.repeat(300)],
    ['inspect quotes -', '{"id":1,"text":"x"}\n'.repeat(3_000)],
  ])('a reader that goes away in the middle of %s ends it without a word', async (words, input) => {
    const child = launch([...words.split(' '), '--data', temporaryFolder()]);
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise((done) => child.on('exit', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s while it runs ends it cleanly', async (signal) => {
    const child = launch(start());
    const end = ended(child);
    child.stdin?.write('/news status\n');
    await new Promise<void>((answered) => child.stdout?.once('data', () => answered()));
    const asked = Date.now();
    child.kill(signal);
    expect((await end).code).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5_000);
  });
});
