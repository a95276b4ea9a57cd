import type { ColumnType } from 'kysely';

/** Generated from the catalogue: parley.event. */
export type EventTable = {
  workspace_id: string;
  seq: number;
  at: string;
  kind: string;
  actor_kind: 'member' | 'contact' | 'system' | 'mail';
  actor_id: string | null;
  request_id: string | null;
  client_id: string | null;
  audience: 'both' | 'ours';
  commitment: Buffer;
  prev: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  data: ColumnType<unknown, string | null, string | null>;
};
