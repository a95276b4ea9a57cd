import { dayAt } from '../calendar/zone.ts';
import type { Planned } from './clash.ts';

/**
 * S8: who waits next. When a visit takes longer or falls away, the next client of each of its people on the same local day is
 * told of the delay or asked whether earlier suits. Each visit once, in order of time.
 */
export function nextThatDay<V extends Planned>(visit: Planned, others: readonly V[], zone: string): readonly V[] {
  const day = dayAt(zone, visit.window.from);
  const later = others
    .filter((o) => o.id !== visit.id && o.window.from >= visit.window.from && dayAt(zone, o.window.from) === day)
    .toSorted((a, b) => a.window.from - b.window.from);
  const next = visit.people.flatMap((person) => later.find((o) => o.people.includes(person)) ?? []);
  return [...new Set(next)];
}
