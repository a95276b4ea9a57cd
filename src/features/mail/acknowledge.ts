import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { findContact, officeHours } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import type { LockedRequest } from '../requests/public.ts';
import type { Arrival } from './arrival.ts';
import { mayAcknowledge } from './brakes.store.ts';
import { optionsWait } from './thread-mail.store.ts';

/**
 * Word that a new request has arrived, with the date of our first answer. Only to a person we know, never with a stranger's words, at
 * most once an hour and within the loop brakes; never for an import.
 */
export async function acknowledge(
  tx: Tx,
  ctx: Context,
  request: LockedRequest,
  arrival: Arrival,
  due: number,
): Promise<void> {
  const contact = await mayHear(tx, ctx, request, arrival);
  if (!contact) return;
  const { zone } = await officeHours(tx);
  const words = { day: 'numeric', month: 'long', timeZone: zone } as const;
  const date = new Intl.DateTimeFormat(contact.lang, words).format(due);
  await tell(tx, ctx, request, contact.lang, 'ack', { ref: request.ref, date });
}

/**
 * AT-07: a mail accepts nothing, whatever it says. Somebody who answers by mail while options lie on the table is told where their word
 * counts, with a link that is theirs.
 */
export async function answerInTheRoom(
  tx: Tx,
  ctx: Context,
  request: LockedRequest,
  arrival: Arrival,
  contactId: string | null,
): Promise<void> {
  if (contactId === null || contactId !== request.contactId || !(await optionsWait(tx, request.id))) return;
  const contact = await mayHear(tx, ctx, request, arrival);
  if (contact) await tell(tx, ctx, request, contact.lang, 'answer-in-room', {});
}

async function mayHear(tx: Tx, ctx: Context, request: LockedRequest, arrival: Arrival) {
  if (arrival.imported || arrival.mail.kind !== 'person' || !request.clientId || !request.contactId) return null;
  const contact = await findContact(tx, request.contactId);
  return contact && (await mayAcknowledge(tx, request.id, contact, ctx.now())) ? contact : null;
}

async function tell(
  tx: Tx,
  ctx: Context,
  request: LockedRequest,
  lang: string,
  key: 'ack' | 'answer-in-room',
  values: Record<string, string>,
): Promise<void> {
  const t = translator(lang);
  const letter = {
    request,
    by: null,
    purpose: 'acknowledgement',
    subject: t(`mail.${key}-subject`, { subject: request.subject }),
    body: t(`mail.${key}-body`, { ...values, subject: request.subject }),
    automatic: true,
    undoable: false,
  };
  await sendToClient(tx, ctx, letter, ctx.now());
}
