import type { z } from 'zod';
import type { TodayItem } from '../../contract/today.ts';
import { isAway } from '../../domain/absence/absence.ts';
import { DAY } from '../../domain/shared/instant.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { openVisitsOf } from '../visits/public.ts';
import { allAway } from './absence.store.ts';

type Item = z.infer<typeof TodayItem>;
const NEAR = 3 * DAY;

/** S6: a visit within three days whose person is away then is told to who stands in and to the leads, until somebody else comes. */
export async function absenceItems(tx: Tx, by: MemberActor, now: number): Promise<Item[]> {
  const items: Item[] = [];
  for (const { id, name, absence } of await allAway(tx, now)) {
    if (by.role === 'agent' && absence?.substituteId !== by.id) continue;
    const near = await openVisitsOf(tx, id, now, now + NEAR);
    for (const visit of near.filter((v) => isAway(absence, Date.parse(v.from))))
      items.push({
        id: `visit-absent:${visit.id}`,
        kind: 'visit-absent',
        requestId: visit.requestId,
        ref: visit.ref,
        subject: visit.purpose,
        clientName: visit.clientName,
        text: name,
        due: visit.from,
        late: Date.parse(visit.from) < now,
        fate: null,
      });
  }
  // Two of ours away from one visit are one line.
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
