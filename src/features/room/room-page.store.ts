import type { RoomPage } from '../../contract/room.ts';
import type { Lang } from '../../contract/common.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { refOf } from '../requests/public.ts';

/** Everything here runs as the room's own role: a column it has no right to would be an error, not a leak. */
const requestColumns = [
  'id',
  'ref',
  'version',
  'subject',
  'phase',
  'talk',
  'ball',
  'next_due',
  'their_reasonable',
  'their_possible',
  'opened_at',
  'closed_at',
  'client_id',
  'choosing',
  'decision_maker_id',
] as const;

export async function roomRequestRow(tx: Tx, id: string) {
  return tx
    .selectFrom('request')
    .select(requestColumns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function roomRequestRows(tx: Tx, only: string | null) {
  let query = tx.selectFrom('request').select(requestColumns).where('workspace_id', '=', tx.workspaceId);
  if (only) query = query.where('id', '=', only);
  const rows = await query.orderBy('updated_at', 'desc').limit(200).execute();
  return rows.map((r) => ({
    id: r.id,
    ref: refOf(r.ref),
    subject: r.subject,
    phase: r.phase,
    ball: r.ball,
    openedAt: r.opened_at,
    closedAt: r.closed_at,
    nextDue: r.next_due,
  }));
}

export async function roomNames(tx: Tx, actor: ContactActor) {
  const workspace = await tx
    .selectFrom('workspace')
    .select(['name', 'lang', 'zone', 'currency'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  const client = await tx
    .selectFrom('client')
    .select(['name', 'zone'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', actor.clientId)
    .executeTakeFirstOrThrow();
  return {
    firm: workspace.name,
    clientName: client.name,
    zone: client.zone ?? workspace.zone,
    currency: workspace.currency,
  };
}

export async function roomMessages(tx: Tx, requestId: string): Promise<RoomPage['messages']> {
  const rows = await tx
    .selectFrom('message')
    .select(['id', 'direction', 'author_name', 'channel', 'purpose', 'subject', 'body', 'quoted', 'at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute();
  const files = await tx
    .selectFrom('attachment')
    .select(['id', 'message_id', 'name', 'type', 'size', 'inline', 'content_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .execute();
  const byMessage = Map.groupBy(files, (f) => f.message_id);
  return rows.map((m) => ({
    id: m.id,
    fromUs: m.direction !== 'in',
    authorName: m.author_name,
    channel: m.channel,
    purpose: m.purpose,
    subject: m.subject,
    body: m.body,
    quoted: m.quoted,
    at: m.at,
    attachments: (byMessage.get(m.id) ?? []).map((f) => ({
      id: f.id,
      name: f.name,
      type: f.type,
      size: f.size,
      inline: f.inline,
      contentId: f.content_id,
    })),
  }));
}

export async function ownPlacement(tx: Tx, requestId: string) {
  return tx
    .selectFrom('placement')
    .select(['reasonable', 'possible', 'reason'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('side', '=', 'theirs')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function contactName(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('contact')
    .select('name')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? '';
}

export const meIn = (actor: ContactActor) => ({ name: actor.name, may: actor.may, lang: actor.lang as Lang });
