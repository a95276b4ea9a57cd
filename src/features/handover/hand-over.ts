import type { z } from 'zod';
import type { handOver as door } from '../../contract/handover.ts';
import { mayAnswerBack, mayHandOver } from '../../domain/request/handover.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findMember } from '../people/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { changeHandover, insertHandover, latestHandover } from './handover.store.ts';
import { heldHandover } from './held-handover.ts';
import { carriedBy } from './ready.ts';

type Wish = z.infer<NonNullable<typeof door.body>>;

/** P7, I-PASS: how serious and in what mood, the summary, what goes along, what if. The owner stays until the receiver has restated it. */
export async function handOver(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  wish: Wish,
  now: number,
): Promise<{ id: string }> {
  const request = await lockRequest(tx, requestId);
  const to = await findMember(tx, wish.toId);
  if (!to?.active) throw refused('no-such-member');
  const running = (await latestHandover(tx, requestId))?.state === 'offered';
  accepted(mayHandOver(request.phase, by.id, to.id, running));
  const { promiseIds, ...said } = wish;
  const carried = await carriedBy(tx, request, (id) => promiseIds.includes(id));
  const id = newId(now);
  await insertHandover(tx, { ...said, id, requestId, fromId: by.id, carried }, now);
  await saveRequest(tx, request, {}, now);
  const data = { handover: id, to: to.id, name: to.name, severity: wish.severity, mood: wish.mood };
  await append(tx, by, now, [{ kind: 'handover.offered', requestId, clientId: request.clientId, data }]);
  return { id };
}

/** The one who handed it over answers what the receiver asked. */
export async function answerBack(tx: Tx, by: MemberActor, id: string, answer: string, now: number): Promise<void> {
  const { request, handover } = await heldHandover(tx, id);
  accepted(mayAnswerBack(handover, by.id));
  const asked = handover.asked.map((a) => (a.answer === null ? { ...a, answer } : a));
  await changeHandover(tx, id, { asked });
  await saveRequest(tx, request, {}, now);
  const event = { requestId: request.id, clientId: request.clientId, data: { handover: id, text: answer } };
  await append(tx, by, now, [{ kind: 'handover.answered', ...event }]);
}

/** Taken back by whoever offered it, before it was accepted. */
export async function withdrawHandover(tx: Tx, by: MemberActor, id: string, now: number): Promise<void> {
  const { request, handover } = await heldHandover(tx, id);
  if (handover.state !== 'offered') throw refused('handover-ended');
  if (handover.fromId !== by.id) throw refused('not-your-handover');
  await changeHandover(tx, id, { state: 'withdrawn', ended_at: iso(now) });
  await saveRequest(tx, request, {}, now);
  const event = { requestId: request.id, clientId: request.clientId, data: { handover: id, name: handover.toName } };
  await append(tx, by, now, [{ kind: 'handover.withdrawn', ...event }]);
}
