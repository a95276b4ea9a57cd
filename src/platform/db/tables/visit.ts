import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.visit. */
export type VisitTable = {
  workspace_id: string;
  id: string;
  client_id: string;
  request_id: string | null;
  contact_id: string | null;
  promise_id: string | null;
  purpose: string;
  remote: Generated<boolean>;
  place: string | null;
  system: string | null;
  starts_at: string;
  ends_at: string;
  zone: string;
  state: Generated<'planned' | 'confirmed' | 'done' | 'by-proxy' | 'done-remotely' | 'blocked' | 'called-off'>;
  sequence: Generated<number>;
  told_at: string | null;
  told_sequence: number | null;
  confirmed_by: string | null;
  confirmed_at: string | null;
  proxy_name: string | null;
  outcome_words: string | null;
  ended_at: string | null;
  by_id: string;
  created_at: string;
  updated_at: string;
};
