/** Generated from the catalogue: parley.pool. */
export type PoolTable = {
  workspace_id: string;
  alike: string;
  drawn_at: string;
  from_at: string | null;
  closed: number;
  open: number;
  kept: number;
  each: number;
  ages: string;
};
