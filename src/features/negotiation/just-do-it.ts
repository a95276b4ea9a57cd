import { decideTalk } from '../../domain/request/talk.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor, MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { justDoItSoFar } from './ledger-table.store.ts';

/**
 * T12: “just do it”. The first time what they gain by talking is due – in the room it is shown at once, otherwise it is a step of ours;
 * who still declines is recorded as declined to discuss, and counted. Returns the words that were shown.
 */
export async function justDoIt(
  tx: Tx,
  by: Actor,
  requestId: string,
  words: string,
  now: number,
): Promise<{ benefit: string | null }> {
  const request = await lockRequest(tx, requestId);
  const { benefitShown } = await justDoItSoFar(tx, requestId);
  const events = accepted(decideTalk({ talk: request.talk, benefitShown }, { kind: 'just-do-it', words }));
  const talk = events.find((e) => e.kind === 'talk-moved')?.to ?? request.talk;
  const declined = events.some((e) => e.kind === 'declined-to-discuss');
  const step = declined ? 'look-at-answer' : 'just-do-it';
  const next = {
    ball: 'ours' as const,
    next_step: await stepWords(tx, step),
    next_due: iso(await nextOfficeDay(tx, now)),
  };
  await saveRequest(tx, request, { talk, ...next }, now);
  const told = { requestId, clientId: request.clientId, audience: 'both' as const, data: { words } };
  const shown = !declined && by.kind === 'contact';
  await append(tx, by, now, [
    { ...told, kind: declined ? 'talk.declined' : 'talk.benefit-due' },
    ...(shown ? [{ ...told, kind: 'talk.benefit-shown', data: { where: 'room' } }] : []),
  ]);
  return { benefit: shown ? translator(by.lang)('mail.benefit-body') : null };
}

/** T12: the ready message that shows what they gain, in the client's language. */
export async function benefitWords(tx: Tx, requestId: string): Promise<{ subject: string; body: string; to: string }> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const t = translator(contact.lang);
  const { subject } = request;
  return { subject: t('mail.benefit-subject', { subject }), body: t('mail.benefit-body'), to: contact.name };
}

export async function sendBenefit(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  words: { subject: string; body: string; sendAnyway?: { reason: string } | undefined },
  now: number,
): Promise<{ messageId: string }> {
  const request = await lockRequest(tx, requestId);
  const letter = { request, by, purpose: 'invitation' as const, ...words, automatic: false, undoable: false };
  const { messageId } = await sendToClient(tx, ctx, letter, now);
  const next_due = iso((await nextOfficeDay(tx, now)) + 2 * 86_400_000);
  const next = { ball: 'theirs' as const, next_step: await stepWords(tx, 'await-client'), next_due };
  await saveRequest(tx, request, next, now);
  const { clientId } = request;
  await append(tx, by, now, [
    { kind: 'talk.benefit-shown', requestId, clientId, audience: 'both', data: { message: messageId, where: 'mail' } },
  ]);
  return { messageId };
}

/** They look at it together with us after all. */
export async function talkAfterAll(tx: Tx, by: Actor, requestId: string, now: number): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const moved = accepted(decideTalk({ talk: request.talk, benefitShown: true }, { kind: 'enter' }));
  const talk = moved.find((e) => e.kind === 'talk-moved')?.to ?? request.talk;
  const next = { ball: 'ours' as const, next_step: await stepWords(tx, 'look-at-answer') };
  await saveRequest(tx, request, { talk, ...next, next_due: iso(await nextOfficeDay(tx, now)) }, now);
  await append(tx, by, now, [
    { kind: 'talk.after-all', requestId, clientId: request.clientId, audience: 'both', data: {} },
  ]);
}
