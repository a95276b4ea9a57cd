import { sql } from 'kysely';
import type { Situations } from '../../contract/situations.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

type Heated = Situations['heated'][number];

/** S1: every heated talk about a request, the latest last. */
export async function heatedOf(tx: Tx, requestId: string, now: number): Promise<Heated[]> {
  const { rows } = await sql<Heated>`
    select h.id, h.contact_id as "contactId", k.name as "contactName", h.words, m.name as "byName", h.at, h.quiet_until as "quietUntil",
      h.ended_at is null and h.quiet_until > ${iso(now)} as quiet,
      case when h.form_message_id is null then 'none' when exists (select 1 from claim c where c.workspace_id = h.workspace_id
        and c.request_id = h.request_id and c.at >= h.at) then 'answered' else 'offered' end as form
    from heated_talk h join contact k on k.workspace_id = h.workspace_id and k.id = h.contact_id
    join member m on m.workspace_id = h.workspace_id and m.id = h.by_id
    where h.workspace_id = ${tx.workspaceId} and h.request_id = ${requestId} order by h.at limit 50`.execute(tx);
  return rows;
}

export async function insertHeated(
  tx: Tx,
  h: { id: string; requestId: string; clientId: string; contactId: string; words: string; byId: string },
  quietUntil: number,
  formMessageId: string | null,
  now: number,
): Promise<void> {
  await tx
    .insertInto('heated_talk')
    .values({
      workspace_id: tx.workspaceId,
      id: h.id,
      request_id: h.requestId,
      client_id: h.clientId,
      contact_id: h.contactId,
      words: h.words,
      by_id: h.byId,
      at: iso(now),
      quiet_until: iso(quietUntil),
      form_message_id: formMessageId,
    })
    .execute();
}

/** Returns whom it was about; null when there is nothing to end. */
export async function endHeated(tx: Tx, requestId: string, id: string, now: number): Promise<string | null> {
  const row = await tx
    .updateTable('heated_talk')
    .set({ ended_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('contact_id')
    .executeTakeFirst();
  return row?.contact_id ?? null;
}

/** Whether the form waits for somebody of this client; works as the room's own role. */
export async function claimFormWaits(tx: Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select exists (select 1 from heated_talk h
    where h.workspace_id = ${tx.workspaceId} and h.request_id = ${requestId} and not exists (select 1 from claim c
      where c.workspace_id = h.workspace_id and c.request_id = h.request_id and c.at >= h.at)) as waits`.execute(tx);
  return rows[0]?.waits ?? false;
}

type Claim = Situations['claims'][number];
type NewClaim = Omit<Claim, 'contactName' | 'at'> & {
  requestId: string;
  clientId: string;
  contactId: string;
  messageId: string;
};

export async function insertClaim(tx: Tx, c: NewClaim, now: number): Promise<void> {
  await tx
    .insertInto('claim')
    .values({
      workspace_id: tx.workspaceId,
      id: c.id,
      request_id: c.requestId,
      client_id: c.clientId,
      contact_id: c.contactId,
      message_id: c.messageId,
      happened: c.happened,
      happened_at: c.happenedAt,
      expected: c.expected,
      effect: c.effect,
      evidence: c.evidence,
      at: iso(now),
    })
    .execute();
}

export async function claimsOf(tx: Tx, requestId: string): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select c.id, k.name as "contactName", c.happened, c.happened_at as "happenedAt", c.expected, c.effect, c.evidence, c.at
    from claim c join contact k on k.workspace_id = c.workspace_id and k.id = c.contact_id
    where c.workspace_id = ${tx.workspaceId} and c.request_id = ${requestId} order by c.at limit 50`.execute(tx);
  return rows;
}

type Unsaid = Situations['unsaid'][number];

export async function unsaidOf(tx: Tx, requestId: string): Promise<Unsaid[]> {
  const { rows } = await sql<Unsaid>`
    select u.id, u.kind, u.words, m.name as "byName", u.at from left_unsaid u
    join member m on m.workspace_id = u.workspace_id and m.id = u.by_id
    where u.workspace_id = ${tx.workspaceId} and u.request_id = ${requestId} order by u.at limit 50`.execute(tx);
  return rows;
}

/** False when the same was recorded before. */
export async function insertUnsaid(
  tx: Tx,
  u: { id: string; requestId: string; clientId: string; kind: Unsaid['kind']; words: string; byId: string },
  now: number,
): Promise<boolean> {
  const row = await tx
    .insertInto('left_unsaid')
    .values({
      workspace_id: tx.workspaceId,
      id: u.id,
      request_id: u.requestId,
      client_id: u.clientId,
      kind: u.kind,
      words: u.words,
      by_id: u.byId,
      at: iso(now),
    })
    .onConflict((oc) => oc.columns(['workspace_id', 'request_id', 'kind', 'words']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row != null;
}
