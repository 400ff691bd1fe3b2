import type { App } from '../../app.ts';
import { faint, type Message, message } from '../../chat/message.ts';
import { operator, terminalPlatform } from '../../chat/terminal/terminal.ts';
import { textsIn } from '../../commands/texts/index.ts';
import { greeting } from '../../commands/welcome.ts';
import type { Refreshed } from '../../pipeline/refresh.ts';
import { type ExitCode, type Io, progressLine, say } from '../terminal-io.ts';
import { answerHere } from '../with-app.ts';
import { startBeat } from './beat.ts';

/** Reads what is new, then prints one digest (`once`) or answers in the terminal until the input or `signal` ends it. */
export async function serveTerminal(
  app: App,
  io: Io,
  run: { readonly once: boolean; readonly signal: AbortSignal },
): Promise<ExitCode> {
  const terminal = terminalPlatform({
    streams: { input: io.stdin, output: io.stdout },
    environment: io.environment,
  });
  const first = await firstRefresh(app, io, run.signal);
  if (run.signal.aborted) return 0;
  for (const { feed, problem } of first.failed)
    await say(io, `${feed.outlet ?? feed.url}: ${problem}`);
  const person = Boolean(io.stdin.isTTY && io.stdout.isTTY);
  if (run.once || person) await terminal.show(await answerHere(app, 'digest', {}));
  if (run.once) return 0;
  if (person) await terminal.show(await welcome(app));
  app.bringTo(terminal);
  const beat = startBeat(app, [terminal], run.signal);
  try {
    await terminal.serve(app.answering, run.signal);
  } finally {
    await beat.stop();
  }
  return 0;
}

async function firstRefresh(app: App, io: Io, signal: AbortSignal): Promise<Refreshed> {
  const line = progressLine(io);
  try {
    return await app.refresh({
      signal,
      progress: (at) =>
        line.show(
          at.kind === 'feeds'
            ? `reading feeds ${at.done}/${at.of}`
            : `articles ${at.done}/${at.of}`,
        ),
    });
  } finally {
    line.done();
  }
}

async function welcome(app: App): Promise<Message> {
  const context = await app.context(operator);
  const { blocks } = await greeting(context);
  const { keys } = textsIn(context.language).welcome;
  return message([...blocks, { kind: 'note', runs: [faint(keys)] }]);
}
