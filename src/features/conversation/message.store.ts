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
