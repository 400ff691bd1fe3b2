// docs/pictures/terminal.png: what a newcomer sees, typed into the real program in a real terminal (xterm in a browser).
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { openBrowser, openPage } from './browser.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COLUMNS = 92;
const PROMPT = '› ';
const TYPED = ['/story austin shoigu'];
/** The digest above it makes the picture too tall for a README. */
const BEGINS_AT = '\x1b[1mThis is the sample newsroom';

/** What the program writes to a terminal of that width while the lines are typed; ends at the last answer's end. */
async function typed(lines: readonly string[]): Promise<string> {
  const program = spawn(
    'script',
    ['-qfec', `stty cols ${COLUMNS} rows 400; exec npm -s start`, '/dev/null'],
    {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TERM: 'xterm-256color' },
    },
  );
  const waiting = [...lines];
  let written = '';
  let seen = 0;
  await new Promise<void>((done, fail) => {
    program.on('error', fail);
    program.on('exit', () => fail(new Error(`the program ended early:\n${written}`)));
    program.stdout.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      // The prompt is drawn anew with every key: it asks when lines were written and then the prompt.
      const isAsking = /› (\x1b\[\d+G)?$/.test(written);
      if (!isAsking || written.slice(seen).split('\n').length < 4) return;
      seen = written.length;
      const line = waiting.shift();
      if (line === undefined) done();
      else program.stdin.write(`${line}\n`);
    });
  }).finally(() => {
    program.removeAllListeners('exit');
    program.kill('SIGTERM');
  });
  return written.slice(written.indexOf(BEGINS_AT), written.lastIndexOf(PROMPT)).trimEnd();
}

/** The part of xterm.js that the page's script uses. */
type Xterm = {
  open(element: unknown): void;
  write(data: string, done: () => void): void;
};
declare const document: { querySelector(selector: string): unknown };

const require = createRequire(import.meta.url);
const browser = await openBrowser();
try {
  const output = await typed(TYPED);
  const page = await openPage(browser, { width: 1000 });
  await page.setContent(
    '<body style="margin:0"><div id="terminal" style="display:inline-block;padding:20px;background:#1b1d23"></div></body>',
  );
  await page.addStyleTag({ path: require.resolve('@xterm/xterm/css/xterm.css') });
  await page.addScriptTag({ path: require.resolve('@xterm/xterm') });
  await page.evaluate(
    async ({ output, columns, rows }) => {
      const { Terminal } = globalThis as unknown as { Terminal: new (options: object) => Xterm };
      const terminal = new Terminal({
        cols: columns,
        rows,
        fontFamily: 'DejaVu Sans Mono',
        fontSize: 13,
        lineHeight: 1.25,
        cursorBlink: false,
        theme: { background: '#1b1d23', foreground: '#dfe2e8', yellow: '#e0b35a', cyan: '#7cc4d6' },
      });
      terminal.open(document.querySelector('#terminal')!);
      await new Promise<void>((done) => terminal.write(output, done));
    },
    { output, columns: COLUMNS, rows: output.split('\n').length },
  );
  await page.waitForTimeout(500);
  await page.locator('#terminal').screenshot({ path: resolve(ROOT, 'docs/pictures/terminal.png') });
} finally {
  await browser.close();
}
