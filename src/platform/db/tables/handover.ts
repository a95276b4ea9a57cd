import type { Generated, ColumnType } from 'kysely';

/** Generated from the catalogue: parley.handover. */
export type HandoverTable = {
  workspace_id: string;
  id: string;
  request_id: string;
  from_id: string;
  to_id: string;
  severity: 'steady' | 'watch' | 'critical';
  mood: 'good' | 'neutral' | 'tense' | 'angry';
  summary: string;
  carried: ColumnType<unknown, string, string>;
  if_then: ColumnType<unknown, string, string>;
  asked: ColumnType<unknown, string, string>;
  state: Generated<'offered' | 'accepted' | 'withdrawn'>;
  restated: string | null;
  at: string;
  ended_at: string | null;
  told_message_id: string | null;
};
