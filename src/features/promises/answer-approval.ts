import { mayApprove } from '../../domain/promises/authority.ts';
import type { PromiseKind } from '../../domain/promises/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { answersFor } from '../absence/public.ts';
import { demandOfAccord } from '../accords/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { lockApproval, requestOfApproval, settleApproval } from './approval.store.ts';
import { activeMember, firmOf, limitsOf } from './firm.store.ts';
import { findPromise, updatePromise } from './promise.store.ts';

/** T15: the person who was asked approves or refuses with a reason; only then does the promise leave, and only if their limits cover it. */
export async function answerApproval(
  tx: Tx,
  by: MemberActor,
  id: string,
  answer: 'approved' | 'refused',
  words: string,
  now: number,
): Promise<void> {
  const requestId = await requestOfApproval(tx, id);
  if (!requestId) throw refused('not-found');
  const request = await lockRequest(tx, requestId);
  const approval = await lockApproval(tx, id);
  if (approval?.state !== 'asked') throw refused('approval-answered');
  await answersFor(tx, approval, by.id, now);
  if (answer === 'refused' && words.trim() === '') throw refused('reason-missing');
  const { currency } = await firmOf(tx);
  const me = await activeMember(tx, by.id);
  const promise = approval.subject === 'promise' ? await findPromise(tx, approval.subjectId) : null;
  const demands = promise
    ? [{ hours: promise.hours, moneyMinor: promise.moneyMinor, currency, kind: promise.kind as PromiseKind }]
    : [await demandOfAccord(tx, approval.subjectId, currency)];
  if (answer === 'approved')
    for (const demand of demands) accepted(mayApprove(demand, by.id, { id: by.id, limits: limitsOf(me, currency) }));
  await settleApproval(tx, id, answer, words, now);
  if (promise)
    await updatePromise(
      tx,
      promise.id,
      answer === 'approved'
        ? { state: 'given', given_at: iso(now) }
        : { state: 'withdrawn', settled_at: iso(now), evidence: words },
    );
  await saveRequest(tx, request, {}, now);
  const event = { requestId, clientId: request.clientId };
  const data = { approval: id, subject: approval.subject, subjectId: approval.subjectId, words };
  await append(tx, by, now, [
    { kind: `approval.${answer}`, ...event, data },
    ...(promise && answer === 'approved'
      ? [
          {
            kind: 'promise.given',
            ...event,
            audience: 'both' as const,
            data: { promise: promise.id, text: promise.text, due: promise.due },
          },
        ]
      : []),
  ]);
}
