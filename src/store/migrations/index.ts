import type { Migration } from 'kysely/migration';
import * as ground from './001-ground.ts';
import * as vault from './002-vault.ts';
import * as delivery from './003-delivery.ts';
import * as usage from './004-usage.ts';
import * as places from './005-places.ts';
import * as noticeLeases from './006-notice-leases.ts';

/** In the order they are applied; a migration that has been released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-ground': ground,
  '002-vault': vault,
  '003-delivery': delivery,
  '004-usage': usage,
  '005-places': places,
  '006-notice-leases': noticeLeases,
};
