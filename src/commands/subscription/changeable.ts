import type { Subscription } from '../../news/subscription.ts';
import { Slip } from '../slip.ts';
import type { OPTIONS } from './options.ts';
import { MAYBE } from './request.ts';

type Part = keyof typeof OPTIONS;

/** What can be said of anything that comes, whenever it does. */
const OF_ALL: readonly Part[] = ['must', 'mute', 'lang', 'quiet', 'tz', 'until'];

/** The parts of a subscription that change what it brings; null: each of them does. */
function partsOf({ kind }: Pick<Subscription, 'kind'>): readonly Part[] | null {
  switch (kind) {
    case 'digest':
      return null;
    case 'alert':
      return ['topic', 'pack', ...OF_ALL];
    case 'follow':
      return OF_ALL;
  }
}

/** Throws UserError where something is said that means nothing for what comes as it happens. */
export function mustBeChangeable(
  one: Pick<Subscription, 'id' | 'kind'>,
  said: Readonly<Record<string, unknown>>,
): void {
  const parts = partsOf(one);
  const others = Object.keys(said).filter(
    (name) => said[name] !== null && said[name] !== MAYBE && !parts?.includes(name as Part),
  );
  if (parts === null || others.length === 0) return;
  const { id, kind } = one;
  const isElse = kind === 'follow' && (others.includes('topic') || others.includes('pack'));
  throw new Slip(({ subscription: words }) =>
    [
      words.unchangeable((kind === 'alert' ? words.isAlert : words.isFollow)(id), others),
      words.changeable(parts.join(', '), exampleOf(id)),
      ...(isElse ? [words.followElse(id)] : []),
    ].join(' '),
  );
}

/** What of a form's fields is not asked of it: there would be nothing to choose from. */
export function fieldsLeftOut(
  one: Pick<Subscription, 'kind'>,
  fields: readonly string[],
): Readonly<Record<string, readonly never[]>> {
  const parts = partsOf(one);
  const others = parts === null ? [] : fields.filter((name) => !parts.includes(name as Part));
  return Object.fromEntries(others.map((name) => [name, []]));
}

export const exampleOf = (id: number): string => `/news edit #${id} until:30d quiet:22:00-07:00`;
