import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import { markBounced, nextOfficeDay } from '../clients/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import type { Arrival, Handled } from './arrival.ts';
import { keepMessage } from './keep-message.ts';
import { findOutboxByRfcId } from './outbox-list.store.ts';
import { settleByReport } from './outbox.store.ts';

/**
 * A delivery report comes back to the mail that caused it, whether we thought it sent or did not know (F-42). It marks an address that
 * is gone for good, never becomes a request, and nobody answers it (AT-11).
 */
export async function recordBounce(tx: Tx, ctx: Context, arrival: Arrival): Promise<Handled> {
  const { bounce, inReplyTo, references } = arrival.mail;
  const ids = [bounce?.originalMessageId, inReplyTo, ...references.toReversed()].filter((id) => id != null);
  const sent = await findOutboxByRfcId(tx, ids.slice(0, 50));
  if (!bounce || !sent) return { state: 'ignored', reason: 'bounce-of-unknown-mail' };
  const now = ctx.now();
  const request = sent.request_id ? await lockRequest(tx, sent.request_id) : null;
  const messageId = request ? await keep(tx, arrival, request.id, request.clientId) : null;
  const failed = bounce.action === 'failed';
  const words = (bounce.diagnostic ?? bounce.status ?? arrival.mail.subject).slice(0, 500);
  if (failed || bounce.action === 'delivered')
    await settleByReport(tx, sent.id, failed ? 'bounced' : 'sent', words, now);
  if (failed && bounce.hard && sent.contact_id) await markBounced(tx, sent.contact_id, now);
  if (request && failed && !sent.automatic && request.phase !== 'closed') {
    const step = { ball: 'ours' as const, next_step: await stepWords(tx, 'unsure-delivery') };
    await saveRequest(tx, request, { ...step, next_due: iso(await nextOfficeDay(tx, now)) }, now);
  }
  const { action, status, hard } = bounce;
  const data = { message: sent.message_id, recipient: sent.recipient, status, hard, error: words };
  const kind = failed ? 'mail.bounced' : `mail.reported-${action}`;
  await append(tx, { kind: 'mail' }, now, [
    { kind, requestId: sent.request_id, clientId: sent.client_id, audience: 'ours', data },
  ]);
  return { state: 'attached', reason: failed ? 'bounce' : `delivery-${action}`, requestId: sent.request_id, messageId };
}

const keep = (tx: Tx, arrival: Arrival, requestId: string, clientId: string | null): Promise<string> =>
  keepMessage(tx, arrival, { requestId, clientId, contactId: null, audience: 'ours' });
