import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import { bodyOf } from './arrival.ts';

type Seen = { readonly requestId: string | null; readonly messageId: string | null };

/**
 * Was this mail taken in before, by another way or mailbox? The same bytes, or the same Message-ID with the same sender, title and
 * words: servers add their own lines on the way to each inbox. The same Message-ID with other words is another mail (F-32). Two copies
 * that are handled at the same moment wait for each other.
 */
export async function seenBefore(tx: Tx, raw: { id: string; sha256: string }, mail: ParsedMail): Promise<Seen | null> {
  const key = `${tx.workspaceId} ${mail.messageId ?? raw.sha256}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const same = await tx
    .selectFrom('raw_mail')
    .select(['request_id', 'message_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('sha256', '=', raw.sha256)
    .where('id', '<>', raw.id)
    .where('state', 'in', ['request', 'reply', 'attached', 'ignored'])
    .limit(1)
    .executeTakeFirst();
  if (same) return { requestId: same.request_id, messageId: same.message_id };
  if (!mail.messageId) return null;
  const told = await tx
    .selectFrom('message')
    .select(['request_id', 'id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('rfc_message_id', '=', mail.messageId)
    .where('direction', '=', 'in')
    .where('author_address', '=', mail.from.address.toLowerCase())
    .where('subject', '=', mail.subject)
    .where('body', '=', bodyOf(mail))
    .limit(1)
    .executeTakeFirst();
  return told ? { requestId: told.request_id, messageId: told.id } : null;
}
