import { decideTalk } from '../../domain/request/talk.ts';
import type { Context } from '../../platform/context.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor, ContactActor, MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { restartClocks } from '../negotiation/public.ts';
import { giveTimeBack } from '../promises/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { moveConflict, runningConflict, writerOf } from './conflict.store.ts';

/** S11: who decides this matter for the client, said by one of them or recorded from what they wrote; naming somebody else is a replacement, recorded. */
export async function nameDecider(
  tx: Tx,
  by: Actor,
  requestId: string,
  contactId: string,
  why: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const contact = await findContact(tx, contactId);
  if (!contact || contact.clientId !== request.clientId || contact.status !== 'active') throw refused('not-found');
  if (contact.may !== 'decide') throw refused('may-not-decide', { name: contact.name });
  if (request.decisionMakerId === contactId) return;
  // From the room the seat is filled when it is empty; taking it from somebody is for that person, or for our side with a reason.
  const taken = request.decisionMakerId !== null && request.decisionMakerId !== by.id;
  if (by.kind === 'contact' && taken) throw refused('not-the-decision-maker');
  await saveRequest(tx, request, { decision_maker_id: contactId }, now);
  const data = { contact: contactId, name: contact.name, insteadOf: request.decisionMakerId, why };
  await append(tx, by, now, [
    { kind: 'conflict.decider-named', requestId, clientId: request.clientId, audience: 'both', data },
  ]);
}

/** Only the decision maker's own answer lets the work go on: given in the room, or read from a message they wrote. */
export async function decideConflict(
  tx: Tx,
  ctx: Context,
  by: MemberActor | ContactActor,
  requestId: string,
  said: { decision: string; messageId: string | null },
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const running = await runningConflict(tx, requestId);
  if (!running) throw refused('no-conflict');
  const byId = said.messageId ? await writerOf(tx, requestId, said.messageId) : by.id;
  const decides = request.decisionMakerId ? { decisionMakerId: request.decisionMakerId } : {};
  const suspended = running.state === 'suspended';
  const facts = { talk: suspended ? request.talk : ('suspended' as const), benefitShown: false, ...decides };
  accepted(decideTalk(facts, { kind: 'resume', decision: said.decision, byId: byId ?? '' }));
  const next = { ball: 'ours' as const, next_step: await stepWords(tx, 'decision-made') };
  const talk = suspended ? { talk: 'talking' as const } : {};
  await saveRequest(tx, request, { ...talk, ...next, next_due: iso(await nextOfficeDay(tx, now)) }, now);
  const stood = running.suspendedAt ? now - instant(running.suspendedAt) : 0;
  const moved = stood > 0 ? await giveTimeBack(tx, requestId, stood) : 0;
  if (stood > 0) await restartClocks(tx, ctx, by, requestId, stood, now);
  const decided = { state: 'decided' as const, decision: said.decision, decided_by: byId ?? '', decided_at: iso(now) };
  await moveConflict(tx, running.id, decided);
  const data = {
    conflict: running.id,
    text: said.decision,
    message: said.messageId,
    stoodMs: stood,
    promisesMoved: moved,
  };
  await append(tx, by, now, [
    { kind: 'conflict.decided', requestId, clientId: request.clientId, audience: 'both', data },
  ]);
}
