import { sql } from 'kysely';
import type { Accord } from '../../contract/accords.ts';
import type { AccordState } from '../../domain/accords/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** Takes the workspace's next accord number. */
export async function nextAccordNumber(tx: Tx): Promise<number> {
  const row = await tx
    .updateTable('workspace')
    .set({ next_accord: sql<number>`next_accord + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .returning('next_accord')
    .executeTakeFirstOrThrow();
  return row.next_accord - 1;
}

export type NewAccord = {
  id: string;
  requestId: string;
  clientId: string;
  number: number;
  optionId: string;
  optionHash: string;
  lang: string;
  document: unknown;
  text: string;
  fingerprint: string;
  amendsId: string | null;
};

export async function insertAccord(tx: Tx, a: NewAccord, now: number): Promise<void> {
  await tx
    .insertInto('accord')
    .values({
      workspace_id: tx.workspaceId,
      id: a.id,
      request_id: a.requestId,
      client_id: a.clientId,
      number: a.number,
      option_id: a.optionId,
      option_hash: a.optionHash,
      lang: a.lang,
      document: JSON.stringify(a.document),
      text: a.text,
      fingerprint: a.fingerprint,
      amends_id: a.amendsId,
      created_at: iso(now),
    })
    .execute();
}

const columns = [
  'id',
  'request_id',
  'client_id',
  'number',
  'state',
  'lang',
  'text',
  'document',
  'fingerprint',
  'option_id',
  'option_hash',
  'created_at',
  'in_force_at',
  'amends_id',
] as const;

export type AccordRow = Accord & { requestId: string; clientId: string; optionHash: string };

async function withSignatures(tx: Tx, rows: Awaited<ReturnType<typeof select>>): Promise<AccordRow[]> {
  if (rows.length === 0) return [];
  const signatures = await tx
    .selectFrom('signature')
    .select(['accord_id', 'side', 'typed_name', 'organisation', 'identified_by', 'at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where(
      'accord_id',
      'in',
      rows.map((r) => r.id),
    )
    .orderBy('at')
    .execute();
  const byAccord = Map.groupBy(signatures, (s) => s.accord_id);
  return rows.map((r) => ({
    id: r.id,
    requestId: r.request_id,
    clientId: r.client_id,
    number: r.number,
    state: r.state,
    lang: r.lang,
    text: r.text,
    document: r.document,
    fingerprint: r.fingerprint,
    optionId: r.option_id,
    optionHash: r.option_hash,
    createdAt: r.created_at,
    inForceAt: r.in_force_at,
    amendsId: r.amends_id,
    signatures: (byAccord.get(r.id) ?? []).map((s) => ({
      side: s.side,
      typedName: s.typed_name,
      organisation: s.organisation,
      identifiedBy: s.identified_by,
      at: s.at,
    })),
  }));
}

const base = (tx: Tx) => tx.selectFrom('accord').select(columns).where('workspace_id', '=', tx.workspaceId);
const select = (tx: Tx) => base(tx).execute();

export async function accordsOf(tx: Tx, requestId: string): Promise<AccordRow[]> {
  return withSignatures(tx, await base(tx).where('request_id', '=', requestId).orderBy('number').execute());
}

export async function findAccord(tx: Tx, id: string): Promise<AccordRow | null> {
  const [accord] = await withSignatures(tx, await base(tx).where('id', '=', id).execute());
  return accord ?? null;
}

export async function findAccordByNumber(tx: Tx, number: number): Promise<AccordRow | null> {
  const [accord] = await withSignatures(tx, await base(tx).where('number', '=', number).execute());
  return accord ?? null;
}

/** Locks the accord's row; call after the request's lock. */
export async function lockAccord(tx: Tx, id: string): Promise<AccordRow | null> {
  await tx
    .selectFrom('accord')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return findAccord(tx, id);
}

export async function setAccordState(tx: Tx, id: string, state: AccordState, inForceAt: string | null): Promise<void> {
  await tx
    .updateTable('accord')
    .set(inForceAt ? { state, in_force_at: inForceAt } : { state })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export type NewSignature = {
  id: string;
  accordId: string;
  clientId: string;
  side: 'ours' | 'theirs';
  personId: string;
  typedName: string;
  organisation: string;
  identifiedBy: 'room-link' | 'password';
  identifiedTo: string;
  statement: string;
  button: string;
  fingerprint: string;
  ip: string | null;
  userAgent: string | null;
};

/** Evidence of an acceptance: who, how known, what exact text, which button, when, from where. All of it set by the server. */
export async function insertSignature(tx: Tx, s: NewSignature, now: number): Promise<void> {
  await tx
    .insertInto('signature')
    .values({
      workspace_id: tx.workspaceId,
      id: s.id,
      accord_id: s.accordId,
      client_id: s.clientId,
      side: s.side,
      person_id: s.personId,
      typed_name: s.typedName,
      organisation: s.organisation,
      identified_by: s.identifiedBy,
      identified_to: s.identifiedTo,
      statement: s.statement,
      button: s.button,
      fingerprint: s.fingerprint,
      ip: s.ip,
      user_agent: s.userAgent,
      at: iso(now),
    })
    .execute();
}

export const signersOf = (tx: Tx, accordId: string) =>
  tx
    .selectFrom('signature')
    .select(['person_id', 'typed_name', 'side'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('accord_id', '=', accordId)
    .execute();

/**
 * Open promises whose place an accord takes: those its offer named, and those of the accord it amends – a new wording of the whole is
 * not promised beside the old one.
 */
export async function replacedPromises(tx: Tx, a: Pick<AccordRow, 'optionId' | 'amendsId'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from promise p where p.workspace_id = ${tx.workspaceId}
    and p.state in ('given', 'at-risk') and (p.source_id = ${a.amendsId} or p.id in (select s.promise_id from shift_offer s
      where s.workspace_id = ${tx.workspaceId} and s.option_id = ${a.optionId}))`.execute(tx);
  return rows.map((r) => r.id);
}
