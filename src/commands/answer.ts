import { type Message, message, sentence, text } from '../chat/message.ts';
import { DAY } from '../lib/clock.ts';
import { UserError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { storiesBetween } from '../store/stories.ts';
import type { Context } from './declare.ts';
import { COMMANDS } from './index.ts';
import { parseLine } from './parse.ts';

/**
 * The answer to somebody's line. One of the two doors at which faults are caught: what the asker did wrong is said
 * to them, what we did wrong is logged, and they are told that it was.
 */
export async function answerLine(line: string, context: Context, log: Log): Promise<Message> {
  try {
    const { command, given } = parseLine(line, COMMANDS);
    return await command.run(given, context);
  } catch (error) {
    if (error instanceof UserError) return sentence(error.message);
    log.error('command failed', { line: line.split(/\s/, 1)[0], error });
    return message([
      {
        kind: 'paragraph',
        runs: [text('Something went wrong on my side; it is in the log. Please try again.')],
      },
    ]);
  }
}

/** Whole lines that the line so far may become: commands, then headlines of recent stories. */
export async function completeLine(line: string, context: Context): Promise<string[]> {
  const matching = COMMANDS.map((command) => `/${command.name} `).filter((name) =>
    name.startsWith(line),
  );
  if (matching.length > 0) return matching;
  const asked = /^(\/(?:story|news why) )(.*)$/i.exec(line);
  if (!asked) return [];
  const [, head = '', typed = ''] = asked;
  const recent = await storiesBetween(context.db, context.tenant, {
    from: new Date(context.now.getTime() - 7 * DAY),
    to: context.now,
  });
  return recent
    .filter((story) =>
      typed
        .toLowerCase()
        .split(/\s+/)
        .every((word) => story.title.toLowerCase().includes(word)),
    )
    .slice(0, 10)
    .map((story) => `${head}${story.title}`);
}
