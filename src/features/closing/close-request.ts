import { endOfWorkingDay } from '../../domain/calendar/working-days.ts';
import {
  type ClosingCommand,
  type ClosingEvent,
  type ClosingMessage,
  decideClosing,
} from '../../domain/request/closing.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor, MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { type EventActor, append } from '../../platform/ledger/append.ts';
import { officeHours } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { type LockedRequest, lockRequest, saveRequest } from '../requests/public.ts';
import { closingDelivery, insertClosing, latestClosing, openPromisesOfOurs, settleClosing } from './closing.store.ts';
import { closingWords } from './closing-words.store.ts';

async function decide(
  tx: Tx,
  request: LockedRequest,
  command: ClosingCommand,
  now: number,
): Promise<readonly ClosingEvent[]> {
  const latest = await latestClosing(tx, request.id);
  const waiting = latest?.state === 'sent' ? latest : null;
  const closing = waiting
    ? { delivery: await closingDelivery(tx, waiting.id), silentAfter: instant(waiting.silentAfter) }
    : null;
  const state = {
    phase: request.phase,
    openPromises: await openPromisesOfOurs(tx, request.id),
    ...(closing ? { closing } : {}),
  };
  return accepted(decideClosing(state, command, now));
}

/** C2: the closing message goes out in the same transaction that moves the request into its last phase. */
export async function sendClosing(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  { sendAnyway, ...message }: ClosingMessage & { sendAnyway?: { reason: string } | undefined },
  now: number,
): Promise<{ id: string; silentAfter: string }> {
  let request = await lockRequest(tx, requestId);
  if (request.phase === 'initiation') request = await begin(tx, by, request, now);
  const { time, silenceDays } = await officeHours(tx);
  const silentAfter = endOfWorkingDay(time, now, silenceDays);
  await decide(tx, request, { kind: 'send', message, silentAfter }, now);
  const words = await closingWords(tx, request, message, silentAfter);
  // What was asked is the client's own; the rest is ours to answer for.
  const { asked: _theirs, ...written } = message;
  const { subject, body, waiting } = words;
  const letter = { request, by, purpose: 'closing', subject, body, written, sendAnyway } as const;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now);
  const id = newId(now);
  const { clientId } = request;
  await insertClosing(tx, { id, requestId, clientId, messageId, ...message, silentAfter: iso(silentAfter) }, now);
  const step = { ball: 'theirs' as const, next_step: waiting, next_due: iso(silentAfter) };
  await saveRequest(tx, request, { phase: 'closing', ...step }, now);
  await append(tx, by, now, [
    {
      kind: 'closing.sent',
      requestId,
      clientId,
      audience: 'both',
      data: { closing: id, ...message, silentAfter: iso(silentAfter) },
    },
  ]);
  return { id, silentAfter: iso(silentAfter) };
}

/** A request answered at once passes resolution on its way: no phase is skipped (C1). */
async function begin(tx: Tx, by: MemberActor, request: LockedRequest, now: number): Promise<LockedRequest> {
  await saveRequest(tx, request, { phase: 'resolution' }, now);
  await append(tx, by, now, [
    {
      kind: 'request.phase-moved',
      requestId: request.id,
      clientId: request.clientId,
      audience: 'both',
      data: { from: 'initiation', to: 'resolution' },
    },
  ]);
  return { ...request, phase: 'resolution' };
}

/** The client's word on the closing: yes closes, “not yet” re-opens with what is missing. */
export async function answerClosing(
  tx: Tx,
  by: ContactActor,
  requestId: string,
  closingId: string,
  answer: 'closed' | 'not-yet',
  words: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const latest = await latestClosing(tx, requestId);
  if (!latest || latest.id !== closingId) throw refused('stale-closing');
  if (answer === 'closed') {
    await decide(tx, request, { kind: 'confirm' }, now);
    await settleClosing(tx, closingId, { state: 'confirmed', answered_by: by.id }, now);
    await finish(tx, by, request, 'closing.confirmed', { closing: closingId, words }, now);
  } else {
    await decide(tx, request, { kind: 'not-yet', why: words }, now);
    await settleClosing(tx, closingId, { state: 'objected', objection: words, answered_by: by.id }, now);
    const step = {
      ball: 'ours' as const,
      next_step: words.slice(0, 500),
      next_due: iso(endOfWorkingDay((await officeHours(tx)).time, now, 1)),
    };
    await saveRequest(tx, request, { phase: 'resolution', ...step }, now);
    const event = { requestId, clientId: request.clientId, audience: 'both' as const };
    await append(tx, by, now, [
      { kind: 'closing.objected', ...event, data: { closing: closingId, words } },
      { kind: 'request.phase-moved', ...event, data: { from: 'closing', to: 'resolution' } },
    ]);
  }
}

/** A lead closes knowingly without the client's word, and says why. */
export async function waiveClosing(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  why: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  await decide(tx, request, { kind: 'waive', why }, now);
  const latest = await latestClosing(tx, requestId);
  if (latest) await settleClosing(tx, latest.id, { state: 'waived', waived_why: why }, now);
  await finish(tx, by, request, 'closing.waived', { why }, now);
}

/** The stated time has passed and the message really left: silence is consent. Refuses while it may still be answered. */
export async function closeBySilence(tx: Tx, requestId: string, now: number): Promise<void> {
  const request = await lockRequest(tx, requestId);
  await decide(tx, request, { kind: 'silence' }, now);
  const latest = await latestClosing(tx, requestId);
  if (latest) await settleClosing(tx, latest.id, { state: 'silent' }, now);
  await finish(tx, { kind: 'system' }, request, 'closing.silent', {}, now);
}

async function finish(
  tx: Tx,
  by: EventActor,
  request: LockedRequest,
  kind: string,
  data: Record<string, unknown>,
  now: number,
): Promise<void> {
  await saveRequest(tx, request, { phase: 'closed', closed_at: iso(now) }, now);
  const event = { requestId: request.id, clientId: request.clientId, audience: 'both' as const };
  await append(tx, by, now, [
    { kind, ...event, data },
    { kind: 'request.closed', ...event, data: { from: request.phase } },
  ]);
}
