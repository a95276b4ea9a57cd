import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { claimedRef, claimedRequest, readReplyToken, sameAddress, tokensIn } from '../../platform/mail/address.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import { contactsOf, findContact } from '../clients/public.ts';

export type Thread = {
  readonly requestId: string;
  readonly by: 'token' | 'references';
  /** The participant whose mail this is; null: it is attached, but nobody vouches for the sender. */
  readonly contactId: string | null;
};

/**
 * Which request a mail belongs to: its keyed reply address first, then References to Message-IDs of ours or of that request. Never the
 * subject, never a guessable id. The From header grants nothing: it has to be an active contact of that request's client, and where a
 * reply address was used, the very person it was made for (AT-01).
 */
export async function threadMail(tx: Tx, mail: ParsedMail, replyKey: Buffer): Promise<Thread | null> {
  const addresses = [...mail.to, ...mail.cc].map((a) => a.address).concat(mail.deliveredTo);
  for (const token of tokensIn(addresses)) {
    const found = await byToken(tx, token, replyKey, mail.from.address);
    if (found) return goesOnIn(tx, found);
  }
  const found = await byReferences(tx, mail);
  return found && goesOnIn(tx, found);
}

/** What was merged goes on in another request, and so does the mail that answers it. */
async function goesOnIn(tx: Tx, thread: Thread): Promise<Thread> {
  const row = await tx
    .selectFrom('request')
    .select('merged_into')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', thread.requestId)
    .executeTakeFirst();
  return { ...thread, requestId: row?.merged_into ?? thread.requestId };
}

async function byToken(tx: Tx, token: string, key: Buffer, from: string): Promise<Thread | null> {
  const requestId = claimedRequest(token) ?? (await requestOfRef(tx, claimedRef(token)));
  const people = requestId ? await participants(tx, requestId) : null;
  if (!requestId || !people) return null;
  const ids = people.map((p) => p.id);
  const contactId = readReplyToken(key, token, requestId, ids);
  if (!contactId) return null;
  const owner = people.find((p) => p.id === contactId);
  const theirs = owner?.status === 'active' && sameAddress(owner.email, from);
  return { requestId, by: 'token', contactId: theirs ? owner.id : null };
}

async function requestOfRef(tx: Tx, ref: number | null): Promise<string | null> {
  if (ref === null) return null;
  const row = await tx
    .selectFrom('request')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('ref', '=', ref)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The nearest mail it answers counts; a mail of ours that was a machine's stands in the outbox only. */
async function byReferences(tx: Tx, mail: ParsedMail): Promise<Thread | null> {
  const ids = [...(mail.inReplyTo ? [mail.inReplyTo] : []), ...mail.references.toReversed()].slice(0, 50);
  if (ids.length === 0) return null;
  const { rows } = await sql<{ request_id: string }>`
    select request_id from (
      select request_id, rfc_message_id from outbox where workspace_id = ${tx.workspaceId} and rfc_message_id = any(${ids}) and request_id is not null
      union all
      select request_id, rfc_message_id from message where workspace_id = ${tx.workspaceId} and rfc_message_id = any(${ids})
    ) known order by array_position(${ids}::text[], rfc_message_id) limit 1`.execute(tx);
  const requestId = rows[0]?.request_id;
  if (!requestId) return null;
  const people = (await participants(tx, requestId)) ?? [];
  const sender = people.find((p) => p.status === 'active' && sameAddress(p.email, mail.from.address));
  return { requestId, by: 'references', contactId: sender?.id ?? null };
}

type Person = { readonly id: string; readonly email: string; readonly status: string };

/** The people of the request's client; null when there is no such request. */
async function participants(tx: Tx, requestId: string): Promise<readonly Person[] | null> {
  const request = await tx
    .selectFrom('request')
    .select(['client_id', 'contact_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!request) return null;
  if (request.client_id) return contactsOf(tx, request.client_id);
  const contact = request.contact_id ? await findContact(tx, request.contact_id) : null;
  return contact ? [contact] : [];
}

/** Is this an address of a colleague? Then the From header would speak for us, and it never does (AT-05). */
export async function isColleague(tx: Tx, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('email', '=', address.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}

/** Every address under which mail reaches us. */
export async function ownAddresses(tx: Tx, main: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('mailbox')
    .select('address')
    .where('workspace_id', '=', tx.workspaceId)
    .where('kind', 'in', ['imap', 'smtp'])
    .execute();
  return [main, ...rows.map((row) => row.address)];
}

/** `support+anything@firm` is our address as well. */
export function isAmong(address: string, ours: readonly string[]): boolean {
  const plain = address.replace(/\+[^@]*@/, '@');
  return ours.some((own) => sameAddress(own, plain));
}

/** Do options wait for the client's word? */
export async function optionsWait(tx: Tx, requestId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('option')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'on-the-table')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
