import { type Selectable, sql } from 'kysely';
import type { ReviewAction, ReviewDocument } from '../../contract/review.ts';
import type { Cause, Period } from '../../domain/review/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { ReviewActionTable } from '../../platform/db/tables/review-action.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Review = {
  id: string;
  clientId: string;
  period: Period;
  lang: string;
  commentary: string;
  leftOut: string[];
  document: ReviewDocument | null;
  version: number;
  sharedAt: string | null;
};

/** Locked until the transaction ends: whoever changes a review sees what the one before did. */
export async function lockReview(tx: Tx, id: string): Promise<Review | null> {
  const row = await tx
    .selectFrom('review')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { client_id: clientId, from_on: from, to_on: to, left_out: leftOut, shared_at: sharedAt } = row;
  const { lang, commentary, version } = row;
  const document = row.document as ReviewDocument | null;
  return { id, clientId, period: { from, to }, lang, commentary, leftOut, document, version, sharedAt };
}

export async function findForPeriod(tx: Tx, clientId: string, period: Period): Promise<string | null> {
  const row = await tx
    .selectFrom('review')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', clientId)
    .where('from_on', '=', period.from)
    .where('to_on', '=', period.to)
    .executeTakeFirst();
  return row?.id ?? null;
}

type NewReview = { id: string; clientId: string; period: Period; lang: string; by: string };

export async function insertReview(tx: Tx, review: NewReview, now: number): Promise<void> {
  await tx
    .insertInto('review')
    .values({
      workspace_id: tx.workspaceId,
      id: review.id,
      client_id: review.clientId,
      from_on: review.period.from,
      to_on: review.period.to,
      lang: review.lang,
      created_by: review.by,
      created_at: iso(now),
      updated_at: iso(now),
    })
    .execute();
}

type Change = { commentary?: string; left_out?: string[]; document?: string; shared_at?: string; shared_by?: string };

export async function saveReview(tx: Tx, id: string, change: Change, now: number): Promise<number> {
  const { version } = await tx
    .updateTable('review')
    .set({ ...change, version: sql<number>`version + 1`, updated_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function listReviewRows(tx: Tx, clientId: string | undefined) {
  const only = clientId ? sql`and r.client_id = ${clientId}` : sql``;
  const { rows } = await sql<{
    id: string;
    clientId: string;
    clientName: string;
    from: string;
    to: string;
    sharedAt: string | null;
    actions: number;
  }>`
    select r.id, r.client_id as "clientId", c.name as "clientName", r.from_on as "from", r.to_on as "to", r.shared_at as "sharedAt",
      (select count(*)::int from review_action a where a.workspace_id = r.workspace_id and a.review_id = r.id) as actions
    from review r join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
    where r.workspace_id = ${tx.workspaceId} ${only} order by r.to_on desc, r.from_on desc, c.name limit 200`.execute(
    tx,
  );
  return rows.map(({ from, to, ...row }) => ({ ...row, period: { from, to } }));
}

/** What is shared, as it was shared; works as the room's own role and as ours. */
export async function sharedReviews(tx: Tx, clientId: string) {
  const rows = await tx
    .selectFrom('review')
    .select(['id', 'from_on', 'to_on', 'shared_at', 'document'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('client_id', '=', clientId)
    .where('shared_at', 'is not', null)
    .orderBy('to_on', 'desc')
    .limit(100)
    .execute();
  return rows.map((r) => ({
    id: r.id,
    period: { from: r.from_on, to: r.to_on },
    sharedAt: r.shared_at ?? '',
    document: r.document as ReviewDocument,
  }));
}

const toAction = (row: Selectable<ReviewActionTable>): ReviewAction => ({
  id: row.id,
  cause: row.cause as Cause,
  text: row.text,
  side: row.side,
  ownerName: row.owner_name,
  dueOn: row.due_on,
  oursAgreed: row.ours_at !== null,
  theirsAgreed: row.theirs_at !== null,
  done: row.done_at !== null,
});

export async function actionsOf(tx: Tx, reviewId: string): Promise<ReviewAction[]> {
  const rows = await tx
    .selectFrom('review_action')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('review_id', '=', reviewId)
    .orderBy('created_at')
    .limit(100)
    .execute();
  return rows.map(toAction);
}

/** What both sides agreed in reviews of earlier periods, with the period it was about. */
export async function agreedBefore(
  tx: Tx,
  clientId: string,
  from: string,
): Promise<(ReviewAction & { agreedFor: Period })[]> {
  const rows = await tx
    .selectFrom('review_action as a')
    .innerJoin('review as r', (join) =>
      join.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.review_id'),
    )
    .selectAll('a')
    .select(['r.from_on', 'r.to_on'])
    .where('a.workspace_id', '=', tx.workspaceId)
    .where('a.client_id', '=', clientId)
    .where('r.to_on', '<', from)
    .where('a.ours_at', 'is not', null)
    .where('a.theirs_at', 'is not', null)
    .orderBy('a.created_at', 'desc')
    .limit(30)
    .execute();
  return rows.map((row) => ({ ...toAction(row), agreedFor: { from: row.from_on, to: row.to_on } }));
}

export type NewAction = Omit<ReviewAction, 'oursAgreed' | 'theirsAgreed' | 'done'> & {
  clientId: string;
  reviewId: string;
  oursAt: number | null;
  theirsAt: number | null;
};

export async function insertAction(tx: Tx, a: NewAction, now: number): Promise<void> {
  await tx
    .insertInto('review_action')
    .values({
      workspace_id: tx.workspaceId,
      id: a.id,
      client_id: a.clientId,
      review_id: a.reviewId,
      cause: a.cause,
      text: a.text,
      side: a.side,
      owner_name: a.ownerName,
      due_on: a.dueOn,
      ours_at: a.oursAt === null ? null : iso(a.oursAt),
      theirs_at: a.theirsAt === null ? null : iso(a.theirsAt),
      created_at: iso(now),
    })
    .execute();
}

export async function lockAction(tx: Tx, id: string): Promise<Selectable<ReviewActionTable> | null> {
  const row = await tx
    .selectFrom('review_action')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveAction(
  tx: Tx,
  id: string,
  state: { ours_at: string | null; theirs_at: string | null; done_at: string | null },
): Promise<void> {
  await tx
    .updateTable('review_action')
    .set(state)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}
