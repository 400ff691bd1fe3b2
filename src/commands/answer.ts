import { type Message, troubleSentence } from '../chat/message.ts';
import type { Answering, Asker, Prepared, Said } from '../chat/platform.ts';
import { suggestStories } from '../desk/suggest-stories.ts';
import { suggestTopics } from '../desk/suggest-topics.ts';
import { UserError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Context } from './declare.ts';
import { COMMANDS } from './index.ts';
import { parseLine, parseOptions, type Request } from './parse.ts';
import { welcome } from './welcome.ts';
import { createWork, type Work } from './work.ts';

/**
 * What stands behind every platform. One of the two doors at which faults are caught: what the asker did wrong is
 * said to them, what we did wrong is logged, and they are told that it was. Is closed before the store is.
 */
export function createAnswering(
  contextOf: (tenant: TenantId) => Context,
  log: Log,
): Answering & { close(): Promise<void> } {
  const guarded = async <T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      log.error('command failed', { what, error });
      return otherwise;
    }
  };

  const work = createWork();

  return {
    commands: COMMANDS,
    prepare: (said, asker) => prepare(said, asker, { contextOf, log, work }),
    complete: (line, asker) =>
      guarded('complete', () => completeLine(line, contextOf(asker.tenant)), []),
    suggest: (from, typed, asker) =>
      guarded('suggest', async () => {
        const context = contextOf(asker.tenant);
        if (from === 'topics') {
          return (await suggestTopics(context, typed)).map((word) => ({
            label: word,
            value: word,
          }));
        }
        const stories = await suggestStories(context, typed);
        return stories.map((story) => ({ label: story.title, value: `#${story.id}` }));
      }, []),
    close: () => work.close(),
    welcome: (asker) => guarded('welcome', () => welcome(contextOf(asker.tenant)), []),
  };
}

function prepare(
  said: Said,
  asker: Asker,
  {
    contextOf,
    log,
    work,
  }: {
    readonly contextOf: (tenant: TenantId) => Context;
    readonly log: Log;
    readonly work: Work;
  },
): Prepared {
  let request: Request;
  try {
    request = read(said, asker);
  } catch (error) {
    return { shared: false, answer: async () => excuse(error, 'read', log) };
  }
  const { command, given } = request;
  return {
    shared: given.share === true,
    async answer() {
      try {
        return await work.answer(request, asker.tenant, () =>
          command.run(given, contextOf(asker.tenant)),
        );
      } catch (error) {
        return excuse(error, command.name, log);
      }
    },
  };
}

function read(said: Said, asker: Asker): Request {
  const request =
    said.kind === 'line'
      ? parseLine(said.line, COMMANDS)
      : parseOptions(said.command, said.options, COMMANDS);
  if (request.command.access === 'managers' && !asker.isManager) {
    throw new UserError(`/${request.command.name} is for ${asker.managers}: ask one of them.`);
  }
  // In the thread of a story's card a question is about that story.
  const isAboutIt = request.command.options.story?.kind === 'story' && request.given.story === null;
  return isAboutIt && asker.story !== null
    ? { ...request, given: { ...request.given, story: asker.story } }
    : request;
}

function excuse(error: unknown, command: string, log: Log): Message {
  if (error instanceof UserError) return troubleSentence(error.message);
  log.error('command failed', { command, error });
  return troubleSentence('Something went wrong on my side; it is in the log. Please try again.');
}

/** Whole lines that the line so far may become: commands, then headlines of recent stories. */
async function completeLine(line: string, context: Context): Promise<string[]> {
  const matching = COMMANDS.map((command) => `/${command.name} `).filter((name) =>
    name.startsWith(line),
  );
  if (matching.length > 0) return matching;
  const asked = /^(\/(?:story|news why) )(.*)$/i.exec(line);
  if (!asked) return [];
  const [, head = '', typed = ''] = asked;
  const stories = await suggestStories(context, typed);
  return stories.slice(0, 10).map((story) => `${head}${story.title}`);
}
