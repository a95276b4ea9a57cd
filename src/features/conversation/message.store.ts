import type { Message } from '../../contract/conversation.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MessageTable } from '../../platform/db/tables/message.ts';

export type NewMessage = {
  id: string;
  requestId: string;
  clientId: string | null;
  audience: 'both' | 'ours';
  channel: MessageTable['channel'];
  direction: MessageTable['direction'];
  kind?: string;
  memberId?: string | null;
  contactId?: string | null;
  authorName: string;
  authorAddress?: string | null;
  verified?: boolean;
  subject?: string | null;
  body: string;
  html?: string | null;
  quoted?: string | null;
  lang?: string | null;
  purpose?: Message['purpose'];
  minutes?: number;
  rfcMessageId?: string | null;
  rawMailId?: string | null;
  at: number;
};

export async function insertMessage(tx: Tx, m: NewMessage): Promise<void> {
  await tx
    .insertInto('message')
    .values({
      workspace_id: tx.workspaceId,
      id: m.id,
      request_id: m.requestId,
      client_id: m.clientId,
      audience: m.audience,
      channel: m.channel,
      direction: m.direction,
      kind: m.kind ?? 'person',
      author_member_id: m.memberId ?? null,
      author_contact_id: m.contactId ?? null,
      author_name: m.authorName,
      author_address: m.authorAddress ?? null,
      verified: m.verified ?? true,
      subject: m.subject ?? null,
      body: m.body,
      html: m.html ?? null,
      quoted: m.quoted || null,
      lang: m.lang ?? null,
      purpose: (m.purpose ?? 'reply') as 'reply',
      minutes: m.minutes ?? 0,
      rfc_message_id: m.rfcMessageId ?? null,
      raw_mail_id: m.rawMailId ?? null,
      at: iso(m.at),
    })
    .execute();
}

export async function setRfcMessageId(tx: Tx, id: string, rfcMessageId: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ rfc_message_id: rfcMessageId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The whole conversation of a request, oldest first, with files and the fate of every mail of ours. */
export async function conversationOf(tx: Tx, requestId: string): Promise<Message[]> {
  const rows = await tx
    .selectFrom('message')
    .select([
      'id',
      'audience',
      'channel',
      'direction',
      'kind',
      'author_name',
      'verified',
      'subject',
      'body',
      'quoted',
      'purpose',
      'minutes',
      'at',
    ])
    .select((eb) => eb('html', 'is not', null).as('has_html'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute();
  const files = Map.groupBy(await filesOf(tx, requestId), (f) => f.message_id);
  const mails = Map.groupBy(await deliveriesOf(tx, requestId), (o) => o.message_id ?? '');
  return rows.map((m) => ({
    id: m.id,
    audience: m.audience,
    channel: m.channel,
    direction: m.direction,
    kind: m.kind,
    authorName: m.author_name,
    verified: m.verified,
    subject: m.subject,
    body: m.body,
    hasHtml: Boolean(m.has_html),
    quoted: m.quoted,
    purpose: m.purpose,
    minutes: m.minutes,
    at: m.at,
    attachments: (files.get(m.id) ?? []).map((f) => ({
      id: f.id,
      name: f.name,
      type: f.type,
      size: f.size,
      inline: f.inline,
      contentId: f.content_id,
    })),
    delivery: (mails.get(m.id) ?? []).map((o) => ({
      recipient: o.recipient,
      state: o.state,
      at: o.sent_at,
      error: o.last_error,
    })),
  }));
}

const filesOf = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('attachment')
    .select(['id', 'message_id', 'name', 'type', 'size', 'inline', 'content_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .execute();

const deliveriesOf = (tx: Tx, requestId: string) =>
  tx
    .selectFrom('outbox')
    .select(['message_id', 'recipient', 'state', 'sent_at', 'last_error'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .execute();

/** Message-IDs of the conversation that the client's mail program knows, oldest first, for In-Reply-To and References. */
export async function threadOf(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('message')
    .select('rfc_message_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('audience', '=', 'both')
    .where('rfc_message_id', 'is not', null)
    .orderBy('at', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap((row) => (row.rfc_message_id ? [row.rfc_message_id] : [])).reverse();
}

export async function setMinutes(
  tx: Tx,
  id: string,
  minutes: number,
): Promise<{ requestId: string; added: number } | null> {
  const row = await tx
    .selectFrom('message')
    .select(['request_id', 'minutes'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  await tx
    .updateTable('message')
    .set({ minutes })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
  return { requestId: row.request_id, added: minutes - row.minutes };
}

export async function findMessage(tx: Tx, id: string) {
  return tx
    .selectFrom('message')
    .select([
      'id',
      'request_id',
      'client_id',
      'body',
      'html',
      'direction',
      'author_address',
      'author_name',
      'verified',
      'at',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
