import { UserError } from '../lib/errors.ts';
import { TEXTS, type Texts } from './texts/index.ts';

/** The asker slipped, told in whatever language their place has; `message` is the English of it. */
export class Slip extends UserError {
  /** The same in the words of a language. */
  readonly says: (texts: Texts) => string;

  constructor(says: (texts: Texts) => string) {
    super(says(TEXTS.en));
    this.says = says;
  }
}
