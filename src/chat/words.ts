import { type Run, text } from './message.ts';

/** What platforms say themselves, around what they are given to say. In English; other languages have the same. */
export const ENGLISH = {
  sharedAlready: 'You shared this a moment ago: everybody here sees it.',
  sharedHere: 'You shared this here a moment ago.',
  outdated:
    'This was made by an earlier version of Crier and does nothing any more. Try /news help.',
  buttonOutdated:
    'This button is too old for me: I no longer know what it did. Please use the command again, /news help names them all.',
  fault: 'Something went wrong on my side; it is in the log. Please try again.',
  late: 'That took me too long to prepare. Please try again.',
  windowLate: 'Slack did not open the window in time. Try it again.',
  windowLateTyped: (example: string) =>
    `Slack did not open the window in time. Try it again, or type it, such as ${example}.`,
  membersOnly: 'Only members of the workspace that Crier was installed in can ask it.',
  youLeft:
    'This came from a server that you are no longer in. I tell what is known there to its members alone.',
  weLeft: 'This came from a server that I am no longer in, so I can do nothing there.',
  unasked:
    'I could not ask Discord whether you are still in the server that this came from. Please try again.',

  cancel: 'Cancel',
  open: 'Open',
  ask: 'Ask',
  askAboutThis: 'Ask about this',
  question: 'Question',
  yourQuestion: 'Your question',
  answered: 'Answered from the articles, in their own words.',
  answeredAlone: 'Answered from the articles, in their own words. Only you see the answer.',
  whatDidSay: 'what did … say about …',
  whatToKnow: 'What do you want to know?',
  story: 'Story',
  fewWords: 'Type a few words or names of it.',
  searchStories: 'Search stories',
  searchFor: (words: string) => `Search for “${words}”`,
  emptyIsDirect: 'Left empty: direct messages.',

  allRights: 'I have every permission I need to post digests in this channel.',
  rightsMissing: (rights: Run): readonly Run[] => [
    text('To post digests in this channel I still need: '),
    rights,
    text('. Answers to commands work without.'),
  ],
  toBeDone: 'Before everything works, something is to be done:',

  thereIsMore: 'There is more than this page holds: ',
  guide: (sources: Run, help: Run): readonly Run[] => [
    text('I read news feeds and put what they report of one event into one story. '),
    sources,
    text(' says which feeds, '),
    help,
    text(' what I can do.'),
  ],
  whatToType: 'What you can type',
  mention: 'Mention Crier in a channel or a thread, or write to it here, and it answers.',
};

/** The same in the language of a place. */
export type ChatWords = typeof ENGLISH & {
  /** ISO 639-1. */
  readonly language: string;
  /** What a platform found out in English (a `Finding`), in this language as far as there are words for it. */
  readonly told: (english: string) => string;
};

/** Where nobody can be asked which language is read. */
export const IN_ENGLISH: ChatWords = { ...ENGLISH, language: 'en', told: (english) => english };
