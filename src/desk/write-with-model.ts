import { coverageOf } from '../news/coverage.ts';
import type { Story } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import { articlesOfStory } from '../store/articles.ts';
import { digestsOf, keepDigest } from '../store/digests.ts';
import { quotesOf } from '../store/quotes.ts';
import type { Db } from '../store/schema.ts';
import { digestMaterial } from './digest-material.ts';
import type { Model } from './open-model.ts';

/** What came of asking the model: written, there already, or not written and why. */
export type Asked = { readonly written: boolean; readonly trouble: string | null };

/**
 * Lets the model write this version of a story and keeps it, unless it has. `payer` is the tenant it is written for.
 * Where the model does not come through nothing is kept, and it may be asked again.
 */
export async function writeWithModel(
  db: Db,
  story: Story,
  by: {
    readonly model: Model;
    readonly payer: TenantId;
    readonly now: Date;
    readonly signal?: AbortSignal;
  },
): Promise<Asked> {
  const { writer } = by.model;
  if ((await digestsOf(db, story)).has(writer.name)) return { written: false, trouble: null };
  const articles = await articlesOfStory(db, story.tenant, story.id);
  const material = digestMaterial(articles);
  const quotes = await quotesOf(db, story.tenant, material);
  const { digest, refused, trouble, spent } = await writer.write({
    articles: material,
    quotes,
    tenant: by.payer,
    ...(by.signal && { signal: by.signal }),
  });
  if (digest.writer !== writer.name) return { written: false, trouble };
  const whole = {
    ...digest,
    coverage: coverageOf(articles),
    refused: refused.length,
    ...(spent && { spent }),
  };
  await keepDigest(db, story, { digest: whole, at: by.now });
  return { written: true, trouble };
}
