/** Generated from the catalogue: parley.obstacle. */
export type ObstacleTable = {
  workspace_id: string;
  id: string;
  kind: 'physical' | 'technical' | 'law-or-safety' | 'capacity' | 'third-party' | 'missing-knowledge';
  text: string;
  by_id: string;
  at: string;
  lifted_at: string | null;
  lifted_by: string | null;
  lifted_why: string | null;
};
