import type { TenantId } from '../news/tenant.ts';
import type { Message } from './message.ts';

/** Somebody's line to Crier and where it came from. */
export type Asked = { readonly line: string; readonly tenant: TenantId };

/** What a platform may ask of the program behind it. Neither ever throws: faults become messages. */
export type Answering = {
  answer(asked: Asked): Promise<Message>;
  /** How the line so far may go on: whole lines, best first. */
  complete(asked: Asked): Promise<readonly string[]>;
};

/** A place where people read Crier and ask it: one folder each, listed in index.ts. */
export type Platform = {
  readonly name: string;
  /** Shows a message where this platform shows digests. */
  post(message: Message): Promise<void>;
  /** Takes questions until the conversation ends (the terminal's input) or `signal` does. */
  converse(answering: Answering, signal: AbortSignal): Promise<void>;
};
