import type { Generated } from 'kysely';

type Millis = number;

/** What a place decided for itself, and whether Crier is in it. */
type TenantTable = {
  tenant: string;
  /** IANA name; null: the operator's. */
  zone: string | null;
  /** ISO 639-1; null: the operator's. */
  language: string | null;
  /** Since when Crier is no longer there; null: it is. Its rows are deleted some time after. */
  left_at: Millis | null;
};

/** Who did what with the commands for managers. */
type AuditTable = {
  id: Generated<number>;
  tenant: string;
  at: Millis;
  person_id: string;
  person_name: string;
  channel: string | null;
  /** The command as it could be typed. */
  line: string;
};

/** What somebody found wrong with a story: for the operator. */
type ReportTable = {
  id: Generated<number>;
  tenant: string;
  at: Millis;
  story_id: number;
  version: number;
  words: string | null;
  person_id: string;
};

export type PlaceSchema = { tenants: TenantTable; audit: AuditTable; reports: ReportTable };
