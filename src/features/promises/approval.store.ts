import type { z } from 'zod';
import type { Approval } from '../../contract/promises.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

type ApprovalRow = z.infer<typeof Approval>;

export async function insertApproval(
  tx: Tx,
  a: {
    id: string;
    requestId: string;
    subject: 'promise' | 'accord' | 'option';
    subjectId: string;
    askedOf: string;
    askedBy: string;
    why: string;
  },
  now: number,
): Promise<void> {
  await tx
    .insertInto('approval')
    .values({
      workspace_id: tx.workspaceId,
      id: a.id,
      request_id: a.requestId,
      subject: a.subject,
      subject_id: a.subjectId,
      asked_of: a.askedOf,
      asked_by: a.askedBy,
      why: a.why,
      asked_at: iso(now),
    })
    .execute();
}

export async function lockApproval(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('approval')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    requestId: row.request_id,
    subject: row.subject,
    subjectId: row.subject_id,
    askedOf: row.asked_of,
    askedBy: row.asked_by,
    state: row.state,
  };
}

export async function requestOfApproval(tx: Tx, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('approval')
    .select('request_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.request_id ?? null;
}

export async function settleApproval(
  tx: Tx,
  id: string,
  state: 'approved' | 'refused' | 'withdrawn',
  answer: string,
  now: number,
): Promise<void> {
  await tx
    .updateTable('approval')
    .set({ state, answer, answered_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** `orFor`: also what was asked of colleagues who are away then and for whom this person stands in (S6). */
export type Asked = { askedOf: string; orFor?: number } | { askedBy: string };

/** Open approvals asked of this person, or by them; the subject's own figures stand beside the question. */
export async function openApprovals(tx: Tx, who: Asked): Promise<ApprovalRow[]> {
  const rows = await tx
    .selectFrom('approval as a')
    .innerJoin('request as r', (join) =>
      join.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.request_id'),
    )
    .innerJoin('member as f', (join) =>
      join.onRef('f.workspace_id', '=', 'a.workspace_id').onRef('f.id', '=', 'a.asked_of'),
    )
    .innerJoin('member as b', (join) =>
      join.onRef('b.workspace_id', '=', 'a.workspace_id').onRef('b.id', '=', 'a.asked_by'),
    )
    .leftJoin('promise as p', (join) =>
      join.onRef('p.workspace_id', '=', 'a.workspace_id').onRef('p.id', '=', 'a.subject_id'),
    )
    .leftJoin('accord as d', (join) =>
      join.onRef('d.workspace_id', '=', 'a.workspace_id').onRef('d.id', '=', 'a.subject_id'),
    )
    .leftJoin('client as c', (join) =>
      join.onRef('c.workspace_id', '=', 'r.workspace_id').onRef('c.id', '=', 'r.client_id'),
    )
    .select([
      'a.id',
      'a.request_id',
      'r.ref',
      'a.subject',
      'a.subject_id',
      'a.why',
      'a.asked_at',
      'a.state',
      'f.name as of_name',
      'b.name as by_name',
    ])
    .select([
      'p.text as promise_text',
      'd.text as accord_text',
      'r.subject as request_subject',
      'p.hours',
      'p.money_minor',
      'p.kind',
      'p.due',
      'c.name as client_name',
    ])
    .where('a.workspace_id', '=', tx.workspaceId)
    .where('a.state', '=', 'asked')
    .where((e) => {
      if (!('askedOf' in who)) return e('a.asked_by', '=', who.askedBy);
      const mine = e('a.asked_of', '=', who.askedOf);
      if (who.orFor === undefined) return mine;
      const at = iso(who.orFor);
      const away = e.and([e('f.absent_from', '<=', at), e('f.absent_until', '>', at)]);
      return e.or([mine, e.and([away, e('f.substitute_id', '=', who.askedOf), e('a.asked_by', '<>', who.askedOf)])]);
    })
    .orderBy('a.asked_at')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    requestId: row.request_id,
    ref: refOf(row.ref),
    subject: row.subject,
    subjectId: row.subject_id,
    text: row.promise_text ?? row.accord_text ?? row.request_subject,
    hours: row.hours ?? 0,
    moneyMinor: row.money_minor ?? 0,
    kind: row.kind ?? 'other',
    due: row.due,
    why: row.why,
    askedByName: row.by_name,
    askedOfName: row.of_name,
    askedAt: row.asked_at,
    state: row.state,
    clientName: row.client_name,
  }));
}
