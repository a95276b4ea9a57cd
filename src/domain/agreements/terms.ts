import type { CalendarRules } from '../calendar/rules.ts';
import type { Instant } from '../shared/instant.ts';
import type { Money } from '../shared/money.ts';

/** What an agreement says, clause by clause. Every entry names its clause ("3.1"), so that a suggestion can quote it (T3). */
export type Terms = {
  readonly coverage: Coverage | null;
  readonly services: readonly Service[];
  readonly allowances: readonly Allowance[];
  readonly prices: readonly Price[];
  readonly targets: readonly Target[];
  readonly boundaries: readonly Boundary[];
  readonly people: readonly Person[];
};

/** When work is done without asking twice. The rules are kept in the version itself: a later edit cannot move an old promise. */
export type Coverage = { readonly zone: string; readonly rules: CalendarRules; readonly clause: string };

export type Service = {
  readonly tag: string;
  readonly name: string;
  readonly scope: 'in' | 'out';
  readonly clause: string;
};

export type Allowance = {
  readonly key: string;
  readonly name: string;
  /** Whole minutes or whole cases; never fractions of an hour. */
  readonly unit: 'minutes' | 'cases';
  readonly amount: number;
  readonly per: 'month' | 'quarter' | 'year';
  /** Service tags it is for; null for all of them. */
  readonly services: readonly string[] | null;
  /** What is left at the end moves to the next period, up to a limit (null: all of it). Null: it lapses. */
  readonly carryOver: { readonly upTo: number | null } | null;
  readonly overage: Overage | null;
  readonly clause: string;
};

/** Price of what goes over: `per` minutes (or cases) cost `price`; every started `step` counts whole. */
export type Overage = { readonly price: Money; readonly per: number; readonly step: number };

export type Price = {
  readonly key: string;
  readonly name: string;
  /** Service tags this price is for; empty for work of any kind. */
  readonly services: readonly string[];
  readonly unit: 'hour' | 'day' | 'visit' | 'piece' | 'fixed';
  readonly price: Money;
  readonly clause: string;
};

export type Measure = 'first-response' | 'next-response' | 'resolution';

/** Null means any kind, any priority. Amounts are whole minutes of open time, or whole working days to their end. */
export type Target = {
  readonly measure: Measure;
  readonly kind: string | null;
  readonly priority: string | null;
  readonly amount: { readonly minutes: number } | { readonly days: number };
  readonly clause: string;
};

/** S9: who answers for what on an asset, agreed before the work. `asset` "*" is any asset, `work` null any work. */
export type Boundary = {
  readonly asset: string;
  readonly work: string | null;
  readonly covered: boolean;
  readonly wording: string;
  readonly clause: string;
};

export type Right = 'ask' | 'decide' | 'sign';

export type Person = { readonly contactId: string; readonly may: readonly Right[]; readonly clause: string };

/** One version of an agreement or annex; immutable, a change makes the next number. */
export type AgreementVersion = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly validFrom: Instant;
  /** First instant it no longer holds; null while open-ended. */
  readonly validTo: Instant | null;
  readonly terms: Terms;
};

/**
 * The version in force at an instant, so that an old promise is judged by the words it was made under. Of several that hold – a
 * new version or an annex – the one that began last wins, then the higher number. Null when none holds.
 */
export function agreementAt(versions: readonly AgreementVersion[], t: Instant): AgreementVersion | null {
  let found: AgreementVersion | null = null;
  for (const v of versions) {
    if (v.validFrom > t || (v.validTo !== null && v.validTo <= t)) continue;
    if (!found || v.validFrom > found.validFrom || (v.validFrom === found.validFrom && v.version > found.version)) {
      found = v;
    }
  }
  return found;
}

const fits = (wanted: string | null, asked: string): boolean => wanted === null || wanted === asked;

/** The target that says most about this kind and priority; kind weighs more. Null when none was agreed. */
export function targetFor(terms: Terms, measure: Measure, kind: string, priority: string): Target | null {
  const weight = (t: Target): number => (t.kind === null ? 0 : 2) + (t.priority === null ? 0 : 1);
  return terms.targets
    .filter((t) => t.measure === measure && fits(t.kind, kind) && fits(t.priority, priority))
    .reduce<Target | null>((best, t) => (!best || weight(t) > weight(best) ? t : best), null);
}

export type Responsibility = { readonly covered: 'yes' | 'no' | 'not-agreed'; readonly boundary: Boundary | null };

/**
 * S9: is this work on this asset ours to answer for? The narrowest boundary wins: this asset before any, this work before any.
 * "Not agreed" is an answer of its own – then nobody may claim that the contract says so.
 */
export function responsibilityFor(terms: Terms, asset: string, work: string): Responsibility {
  const weight = (b: Boundary): number => (b.asset === '*' ? 0 : 2) + (b.work === null ? 0 : 1);
  const boundary = terms.boundaries
    .filter((b) => (b.asset === '*' || b.asset === asset) && fits(b.work, work))
    .reduce<Boundary | null>((best, b) => (!best || weight(b) > weight(best) ? b : best), null);
  return { covered: boundary === null ? 'not-agreed' : boundary.covered ? 'yes' : 'no', boundary };
}

/** Whether this person may ask, decide or sign. An agreement that names nobody leaves it to the client: null. */
export function mayPerson(terms: Terms, contactId: string, right: Right): boolean | null {
  if (terms.people.length === 0) return null;
  return terms.people.some((p) => p.contactId === contactId && p.may.includes(right));
}
