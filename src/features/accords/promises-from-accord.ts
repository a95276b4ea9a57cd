import type { OptionTerms } from '../../contract/negotiation.ts';
import { undertakenIn } from '../../domain/accords/undertakings.ts';
import { targetBefore } from '../../domain/promises/outcome.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { keepDateOfOption } from '../forecast/public.ts';
import { insertPromise } from '../promises/public.ts';
import type { LockedRequest } from '../requests/public.ts';
import { type AccordRow, signersOf } from './accord.store.ts';
import { partiesOf } from './parties.store.ts';
import { toTerms } from './terms.ts';

type Made = { promise: string; text: string; due: string; side: string };

/** P4, P5: what each side undertook becomes a promise: ours by whoever signed for us, theirs by name; what waits for theirs says so. */
export async function promisesFrom(
  tx: Tx,
  accord: AccordRow,
  request: LockedRequest,
  terms: OptionTerms,
  now: number,
): Promise<Made[]> {
  const signers = await signersOf(tx, accord.id);
  const parties = await partiesOf(tx, accord.clientId, request);
  const made: Made[] = [];
  for (const u of undertakenIn(toTerms(terms), now + 30 * DAY)) {
    const signer = signers.find((s) => s.side === u.side);
    const id = newId(now);
    await insertPromise(
      tx,
      {
        id,
        requestId: request.id,
        clientId: accord.clientId,
        side: u.side,
        kind: 'work',
        text: u.text,
        state: 'given',
        due: iso(u.due),
        dueZone: parties?.zone ?? 'UTC',
        target: u.side === 'ours' ? iso(targetBefore(now, u.due)) : null,
        source: 'accord',
        sourceId: accord.id,
        makerId: u.side === 'ours' ? (signer?.person_id ?? null) : null,
        makerName: signer?.typed_name ?? '',
        hours: u.hours,
        moneyMinor: u.minor,
        openQuestionsWhy: null,
        dependsOn: u.waitsFor === undefined ? null : (made[u.waitsFor]?.promise ?? null),
        replacesId: null,
        givenAt: iso(now),
      },
      now,
    );
    const half = terms.date.kind === 'forecast' && iso(u.due) === iso(instant(terms.date.p90)) ? terms.date.p50 : null;
    if (half !== null && u.side === 'ours')
      await keepDateOfOption(
        tx,
        {
          promiseId: id,
          requestId: request.id,
          clientId: accord.clientId,
          kind: request.kind,
          half: instant(half),
          nineOfTen: u.due,
        },
        now,
      );
    made.push({ promise: id, text: u.text, due: iso(u.due), side: u.side });
  }
  return made;
}
