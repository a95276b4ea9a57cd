import { civilOf, type Day, dayOf, monthStart } from '../calendar/civil.ts';
import { dayAt, startOfDay } from '../calendar/zone.ts';
import type { Instant } from '../shared/instant.ts';
import type { Money } from '../shared/money.ts';
import type { Allowance, Overage } from './terms.ts';

/** Work done: whole minutes, and 1 case where a request began. `service` null: not said which. */
export type Usage = {
  readonly at: Instant;
  readonly minutes: number;
  readonly cases: number;
  readonly service: string | null;
};

/** Where an allowance stands. All numbers are whole minutes or cases; `left` is negative once it is over. */
export type Balance = {
  readonly from: Instant;
  readonly to: Instant;
  readonly granted: number;
  readonly carried: number;
  readonly used: number;
  readonly left: number;
};

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** First day of the calendar month, quarter or year a day is in. */
function periodStart(day: Day, per: Allowance['per']): Day {
  const c = civilOf(day);
  return dayOf(c.year, c.month - ((c.month - 1) % MONTHS[per]), 1);
}

/** Whether an allowance is for this service; work that is not said to be anything counts against those for all. */
export const isFor = (allowance: Allowance, service: string | null): boolean =>
  allowance.services === null || (service !== null && allowance.services.includes(service));

/**
 * The balance of an allowance in the period `at` falls in: calendar months, quarters or years in `zone`, the first one counted
 * whole from the start of the agreement. What is left moves on when carry-over is agreed; what went over does not.
 */
export function balanceAt(
  allowance: Allowance,
  usage: readonly Usage[],
  validFrom: Instant,
  zone: string,
  at: Instant,
): Balance {
  const last = periodStart(dayAt(zone, Math.max(at, validFrom)), allowance.per);
  const used = usedByPeriod(allowance, usage, zone);
  let carried = 0;
  let start = periodStart(dayAt(zone, validFrom), allowance.per);
  for (; start < last; start = monthStart(start, MONTHS[allowance.per])) {
    const left = Math.max(0, allowance.amount + carried - (used.get(start) ?? 0));
    carried = allowance.carryOver === null ? 0 : Math.min(left, allowance.carryOver.upTo ?? left);
  }
  const spent = used.get(last) ?? 0;
  return {
    from: startOfDay(zone, last),
    to: startOfDay(zone, monthStart(last, MONTHS[allowance.per])),
    granted: allowance.amount,
    carried,
    used: spent,
    left: allowance.amount + carried - spent,
  };
}

function usedByPeriod(allowance: Allowance, usage: readonly Usage[], zone: string): Map<Day, number> {
  const used = new Map<Day, number>();
  for (const u of usage) {
    if (!isFor(allowance, u.service)) continue;
    const start = periodStart(dayAt(zone, u.at), allowance.per);
    used.set(start, (used.get(start) ?? 0) + u[allowance.unit]);
  }
  return used;
}

export type Over = { readonly over: number; readonly price: Money | null };

/** How far asked work would go over what is left, and what that costs; null when it fits. To be said before work starts. */
export function wouldGoOver(allowance: Allowance, balance: Balance, asked: number): Over | null {
  const over = asked - Math.max(0, balance.left);
  if (over <= 0) return null;
  return { over, price: allowance.overage === null ? null : overagePrice(allowance.overage, over) };
}

/** Every started step counts whole; rounded half up once, at the end. */
export function overagePrice(overage: Overage, over: number): Money {
  const billed = Math.ceil(over / overage.step) * overage.step;
  return { minor: Math.round((billed * overage.price.minor) / overage.per), currency: overage.price.currency };
}
