/** Who may see a row: one Discord guild or Slack workspace, or `EVERYBODY`. */
export type TenantId = string;

/** The owner of everything that every tenant of this Crier may see: the operator's own feeds and what came of them. */
export const EVERYBODY: TenantId = '*';
