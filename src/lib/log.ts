import pino from 'pino';

/** Fields that say which: ids, counts. Tokens, addresses with secrets and article texts never stand in them. */
export type Fields = Readonly<Record<string, unknown>>;

/** What happened, in the past tense and stable words: `log.info('feed fetched', { feed: 3, fresh: 12 })`. */
export type Log = {
  debug(what: string, fields?: Fields): void;
  info(what: string, fields?: Fields): void;
  warn(what: string, fields?: Fields): void;
  error(what: string, fields?: Fields): void;
};

/** A log of one JSON line for each event on standard error; events below `level` are left out. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error'): Log {
  const sink = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.err },
    },
    pino.destination({ fd: 2, sync: true }),
  );
  const to =
    (at: 'debug' | 'info' | 'warn' | 'error') =>
    (what: string, fields: Fields = {}) =>
      sink[at](fields, what);
  return { debug: to('debug'), info: to('info'), warn: to('warn'), error: to('error') };
}

/** For those who need no log: pure tests and one-off commands. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
