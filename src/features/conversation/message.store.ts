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
  /** Undo send: until then only our side sees it. */
  heldUntil?: number | null;
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
      held_until: m.heldUntil ? iso(m.heldUntil) : null,
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
    .where('verified', '=', true)
    .where('rfc_message_id', 'is not', null)
    .orderBy('at', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap((row) => (row.rfc_message_id ? [row.rfc_message_id] : [])).reverse();
}

/** Sets the minutes of a message and tells what they were. The request has to be locked. */
export async function setMinutes(tx: Tx, id: string, minutes: number): Promise<number> {
  const { minutes: before } = await tx
    .selectFrom('message')
    .select('minutes')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('message')
    .set({ minutes })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
  return before;
}

/** Our side vouches for it: from now on the room may show it. */
export async function verifyMessage(tx: Tx, id: string, contactId: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ verified: true, author_contact_id: contactId })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** An undone message stays with us and out of the room for good. */
export async function takeBack(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ audience: 'ours', minutes: 0 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('attachment')
    .set({ audience: 'ours' })
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_id', '=', id)
    .execute();
}

/** How the request stood before a message of ours moved it. */
export type Before = {
  readonly ball: 'ours' | 'theirs' | 'third';
  readonly nextStep: string;
  readonly nextDue: string;
  readonly firstAnswerAt: string | null;
};

export async function sentEventOf(tx: Tx, requestId: string, messageId: string): Promise<Before | null> {
  const rows = await tx
    .selectFrom('event')
    .select('data')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('kind', '=', 'message.sent')
    .orderBy('seq', 'desc')
    .limit(20)
    .execute();
  const data = rows.map((row) => row.data as { message?: string; before?: Before } | null);
  return data.find((d) => d?.message === messageId)?.before ?? null;
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
      'lang',
      'direction',
      'audience',
      'minutes',
      'author_member_id',
      'author_address',
      'author_name',
      'verified',
      'at',
    ])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}
