import type { OptionTerms } from '../../contract/negotiation.ts';
import { type Shift, shiftsFor } from '../../domain/promises/shift.ts';
import { iso } from '../../platform/db/time.ts';
import type { Dated } from './waiting.store.ts';

/** What both signed last, by which new wording is measured; null where nothing was signed. */
export type InForce = { readonly accordId: string; readonly terms: OptionTerms } | null;
export type Moved = {
  readonly shifts: readonly Shift[];
  readonly late: readonly Dated[];
  readonly terms: OptionTerms;
  /** Promises whose place the new ones take once both have signed. */
  readonly replaces: readonly string[];
};
type Undertaking = OptionTerms['weDo'][number];

const isOpen = (p: Dated): boolean => p.state === 'given' || p.state === 'at-risk';
const line = (p: Dated, due: number): Undertaking => ({ text: p.text, due: iso(due), hours: p.hours, minor: p.minor });

/**
 * P5: the wording of the amendment: the same terms with the dates moved by as much as the client is late when they are ready at
 * `theirDue`. What is done is left out, costs and scope stay word for word. Null: nothing moves.
 */
export function shiftedTerms(
  promises: readonly Dated[],
  inForce: InForce,
  theirDue: number,
  text: string,
  now: number,
): Moved | null {
  const late = promises.filter((p) => p.side === 'theirs' && isOpen(p) && p.due < now);
  const then = promises.map((p) => (late.includes(p) ? { ...p, doneAt: theirDue } : p));
  const shifts = shiftsFor(then, now);
  if (shifts.length === 0) return null;
  const to = new Map(shifts.map((s) => [s.id, s.to]));
  const dueOf = (p: Dated): number => (late.includes(p) ? theirDue : (to.get(p.id) ?? p.due));
  const of = (side: Dated['side'], said: string): Dated | undefined => {
    const found = promises.filter((p) => p.side === side && p.sourceId === inForce?.accordId && p.text === said);
    return found.find(isOpen) ?? found.at(-1);
  };
  const taken: string[] = [];
  const keep = (side: Dated['side'], list: readonly Undertaking[]) =>
    list.flatMap((u, i) => {
      const p = of(side, u.text);
      if (p && !isOpen(p)) return [];
      if (p) taken.push(p.id);
      return [{ i, u: p ? { ...u, due: iso(dueOf(p)) } : u }];
    });
  const weKept = keep('ours', inForce?.terms.weDo ?? []);
  const theyKept = keep('theirs', inForce?.terms.youDo ?? []);
  const extraOurs = promises.filter((p) => to.has(p.id) && !taken.includes(p.id));
  const extraTheirs = late.filter((p) => !taken.includes(p.id));
  const weDo = [...weKept.map((k) => k.u), ...extraOurs.map((p) => line(p, dueOf(p)))];
  const place = (i: number | undefined): number => weKept.findIndex((k) => k.i === i);
  const before = (i: number): { before?: number } => (i < 0 ? {} : { before: i });
  const youDo = [
    ...theyKept.map(({ u: { before: at, ...u } }) => ({ ...u, ...before(place(at)) })),
    ...extraTheirs.map((p) => ({
      ...line(p, theirDue),
      ...before(
        extraOurs.findIndex((o) => o.dependsOn === p.id) < 0
          ? -1
          : weKept.length + extraOurs.findIndex((o) => o.dependsOn === p.id),
      ),
    })),
  ];
  const last = Math.max(...promises.filter((p) => to.has(p.id)).map(dueOf));
  const base = inForce?.terms ?? {
    costs: [],
    effortHours: 0,
    scopeIn: [],
    scopeOut: [],
    assumptions: [],
    meets: [],
    misses: [],
  };
  const terms = { ...base, text, date: { kind: 'by-hand' as const, at: iso(last) }, weDo, youDo };
  return { shifts, late, terms, replaces: [...taken, ...extraOurs.map((p) => p.id), ...extraTheirs.map((p) => p.id)] };
}
