import { renegotiate, settle } from '../../domain/promises/outcome.ts';
import type { PromiseState } from '../../domain/promises/words.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { findContact } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { keepStatement, stateChance } from '../forecast/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import {
  countForClient,
  findPromise,
  insertPromise,
  promiseGivenAt,
  sourceOf,
  updatePromise,
} from './promise.store.ts';

export type Outcome = {
  outcome: 'kept' | 'exceeded' | 'broken' | 'withdrawn';
  evidence: string;
  missReason: string | null;
  at?: string | undefined;
};

/** P1: every promise ends as something, with its evidence; what the client remembers of us is counted beside their name (L8). */
export async function settlePromise(
  tx: Tx,
  by: MemberActor,
  id: string,
  end: Outcome,
  now: number,
): Promise<{ state: PromiseState }> {
  const seen = await findPromise(tx, id);
  if (!seen) throw refused('not-found');
  const request = await lockRequest(tx, seen.requestId);
  const promise = (await findPromise(tx, id)) ?? seen;
  const givenAt = instant((await promiseGivenAt(tx, id)) ?? promise.createdAt);
  const at = end.at ? instant(end.at) : now;
  const missed = end.missReason ? { missReason: end.missReason } : {};
  const state = accepted(
    settle(
      {
        state: promise.state,
        givenAt,
        due: instant(promise.due),
        outcome: end.outcome,
        at,
        evidence: end.evidence,
        ...missed,
      },
      now,
    ),
  );
  await updatePromise(tx, id, { state, evidence: end.evidence, miss_reason: end.missReason, settled_at: iso(at) });
  if (promise.side === 'ours' && state !== 'withdrawn')
    await countForClient(tx, request.clientId, state === 'broken' ? 'broken' : 'kept');
  await saveRequest(tx, request, {}, now);
  const data = {
    promise: id,
    side: promise.side,
    text: promise.text,
    due: promise.due,
    evidence: end.evidence,
    missReason: end.missReason,
  };
  await append(tx, by, now, [
    { kind: `promise.${state}`, requestId: request.id, clientId: request.clientId, audience: 'both', data },
  ]);
  return { state };
}

export type Move = { due: string; why: string; message: string; sendAnyway?: { reason: string } | undefined };

/** P1: a date is moved before it is due, and the client is told why in the same act. */
export async function movePromise(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  id: string,
  move: Move,
  now: number,
): Promise<{ id: string }> {
  const seen = await findPromise(tx, id);
  if (!seen) throw refused('not-found');
  const request = await lockRequest(tx, seen.requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const { due, why, message, sendAnyway } = move;
  const next = await replacePromise(tx, by, id, { due, why }, now);
  const subject = translator(contact.lang)('mail.moved-subject', { subject: request.subject });
  const letter = {
    request,
    by,
    purpose: 'bad-news',
    subject,
    body: message,
    written: { message },
    sendAnyway,
  } as const;
  await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now);
  return next;
}

/** P1: the old promise ends as renegotiated and a new one takes its place. Telling the client is the caller's act. */
export async function replacePromise(
  tx: Tx,
  by: MemberActor,
  id: string,
  move: { due: string; why: string },
  now: number,
): Promise<{ id: string }> {
  const seen = await findPromise(tx, id);
  if (!seen) throw refused('not-found');
  const request = await lockRequest(tx, seen.requestId);
  const promise = (await findPromise(tx, id)) ?? seen;
  accepted(renegotiate(promise.state, instant(promise.due), instant(move.due), move.why, now));
  await updatePromise(tx, id, { state: 'renegotiated', evidence: move.why, settled_at: iso(now) });
  const said = promise.side === 'ours' ? await stateChance(tx, request.id, instant(move.due), now) : null;
  const next = newId(now);
  const { side, kind, text, dueZone, source, makerId, makerName, hours, moneyMinor, dependsOn } = promise;
  await insertPromise(
    tx,
    {
      id: next,
      requestId: request.id,
      clientId: request.clientId,
      side,
      kind,
      text,
      dueZone,
      source,
      makerId,
      makerName,
      hours,
      moneyMinor,
      dependsOn,
      state: 'given',
      due: move.due,
      replacesId: id,
      openQuestionsWhy: null,
      sourceId: await sourceOf(tx, id),
      target: said ? iso(said.target) : null,
      givenAt: iso(now),
    },
    now,
  );
  if (said) await keepStatement(tx, next, said, now);
  await saveRequest(tx, request, {}, now);
  const data = { promise: id, next, text, from: promise.due, to: move.due, why: move.why };
  await append(tx, by, now, [
    { kind: 'promise.renegotiated', requestId: request.id, clientId: request.clientId, audience: 'both', data },
  ]);
  return { id: next };
}
