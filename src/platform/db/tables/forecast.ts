import type { ColumnType } from 'kysely';

/** Generated from the catalogue: parley.forecast. */
export type ForecastTable = {
  workspace_id: string;
  promise_id: string;
  request_id: string;
  client_id: string | null;
  kind: string;
  stated_at: string;
  due: string;
  chance: number | null;
  refusal: string | null;
  nine_of_ten: string | null;
  half: string | null;
  taken: boolean;
  basis: ColumnType<unknown, string, string>;
};
