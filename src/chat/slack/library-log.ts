import type { Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../lib/log.ts';

/** Tokens and addresses that are worth one: none of them may reach a log. */
const SECRETS =
  /x(?:ox[a-z]|app|oxe)[-.][\w.-]+|wss?:\/\/\S+|https:\/\/hooks\.slack\.com\/\S+|(?:ticket|code|state|token)=[^\s&]+/gi;

export const withoutSecrets = (words: string): string => words.replace(SECRETS, '[redacted]');

/** Slack's libraries write into our log. Their debug lines hold whole payloads, and their news is ours to tell. */
export function libraryLog(log: Log): Logger {
  const say = (words: readonly unknown[]) => ({
    said: withoutSecrets(
      words.map((one) => (one instanceof Error ? one.message : String(one))).join(' '),
    ),
  });
  return {
    debug() {},
    info() {},
    warn: (...words) => log.warn('slack library warned', say(words)),
    // What they call an error we meet again as a rejection; here it is a note.
    error: (...words) => log.warn('slack library failed', say(words)),
    setLevel() {},
    getLevel: () => 'error' as LogLevel,
    setName() {},
  };
}
