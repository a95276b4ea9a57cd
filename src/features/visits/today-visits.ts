import type { z } from 'zod';
import type { TodayItem } from '../../contract/today.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { isOpenVisit } from '../../domain/visits/outcome.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { clashesFor } from './clashes.ts';
import { type VisitRecord, visitsIn } from './visit.store.ts';

type Item = z.infer<typeof TodayItem>;
const AHEAD = 60 * DAY;

/**
 * What a person's visits ask of them: those of today and tomorrow, those that passed without a word about them, and clashes
 * nobody has settled – each of the people on both visits sees them (S3).
 */
export async function visitItems(tx: Tx, memberId: string, now: number): Promise<Item[]> {
  const mine = await visitsIn(tx, { from: now - 14 * DAY, to: now + AHEAD, memberId });
  const items: Item[] = [];
  for (const visit of mine.filter((v) => isOpenVisit(v.state))) {
    if (visit.window.from < now + 2 * DAY) items.push(itemOf(visit, 'visit', visit.purpose, now));
    if (visit.window.to <= now) continue;
    const open = (await clashesFor(tx, visit)).filter((c) => c.settled === null);
    const others = open.map((c) => `${c.clientName}: ${c.purpose} (${c.people.join(', ')})`);
    if (open.length > 0) items.push(itemOf(visit, 'visit-clash', `${visit.purpose} ↔ ${others.join('; ')}`, now));
  }
  return items;
}

const itemOf = (visit: VisitRecord, kind: 'visit' | 'visit-clash', text: string, now: number): Item => ({
  id: `${kind}:${visit.id}`,
  kind,
  requestId: visit.requestId,
  ref: visit.ref,
  subject: visit.purpose,
  clientName: visit.clientName,
  text,
  due: iso(visit.window.from),
  late: kind === 'visit' && visit.window.to < now,
  fate: null,
});
