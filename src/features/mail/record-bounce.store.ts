import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import type { ParsedMail } from '../../platform/mail/parsed-mail.ts';
import type { Handled } from './handled.ts';
import { findOutboxByRfcId, setOutbox } from './outbox.store.ts';

/** A bounce comes back to the mail that caused it, marks the address when it is gone for good, and never becomes a request. */
export async function recordBounce(tx: Tx, ctx: Context, mail: ParsedMail): Promise<Handled> {
  const bounce = mail.bounce;
  const sent = bounce?.originalMessageId ? await findOutboxByRfcId(tx, bounce.originalMessageId) : undefined;
  if (!bounce || !sent) return { state: 'ignored', reason: 'bounce-of-unknown-mail' };
  if (bounce.action !== 'failed')
    return { state: 'attached', reason: `delivery-${bounce.action}`, requestId: sent.request_id };
  const now = ctx.now();
  await setOutbox(tx, sent.id, { state: 'bounced', last_error: bounce.diagnostic ?? bounce.status ?? 'bounced' });
  if (bounce.hard && sent.contact_id) {
    await tx
      .updateTable('contact')
      .set({ bounced_at: iso(now) })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', sent.contact_id)
      .execute();
  }
  const data = { message: sent.message_id, recipient: sent.recipient, status: bounce.status, hard: bounce.hard };
  await append(tx, { kind: 'mail' }, now, [
    { kind: 'mail.bounced', requestId: sent.request_id, clientId: sent.client_id, audience: 'ours', data },
  ]);
  return { state: 'attached', reason: 'bounce', requestId: sent.request_id };
}
