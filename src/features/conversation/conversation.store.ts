import type { Message } from '../../contract/conversation.ts';
import type { Tx } from '../../platform/db/tx.ts';

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

/** Message-IDs of the conversation that the client's mail program knows, oldest first, and the one an answer of ours answers: theirs. */
export async function threadOf(tx: Tx, requestId: string): Promise<{ references: string[]; inReplyTo: string | null }> {
  const rows = await tx
    .selectFrom('message')
    .select(['rfc_message_id', 'direction'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('audience', '=', 'both')
    .where('verified', '=', true)
    .where('rfc_message_id', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  const ids = rows.flatMap((row) => row.rfc_message_id ?? []);
  const theirs = rows.find((row) => row.direction === 'in')?.rfc_message_id;
  return { references: ids.toReversed(), inReplyTo: theirs ?? ids[0] ?? null };
}
