import type { Migration } from 'kysely/migration';
import * as ground from './001-ground.ts';

/** In the order they are applied; a migration that has been released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-ground': ground,
};
