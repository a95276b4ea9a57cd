import { sql } from 'kysely';
import type { RequestPage } from '../../contract/requests.ts';
import { fate } from '../../domain/triage/fate.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

export async function requestHead(tx: Tx, id: string) {
  const r = await tx
    .selectFrom('request as r')
    .leftJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.id', '=', 'r.owner_id'),
    )
    .leftJoin('request as o', (join) =>
      join.onRef('o.workspace_id', '=', 'r.workspace_id').onRef('o.id', '=', 'r.merged_into'),
    )
    .selectAll('r')
    .select(['m.name as owner_name', 'o.ref as merged_ref'])
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!r) return null;
  return {
    clientId: r.client_id,
    contactId: r.contact_id,
    head: {
      id: r.id,
      ref: refOf(r.ref),
      version: r.version,
      subject: r.subject,
      kind: r.kind,
      phase: r.phase,
      talk: r.talk,
      ball: r.ball,
      nextStep: r.next_step,
      nextDue: r.next_due,
      nextOwnerId: r.next_owner_id,
      ownerId: r.owner_id,
      ownerName: r.owner_name,
      reasonable: r.reasonable,
      possible: r.possible,
      fate: r.fate,
      theirFate: r.their_reasonable && r.their_possible ? fate(r.their_reasonable, r.their_possible) : null,
      interestSkippedWhy: r.interest_skipped_why,
      ourDifficulty: r.our_difficulty,
      suggestion: (r.suggestion ?? null) as RequestPage['suggestion'],
      minutes: r.minutes,
      openedAt: r.opened_at,
      firstAnswerAt: r.first_answer_at,
      closedAt: r.closed_at,
      choosing: r.choosing,
      decisionMakerId: r.decision_maker_id,
      mergedInto: r.merged_into && r.merged_ref !== null ? { id: r.merged_into, ref: refOf(r.merged_ref) } : null,
    },
  };
}

export async function approvalsAskedFor(tx: Tx, requestId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from approval
    where workspace_id = ${tx.workspaceId} and request_id = ${requestId} and state = 'asked'`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** T12: how many times people of this client declined to discuss. */
export async function declinedTalks(tx: Tx, clientId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from event
    where workspace_id = ${tx.workspaceId} and kind = 'talk.declined' and client_id = ${clientId}`.execute(tx);
  return rows[0]?.n ?? 0;
}
