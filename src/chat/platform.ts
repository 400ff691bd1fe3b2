import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { CommandShape, Suggested } from './command.ts';
import type { Message } from './message.ts';
import type { ChatWords } from './words.ts';

/** Who asks and from where, as far as the platform knows. */
export type Asker = {
  readonly tenant: TenantId;
  /** The platform's name, and the channel they ask in; null where nothing could be posted there. */
  readonly platform: string;
  readonly channel: string | null;
  /** The platform's id of them, and what others call them. */
  readonly person: { readonly id: string; readonly name: string };
  /** Whether they may give commands for managers; each platform decides by its own rights. */
  readonly isManager: boolean;
  /** Whom to turn to for those, in the platform's words: `members with Manage Server`. */
  readonly managers: string;
  /** The story that is spoken of where they ask (a card's thread). */
  readonly story: StoryId | null;
};

/** What somebody asked: a line as typed, or a command whose options the platform filled in as texts. */
export type Said =
  | { readonly kind: 'line'; readonly line: string }
  | {
      readonly kind: 'options';
      readonly command: string;
      readonly options: Readonly<Record<string, string>>;
    }
  /** A form that was sent: the line that opened it, and its fields by name; what was left empty is ''. */
  | {
      readonly kind: 'form';
      readonly line: string;
      readonly options: Readonly<Record<string, string>>;
    };

/** A window that asks for the options of a command. */
export type Form = {
  readonly title: string;
  readonly submit: string;
  /** The line it completes: it goes back with what is filled in. */
  readonly line: string;
  /** The most important first: a platform that shows fewer leaves out the last. */
  readonly fields: readonly FormField[];
};

export type FormField = {
  readonly name: string;
  /** At most 24 characters. */
  readonly label: string;
  /** At most 100 characters. */
  readonly hint: string;
  readonly required: boolean;
  readonly kind: 'text' | 'choice' | 'channel';
  /** What stands in it when it opens; '' for nothing. */
  readonly value: string;
  /** For a choice: one to twenty-five. */
  readonly choices: readonly Suggestion[];
};

/** A request that was read but not worked on: a platform acknowledges it first, privately or not, then answers. */
export type Prepared = {
  /** Whether everybody in the channel shall see the answer. Slips are never shared. */
  readonly shared: boolean;
  answer(): Promise<Message>;
};

/** One way to go on with an option: what is shown, and what then stands in the option. */
export type Suggestion = { readonly label: string; readonly value: string };

/** What a platform may ask of the program behind it. Nothing here ever throws: faults become messages. */
export type Answering = {
  readonly commands: readonly CommandShape[];
  prepare(said: Said, asker: Asker): Prepared;
  /** The form of a line's command with what its options hold now; a message where there is none for this asker. */
  form(line: string, asker: Asker): Promise<Form | Message>;
  /** How the line so far may go on: whole lines, best first. */
  complete(line: string, asker: Asker): Promise<readonly string[]>;
  /** Values for an option that names what it is suggested from; at most 25, best first. */
  suggest(from: Suggested, typed: string, asker: Asker): Promise<readonly Suggestion[]>;
  /** What the platform itself says to an asker, in the language of their place. Never waits long. */
  words(asker: Asker): Promise<ChatWords>;
  /** What a new place is told: a greeting that says what is here, then a sample digest. */
  welcome(asker: Asker): Promise<readonly Message[]>;
  /** What somebody sees on a page of their own (Slack's home): subscriptions and what can be done with them. */
  home(asker: Asker): Promise<Message>;
  /** Crier was taken out of a place, or is in it (again): called as often as a platform says so. */
  left(tenant: TenantId): Promise<void>;
  /** `among`: of the places for which it holds these are all, so that Crier was taken out of every other of them. */
  present(tenants: readonly TenantId[], among?: (tenant: TenantId) => boolean): Promise<void>;
};

/** What became of a post. */
export type Posted =
  | { readonly kind: 'sent'; readonly id: string }
  /** Try again, not before that. Nothing was posted. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** The platform may or may not have it: look before posting again. */
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** The place is gone or closed to us: no try will help until a person acts. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The platform does not take this message, now or later. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Our access was taken away: nothing at all can be posted for this tenant. */
  | { readonly kind: 'revoked'; readonly reason: string };

/** What became of an edit. It may be tried again whenever it is not known: twice the same changes nothing. */
export type Edited =
  | { readonly kind: 'edited' }
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** The message, its channel or our access is no more, or the platform does not take it: never to be tried again. */
  | { readonly kind: 'gone'; readonly reason: string };

/** One thing that was looked at, for `crier check`: `remedy` says how to mend it, null where all is well. */
export type Finding = { readonly what: string; readonly remedy: string | null };

/** A place where people read Crier and ask it: one folder each, listed in index.ts. */
export type Platform = {
  readonly name: string;
  /**
   * Goes online and answers until `signal` (or, in a terminal, the end of the input). Breaks in the connection are
   * mended inside; it rejects with a UserError that names the remedy where no waiting helps (a refused token).
   */
  serve(answering: Answering, signal: AbortSignal): Promise<void>;
  /** Posts in a channel, once: `key` (at most 25 letters, digits, `-`) tells a second try of the same post. */
  post(place: Place, message: Message, key: string): Promise<Posted>;
  /**
   * The id of the message that was posted there with this key, not before `since` by the platform's clock; null where
   * there surely is none. Rejects where that cannot be told, as where so far back cannot be read: then nothing may be
   * posted.
   */
  find(place: Place, key: string, since: Date): Promise<string | null>;
  /** Puts a message in the place of one that was posted with this key. */
  edit(place: Place, id: string, message: Message, key: string): Promise<Edited>;
  /** Whether it stands there as one message, so that it can be edited; every message does where this is left out. */
  fits?(message: Message): boolean;
  /** Looks at tokens, rights and, where given, channels, without posting anything. */
  check(places?: readonly Place[]): Promise<readonly Finding[]>;
  /** Looks at one place alone: whether a post would stand there. */
  checkPlace(place: Place): Promise<Finding>;
};

/** A channel of a tenant, by the platform's id; or somebody's direct messages, as `@` and the person's id. */
export type Place = { readonly tenant: TenantId; readonly channel: string };
