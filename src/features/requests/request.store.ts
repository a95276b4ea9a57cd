import { type Selectable, sql, type Updateable } from 'kysely';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { RequestTable } from '../../platform/db/tables/request.ts';
import { refused } from '../../platform/http/refused.ts';

type Row = Selectable<RequestTable>;

/** A request held under its row lock until the transaction ends: what every change needs first (order: request → round → option). */
export type LockedRequest = {
  readonly locked: true;
  readonly id: string;
  readonly ref: string;
  readonly subject: string;
  readonly kind: string;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly ownerId: string | null;
  readonly phase: Row['phase'];
  readonly talk: Row['talk'];
  readonly ball: Row['ball'];
  readonly nextStep: string;
  readonly nextDue: string;
  readonly reasonable: Row['reasonable'];
  readonly possible: Row['possible'];
  readonly fate: Row['fate'];
  readonly theirReasonable: Row['their_reasonable'];
  readonly theirPossible: Row['their_possible'];
  readonly interestSkippedWhy: string | null;
  readonly version: number;
  readonly openedAt: string;
  readonly firstAnswerAt: string | null;
  readonly closedAt: string | null;
  /** S11: the contact who decides this matter for the client, where one has been named. */
  readonly decisionMakerId: string | null;
  readonly choosing: boolean;
  readonly minutes: number;
};

export const refOf = (ref: number): string => `REQ-${ref}`;

/** What people call these requests, by id. */
export async function refsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('request')
    .select(['id', 'ref'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, refOf(row.ref)]));
}

export async function lockRequest(tx: Tx, id: string): Promise<LockedRequest> {
  const row = await tx
    .selectFrom('request')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refused('not-found');
  return {
    locked: true,
    id: row.id,
    ref: refOf(row.ref),
    subject: row.subject,
    kind: row.kind,
    clientId: row.client_id,
    contactId: row.contact_id,
    ownerId: row.owner_id,
    phase: row.phase,
    talk: row.talk,
    ball: row.ball,
    nextStep: row.next_step,
    nextDue: row.next_due,
    reasonable: row.reasonable,
    possible: row.possible,
    fate: row.fate,
    theirReasonable: row.their_reasonable,
    theirPossible: row.their_possible,
    interestSkippedWhy: row.interest_skipped_why,
    version: row.version,
    openedAt: row.opened_at,
    firstAnswerAt: row.first_answer_at,
    closedAt: row.closed_at,
    decisionMakerId: row.decision_maker_id,
    choosing: row.choosing,
    minutes: row.minutes,
  };
}

/** Refuses with 412 when somebody changed the request since the person looked; the current version goes with the refusal. */
export function expectVersion(request: LockedRequest, ifMatch: string): void {
  if (ifMatch !== String(request.version)) throw refused('stale', { version: request.version });
}

export type RequestChange = Omit<
  Updateable<RequestTable>,
  'workspace_id' | 'id' | 'ref' | 'version' | 'minutes' | 'suggestion'
> & {
  addMinutes?: number;
  suggestion?: unknown;
};

/**
 * Writes the change and moves the version on. Every change of anything about a request goes through here, so the ETag is true – and an
 * imported request that slept until now wakes.
 */
export async function saveRequest(tx: Tx, request: LockedRequest, change: RequestChange, now: number): Promise<number> {
  const { addMinutes, suggestion, ...columns } = change;
  const row = await tx
    .updateTable('request')
    .set({
      ...columns,
      ...(suggestion === undefined ? {} : { suggestion: suggestion === null ? null : JSON.stringify(suggestion) }),
      ...(addMinutes ? { minutes: sql<number>`minutes + ${addMinutes}` } : {}),
      asleep: false,
      version: sql<number>`version + 1`,
      updated_at: iso(now),
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', request.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export type NewRequest = {
  id: string;
  subject: string;
  kind?: string;
  clientId: string | null;
  contactId: string | null;
  ownerId: string | null;
  nextStep: string;
  nextDue: string;
  openedAt: string;
  sample?: boolean;
};

/** Takes the workspace's next number. Two requests made at once get two numbers; a rolled-back one leaves no gap. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<{ id: string; ref: string }> {
  const { next_ref: next } = await tx
    .updateTable('workspace')
    .set({ next_ref: sql<number>`next_ref + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .returning('next_ref')
    .executeTakeFirstOrThrow();
  const ref = next - 1;
  await tx
    .insertInto('request')
    .values({
      workspace_id: tx.workspaceId,
      id: request.id,
      ref,
      subject: request.subject,
      kind: request.kind ?? 'general',
      client_id: request.clientId,
      contact_id: request.contactId,
      owner_id: request.ownerId,
      next_step: request.nextStep,
      next_due: request.nextDue,
      opened_at: request.openedAt,
      updated_at: request.openedAt,
      sample: request.sample ?? false,
    })
    .execute();
  return { id: request.id, ref: refOf(ref) };
}
