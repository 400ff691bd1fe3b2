import type { Claim } from '../news/digest.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Translated } from '../summarise/writers/translate.ts';
import { type EditionItem, languageOf, type Revised } from './make-edition.ts';
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

/**
 * The item in another language; as it is where it is in that language, or no translation holds. What an edit added, and
 * what took the place of a correction, is translated with it; what was corrected stands in the words that were read.
 */
export async function translateItem(item: EditionItem, by: Translating): Promise<ItemShown> {
  const from = languageOf(item.articles);
  if (from === null || from === by.to) return item;
  // What an edition does not show is not paid for, and would make the same item another one when it is edited.
  const shown = {
    ...item.digest,
    contrasts: editsOf(item),
    timeline: [],
    numbers: [],
    disputed: [],
  };
  const { digest, translation } = await by.model.translate(
    shown,
    { from, to: by.to },
    {
      tenant: by.tenant,
      recall: by.recall,
      ...(item.said && { known: item.said }),
      ...(by.signal && { signal: by.signal }),
    },
  );
  if (translation === null) return item;
  const { headline, lede, bullets, whatChanged } = digest;
  return {
    ...item,
    digest: { ...item.digest, headline, lede, bullets, whatChanged },
    revised: item.revised && inWords(item.revised, translation.said),
    translation,
  };
}

/** What edits added to a post, as claims. */
function editsOf({ revised }: EditionItem): Claim[] {
  if (revised === null) return [];
  const after = revised.corrected.flatMap((one) => one.after ?? []);
  return [...revised.texts, ...after.map((text) => ({ text, refs: [] }))];
}

function inWords(revised: Revised, said: ReadonlyMap<string, string>): Revised {
  const told = (text: string) => said.get(text) ?? text;
  return {
    ...revised,
    texts: revised.texts.map((claim) => ({ ...claim, text: told(claim.text) })),
    corrected: revised.corrected.map((one) => ({
      ...one,
      after: one.after === null ? null : told(one.after),
    })),
  };
}
