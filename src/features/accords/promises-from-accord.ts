import type { OptionTerms } from '../../contract/negotiation.ts';
import { targetBefore } from '../../domain/promises/outcome.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { insertPromise } from '../promises/public.ts';
import type { LockedRequest } from '../requests/public.ts';
import { type AccordRow, signersOf } from './accord.store.ts';
import { partiesOf } from './parties.store.ts';

/** What each side undertook becomes a promise: ours by whoever signed for us, theirs by name. */
export async function promisesFrom(
  tx: Tx,
  accord: AccordRow,
  request: LockedRequest,
  terms: OptionTerms,
  now: number,
): Promise<{ promise: string; text: string; due: string; side: string }[]> {
  const signers = await signersOf(tx, accord.id);
  const fallback =
    terms.date.kind === 'by-hand'
      ? terms.date.at
      : terms.date.kind === 'forecast'
        ? terms.date.p90
        : iso(now + 30 * DAY);
  const parties = await partiesOf(tx, accord.clientId, request);
  const made: { promise: string; text: string; due: string; side: string }[] = [];
  for (const [side, list] of [
    ['ours', terms.weDo],
    ['theirs', terms.youDo],
  ] as const) {
    const signer = signers.find((s) => s.side === side);
    for (const u of list) {
      const id = newId(now);
      const due = u.due ?? fallback;
      await insertPromise(
        tx,
        {
          id,
          requestId: request.id,
          clientId: accord.clientId,
          side,
          kind: 'work',
          text: u.text,
          state: 'given',
          due,
          dueZone: parties?.zone ?? 'UTC',
          target: side === 'ours' ? iso(targetBefore(now, instant(due))) : null,
          source: 'accord',
          sourceId: accord.id,
          makerId: side === 'ours' ? (signer?.person_id ?? null) : null,
          makerName: signer?.typed_name ?? '',
          hours: u.hours ?? 0,
          moneyMinor: u.minor ?? 0,
          openQuestionsWhy: null,
          dependsOn: null,
          replacesId: null,
          givenAt: iso(now),
        },
        now,
      );
      made.push({ promise: id, text: u.text, due, side });
    }
  }
  return made;
}
