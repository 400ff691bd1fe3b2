import type { en } from './en/index.ts';
import type { shown } from './en/shown.ts';

/**
 * The words of what is posted and answered, in one language. English is where a text is added: what it has, every
 * language must have. Commands, options and their values stay as they are typed everywhere.
 */
export type Texts = typeof en;

/** The part of them that stands around the news. */
export type ShownTexts = typeof shown;
