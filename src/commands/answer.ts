import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, troubleSentence } from '../chat/message.ts';
import type { Answering, Asker, Form, Prepared, Said } from '../chat/platform.ts';
import type { ChatWords } from '../chat/words.ts';
import { comeBack, leave, leaveOthers } from '../desk/presence.ts';
import { UserError } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { addAct } from '../store/audit.ts';
import type { Db } from '../store/schema.ts';
import { lineSaid } from './acts.ts';
import type { Command, Context } from './declare.ts';
import { formOf } from './form.ts';
import { COMMANDS } from './index.ts';
import { home } from './list.ts';
import { withNotices } from './notices.ts';
import { parseForm, parseLine, parseOptions, type Request } from './parse.ts';
import { Slip } from './slip.ts';
import { completeLine, suggest } from './suggest.ts';
import { type Texts, textsIn } from './texts/index.ts';
import { inWords } from './texts/phrases.ts';
import { welcome } from './welcome.ts';
import { createWork, type Work } from './work.ts';

/** What answering needs of the program. */
export type AnswerDeps = {
  readonly db: Db;
  readonly log: Log;
  readonly clock: () => Date;
  /** Whether a language model answers questions: they take seconds then. */
  readonly hasModel?: boolean;
  contextOf(asker: Asker): Promise<Context>;
};

/**
 * What stands behind every platform. One of the two doors at which faults are caught: what the asker did wrong is
 * said to them, what we did wrong is logged, and they are told that it was. Is closed before the store is.
 */
export function createAnswering(deps: AnswerDeps): Answering & { close(): Promise<void> } {
  const { contextOf, log } = deps;
  const guarded = async <T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      log.error('command failed', { what, error });
      return otherwise;
    }
  };

  const work = createWork(deps.hasModel ?? false);

  return {
    commands: COMMANDS,
    prepare: (said, asker) => prepare(said, asker, { ...deps, work }),
    form: (line, asker) => openForm(line, asker, deps),
    complete: (line, asker) =>
      guarded('complete', async () => completeLine(line, await contextOf(asker)), []),
    suggest: (from, typed, asker) =>
      guarded('suggest', async () => suggest(from, typed, await contextOf(asker)), []),
    words: (asker) => wordsFor(asker, contextOf),
    welcome: (asker) => guarded('welcome', async () => welcome(await contextOf(asker)), []),
    home: (asker) =>
      guarded(
        'home',
        async () => home(await contextOf(asker)),
        troubleSentence(textsIn('en').slips.fault),
      ),
    left: (tenant) => guarded('left', () => leave(deps.db, tenant, deps.clock()), undefined),
    present: (tenants, among) =>
      guarded(
        'present',
        async () => {
          const back = await comeBack(deps.db, tenants);
          if (back.length > 0) log.info('back in places', { tenants: back });
          if (!among) return;
          const gone = await leaveOthers(deps.db, { here: tenants, among }, deps.clock());
          if (gone.length > 0) log.info('taken out of places meanwhile', { tenants: gone });
        },
        undefined,
      ),
    close: () => work.close(),
  };
}

function prepare(said: Said, asker: Asker, deps: AnswerDeps & { readonly work: Work }): Prepared {
  let request: Request;
  try {
    request = read(said, asker);
  } catch (error) {
    return { shared: false, answer: () => excuse(error, 'read', asker, deps) };
  }
  const { command, given } = request;
  return {
    shared: given.share === true || command.isPublic(given),
    async answer() {
      try {
        return await deps.work.answer(request, asker, () =>
          carryOut(request, { said, asker }, deps),
        );
      } catch (error) {
        return await excuse(error, command.name, asker, deps);
      }
    },
  };
}

/** Does what is asked; what changed for others is written down, and what managers must know is said to them. */
async function carryOut(
  { command, given }: Request,
  { said, asker }: { readonly said: Said; readonly asker: Asker },
  { contextOf }: AnswerDeps,
): Promise<Message> {
  const context = await contextOf(asker);
  const shown = await command.run(given, context);
  const { db, now } = context;
  const isPublic = command.isPublic(given);
  const isForManagers = command.access === 'managers';
  if ((isForManagers || isPublic) && command.changes(given) && !shown.trouble) {
    const { person, channel, tenant } = asker;
    await addAct(db, tenant, { at: now, person, channel, line: lineSaid(said) });
  }
  return isForManagers && !isPublic ? withNotices(shown, context) : shown;
}

function read(said: Said, asker: Asker): Request {
  const request = requestIn(said);
  mayGive(request.command, asker);
  // In the thread of a story's card a question is about that story.
  const isAboutIt = request.command.options.story?.kind === 'story' && request.given.story === null;
  return isAboutIt && asker.story !== null
    ? { ...request, given: { ...request.given, story: asker.story } }
    : request;
}

function requestIn(said: Said): Request {
  switch (said.kind) {
    case 'line':
      return parseLine(said.line, COMMANDS);
    case 'options':
      return parseOptions(said.command, said.options, COMMANDS);
    case 'form':
      return parseForm(said.line, said.options, COMMANDS);
  }
}

function mayGive({ name, access }: Command, asker: Asker): void {
  if (access === 'all' || asker.isManager) return;
  throw new Slip((texts) => texts.slips.forManagers(name, inWords(asker.managers, texts)));
}

async function openForm(line: string, asker: Asker, deps: AnswerDeps): Promise<Form | Message> {
  try {
    const { command, given } = parseForm(line, {}, COMMANDS);
    mayGive(command, asker);
    return await formOf(command, { line, given }, await deps.contextOf(asker));
  } catch (error) {
    return excuse(error, 'form', asker, deps);
  }
}

async function excuse(
  error: unknown,
  command: string,
  asker: Asker,
  { contextOf, log }: AnswerDeps,
): Promise<Message> {
  const texts = await textsOf(asker, contextOf);
  if (error instanceof Slip) return troubleSentence(error.says(texts));
  if (error instanceof UserError) return troubleSentence(inWords(error.message, texts));
  log.error('command failed', { command, error });
  return troubleSentence(texts.slips.fault);
}

// A window must be open within three seconds, whatever else the store is asked for.
const WORDS_WITHIN_MS = 500;

async function wordsFor(asker: Asker, contextOf: AnswerDeps['contextOf']): Promise<ChatWords> {
  const late = sleep(WORDS_WITHIN_MS, textsIn('en'), { ref: false });
  const texts = await Promise.race([textsOf(asker, contextOf), late]);
  return {
    ...texts.chat,
    language: texts.language,
    told: (english) => inWords(english, texts),
  };
}

/** The words of an asker's place. Where the store cannot say which these are, what went wrong must still be told. */
async function textsOf(asker: Asker, contextOf: AnswerDeps['contextOf']): Promise<Texts> {
  try {
    return textsIn((await contextOf(asker)).language);
  } catch {
    return textsIn('en');
  }
}
