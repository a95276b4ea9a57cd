import { mayPromiseDate } from '../../domain/listening/questions.ts';
import { checkAuthority } from '../../domain/promises/authority.ts';
import type { PromiseKind, PromiseState } from '../../domain/promises/words.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { keepStatement, stateChance } from '../forecast/public.ts';
import { entriesOf, toEntry } from '../listening/public.ts';
import { guardDraft } from '../coach/public.ts';
import { type LockedRequest, lockRequest, saveRequest } from '../requests/public.ts';
import { insertApproval } from './approval.store.ts';
import { activeMember, firmOf, limitsOf, theirName } from './firm.store.ts';
import { insertPromise } from './promise.store.ts';

export type PromiseWish = {
  side: 'ours' | 'theirs';
  kind: PromiseKind;
  text: string;
  due: string;
  dueZone: string;
  source: 'message' | 'call' | 'sales';
  hours: number;
  moneyMinor: number;
  makerId?: string | undefined;
  openQuestionsWhy: string | null;
  dependsOn: string | null;
  approver?: string | undefined;
  askFirst?: string | undefined;
  sendAnyway?: { reason: string } | undefined;
};
export type Made = { id: string; state: PromiseState; approvalId: string | null };

/**
 * T15, P5, C5: who does what by when, for either side. Ours is held against the maker's own authority in this transaction; beyond it the
 * promise waits, unseen by the client, for the person who was named. Open questions ask for a reason before a date is promised.
 */
export async function makePromise(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  wish: PromiseWish,
  now: number,
): Promise<Made> {
  const request = await lockRequest(tx, requestId);
  if (request.phase === 'closed') throw refused('request-is-closed');
  if (instant(wish.due) <= now) throw refused('date-in-the-past');
  const ours = wish.side === 'ours';
  const maker = ours ? await activeMember(tx, wish.makerId ?? by.id) : null;
  if (ours) {
    const entries = await entriesOf(tx, requestId, request.clientId);
    accepted(mayPromiseDate(entries.map(toEntry), wish.openQuestionsWhy ?? undefined));
  }
  const verdict = maker ? await held(tx, by, maker.id, wish) : null;
  const waits = verdict?.kind === 'ask';
  if (ours && !waits && wish.source === 'message') await readPromise(tx, by, request, wish, now);
  const said = ours ? await stateChance(tx, requestId, instant(wish.due), now) : null;
  const id = newId(now);
  const state: PromiseState = waits ? 'awaiting-approval' : 'given';
  await insertPromise(
    tx,
    {
      ...wish,
      id,
      requestId,
      clientId: request.clientId,
      state,
      sourceId: null,
      makerId: maker?.id ?? null,
      makerName: maker?.name ?? (await theirName(tx, request.contactId)),
      replacesId: null,
      target: said ? iso(said.target) : null,
      givenAt: waits ? null : iso(now),
    },
    now,
  );
  if (said) await keepStatement(tx, id, said, now);
  const approvalId = waits ? newId(now) : null;
  if (approvalId && verdict?.kind === 'ask') {
    await insertApproval(
      tx,
      {
        id: approvalId,
        requestId,
        subject: 'promise',
        subjectId: id,
        askedOf: verdict.of,
        askedBy: by.id,
        why: wish.askFirst ?? verdict.over.join(', '),
      },
      now,
    );
  }
  await saveRequest(tx, request, {}, now);
  const data = {
    promise: id,
    side: wish.side,
    kind: wish.kind,
    text: wish.text,
    due: wish.due,
    hours: wish.hours,
    moneyMinor: wish.moneyMinor,
    source: wish.source,
    openQuestionsWhy: wish.openQuestionsWhy,
    chance: said?.chance ?? null,
  };
  const event = { requestId, clientId: request.clientId };
  await append(tx, by, now, [
    waits
      ? {
          kind: 'approval.asked',
          ...event,
          data: { ...data, approval: approvalId, of: verdict?.kind === 'ask' ? verdict.of : null },
        }
      : { kind: 'promise.given', ...event, audience: 'both', data },
  ]);
  return { id, state, approvalId };
}

/** T14: a promise is read in the room; hours, money and kind are held against the limits by their figures, not by words. */
async function readPromise(tx: Tx, by: MemberActor, request: LockedRequest, wish: PromiseWish, now: number) {
  const { text, sendAnyway } = wish;
  const rules = ['binds-others', 'condition-clash'] as const;
  await guardDraft(tx, by, { request, kind: 'reply', door: 'promise', fields: { text }, rules, sendAnyway }, now);
}

async function held(tx: Tx, by: MemberActor, makerId: string, wish: PromiseWish) {
  const { currency } = await firmOf(tx);
  const maker = await activeMember(tx, makerId);
  const approver = wish.approver ? await activeMember(tx, wish.approver) : null;
  const demand = { hours: wish.hours, moneyMinor: wish.moneyMinor, currency, kind: wish.kind };
  const first = wish.askFirst ? { askFirst: true } : {};
  const named = approver ? { approver: { id: approver.id, limits: limitsOf(approver, currency) } } : {};
  return accepted(
    checkAuthority({
      demand,
      by: by.id,
      maker: { id: maker.id, limits: limitsOf(maker, currency) },
      ...named,
      ...first,
    }),
  );
}
