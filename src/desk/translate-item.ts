import type { TenantId } from '../news/tenant.ts';
import type { Translated } from '../summarise/writers/translate.ts';
import { type EditionItem, languageOf } from './make-edition.ts';
import type { Model } from './open-model.ts';

/** An item as it is shown: in the channel's language where a model translated it and the check let that stand. */
export type ItemShown = EditionItem & { readonly translation?: Translated['translation'] };

export type Translating = {
  readonly model: Pick<Model, 'translate'>;
  readonly tenant: TenantId;
  readonly to: string;
  /** Takes only what was translated before: nothing that is due waits for a model. */
  readonly recall: boolean;
  readonly signal?: AbortSignal;
};

/** The item in another language; as it is where it is in that language, or no translation holds. */
export async function translateItem(item: EditionItem, by: Translating): Promise<ItemShown> {
  const from = languageOf(item.articles);
  if (from === null || from === by.to) return item;
  // What an edition does not show is not paid for, and would make the same item another one when it is edited.
  const shown = { ...item.digest, contrasts: [], timeline: [], numbers: [], disputed: [] };
  const { digest, translation } = await by.model.translate(
    shown,
    { from, to: by.to },
    { tenant: by.tenant, recall: by.recall, ...(by.signal && { signal: by.signal }) },
  );
  if (translation === null) return item;
  const { headline, lede, bullets, whatChanged } = digest;
  return { ...item, digest: { ...item.digest, headline, lede, bullets, whatChanged }, translation };
}
