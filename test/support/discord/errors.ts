import { type Flaw, nestFlaws } from './rules/form.ts';

// Discord docs "Opcodes and Status Codes › JSON Error Codes". The HTTP status is not in that table: it is what client
// libraries report for the code.
const KNOWN = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10087: [404, 'Unknown Tag'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30032: [400, 'Maximum number of application commands reached (100)'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40005: [413, 'Request entity too large'],
  40033: [400, 'This message has already been crossposted.'],
  40058: [400, 'Cannot send a message in a forum channel'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50041: [400, 'Invalid API version'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160004: [400, 'A thread has already been created for this message'],
} as const satisfies Record<number, readonly [number, string]>;

/** A refusal in Discord's own words: what the API answers instead of doing what it was asked. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly flaws: readonly Flaw[];

  constructor(status: number, code: number, message: string, flaws: readonly Flaw[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.flaws = flaws;
  }

  body(): object {
    const plain = { message: this.message, code: this.code };
    return this.flaws.length === 0 ? plain : { ...plain, errors: nestFlaws(this.flaws) };
  }
}

/** The refusal with this code, ready to be thrown. */
export function refusal(code: keyof typeof KNOWN): ApiError {
  const [status, message] = KNOWN[code];
  return new ApiError(status, code, message);
}

export function invalidForm(flaws: readonly Flaw[]): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', flaws);
}

/** Answers without a JSON error code: 401, 404 and 405 of routes. */
export function plainError(status: number, words: string): ApiError {
  return new ApiError(status, 0, `${status}: ${words}`);
}
