import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { type Settled, settleAttempt } from './outbox.store.ts';

type Attempt = { id: string; attempt: number; requestId: string | null };

/**
 * Writes down what became of a mail. When a person's words have not arrived, or nobody knows whether they have, the request says so
 * in its next step: the initiative is ours again (C7).
 */
export async function settleDelivery(tx: Tx, mail: Attempt, settled: Settled, now: number): Promise<void> {
  const request = mail.requestId ? await lockRequest(tx, mail.requestId) : null;
  const row = await settleAttempt(tx, mail.id, mail.attempt, settled);
  if (!row || settled.state === 'retry') return;
  if (request && settled.state !== 'sent' && !row.automatic && request.phase !== 'closed') {
    const step = { ball: 'ours' as const, next_step: await stepWords(tx, 'unsure-delivery') };
    await saveRequest(tx, request, { ...step, next_due: iso(await nextOfficeDay(tx, now)) }, now);
  }
  const data = { message: row.message_id, recipient: row.recipient, error: settled.lastError };
  const arrived = settled.state === 'sent' && row.message_id !== null;
  await append(tx, { kind: 'mail' }, now, [
    {
      kind: `mail.${settled.state}`,
      requestId: row.request_id,
      clientId: row.client_id,
      audience: arrived ? 'both' : 'ours',
      data,
    },
  ]);
}
