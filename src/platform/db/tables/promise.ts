import type { Generated } from 'kysely';

/** Generated from the catalogue: parley.promise. */
export type PromiseTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  client_id: string | null;
  side: 'ours' | 'theirs';
  kind: string;
  text: string;
  state:
    | 'proposed'
    | 'awaiting-approval'
    | 'given'
    | 'at-risk'
    | 'kept'
    | 'kept-early'
    | 'exceeded'
    | 'renegotiated'
    | 'broken'
    | 'withdrawn';
  due: string;
  due_zone: string;
  target: string | null;
  source: 'message' | 'option' | 'accord' | 'call' | 'sales';
  source_id: string | null;
  maker_id: string | null;
  maker_name: string;
  hours: Generated<number>;
  money_minor: Generated<number>;
  open_questions_why: string | null;
  depends_on: string | null;
  replaces_id: string | null;
  evidence: string | null;
  miss_reason: string | null;
  given_at: string | null;
  settled_at: string | null;
  created_at: string;
};
