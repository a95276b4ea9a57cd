import type { Tx } from '../../platform/db/tx.ts';
import { claimedRequest, readReplyToken, sameAddress, tokensIn } from '../../platform/mail/address.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import { contactsOf } from '../clients/public.ts';

export type Thread = {
  readonly requestId: string;
  readonly clientId: string | null;
  /** The participant this mail is known to be from; null: attached, but nobody vouches for the sender. */
  readonly contactId: string | null;
  readonly by: 'token' | 'references';
};

/**
 * Which request a mail belongs to: its keyed reply address first, then References to Message-IDs of ours. Never the subject, never a
 * guessable id. The From header alone grants nothing: without a token only an active contact of the same client counts as known.
 */
export async function threadMail(tx: Tx, mail: ParsedMail, replyKey: Buffer): Promise<Thread | null> {
  const addresses = [...mail.to, ...mail.cc].map((a) => a.address).concat(mail.deliveredTo);
  for (const token of tokensIn(addresses)) {
    const found = await byToken(tx, token, replyKey, mail.from.address);
    if (found) return found;
  }
  return byReferences(tx, mail);
}

async function byToken(tx: Tx, token: string, key: Buffer, from: string): Promise<Thread | null> {
  const requestId = claimedRequest(token);
  const request = requestId ? await requestOf(tx, requestId) : null;
  if (!request?.clientId) return null;
  const contacts = await contactsOf(tx, request.clientId);
  const read = readReplyToken(
    key,
    token,
    contacts.map((c) => c.id),
  );
  if (!read) return null;
  // The address was made for one person; somebody else who writes to it (a forward, a CC) is attached unverified.
  const owner = contacts.find((c) => c.id === read.contactId);
  const sender = contacts.find((c) => c.status === 'active' && sameAddress(c.email, from));
  const known = owner && sameAddress(owner.email, from) ? owner : (sender ?? null);
  return {
    requestId: request.id,
    clientId: request.clientId,
    contactId: known?.status === 'active' ? known.id : null,
    by: 'token',
  };
}

async function byReferences(tx: Tx, mail: ParsedMail): Promise<Thread | null> {
  const ids = [...mail.references, ...(mail.inReplyTo ? [mail.inReplyTo] : [])].slice(-50);
  if (ids.length === 0) return null;
  const row = await tx
    .selectFrom('message')
    .select(['request_id', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('rfc_message_id', 'in', ids)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const contacts = row.client_id ? await contactsOf(tx, row.client_id) : [];
  const sender = contacts.find((c) => c.status === 'active' && sameAddress(c.email, mail.from.address));
  return { requestId: row.request_id, clientId: row.client_id, contactId: sender?.id ?? null, by: 'references' };
}

async function requestOf(tx: Tx, id: string): Promise<{ id: string; clientId: string | null } | null> {
  const row = await tx
    .selectFrom('request')
    .select(['id', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { id: row.id, clientId: row.client_id } : null;
}
