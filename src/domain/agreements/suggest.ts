import { between, type BusinessTime } from '../calendar/business-time.ts';
import { timeOf } from '../calendar/versions.ts';
import { dayAt } from '../calendar/zone.ts';
import type { Instant } from '../shared/instant.ts';
import type { Money } from '../shared/money.ts';
import type { Axis, ReasonableNo } from '../triage/words.ts';
import { balanceAt, isFor, type Usage, wouldGoOver } from './allowance.ts';
import { type HoursGroup, hoursGroups } from './coverage-hours.ts';
import type { AgreementVersion, Coverage, Price, Terms } from './terms.ts';

/** What is known about a request when it is compared with the agreement. What is left out is not known. */
export type Ask = {
  readonly askedWindow?: AskedTime | null;
  readonly scopeTags?: readonly string[];
  readonly hoursAsked?: number | null;
  readonly asksFree?: boolean;
  /** Who would be harmed, in a few words. */
  readonly harms?: string | null;
  readonly usage?: readonly Usage[];
};

/** `grain` "day": some time on these days; "time" (the default): all of it is asked for. */
export type AskedTime = {
  readonly from: Instant;
  readonly to: Instant;
  readonly grain?: 'day' | 'part-of-day' | 'time';
};

export type Explain =
  | { readonly code: 'no-agreement' | 'nothing-to-compare'; readonly data: Record<string, never> }
  | { readonly code: 'outside-hours' | 'partly-outside-hours' | 'inside-hours'; readonly data: HoursData }
  | { readonly code: 'out-of-scope' | 'in-scope'; readonly data: { readonly service: string } }
  | { readonly code: 'scope-not-listed'; readonly data: { readonly tags: readonly string[] } }
  | { readonly code: 'over-allowance'; readonly data: OverData }
  | { readonly code: 'free-of-charge'; readonly data: { readonly price: Money | null; readonly name: string } }
  | { readonly code: 'harms-someone-else'; readonly data: { readonly who: string } };

export type HoursData = {
  readonly from: Instant;
  readonly to: Instant;
  readonly grain: 'day' | 'part-of-day' | 'time';
  readonly zone: string;
  readonly hours: readonly HoursGroup[];
  /** The name of the closed date asked for, when that is why. */
  readonly closed: string | null;
};
export type OverData = {
  readonly name: string;
  readonly unit: 'minutes' | 'cases';
  readonly asked: number;
  readonly left: number;
  readonly over: number;
  readonly price: Money | null;
};

export type Suggestion = {
  readonly reasonable: Axis;
  readonly kind: ReasonableNo | null;
  readonly clause: string | null;
  readonly explain: Explain;
};

type Finding = Suggestion & { readonly kind: ReasonableNo };

/**
 * T3: the reasonable axis as the agreement in force has it, with the clause; a person decides. A "no" needs one finding, the
 * weightiest comes first. A "yes" needs a clause that says so. Otherwise it is not known, and that is said.
 */
export function suggestReasonable(version: AgreementVersion | null, ask: Ask, now: Instant): Suggestion {
  const first = findAgainst(version, ask, now)[0];
  if (first) return first;
  const open = (explain: Explain, clause: string | null = null): Suggestion => ({
    reasonable: 'unknown',
    kind: null,
    clause,
    explain,
  });
  if (version === null) return open({ code: 'no-agreement', data: {} });
  const terms = version.terms;
  const tags = ask.scopeTags ?? [];
  const service = tags.map((tag) => terms.services.find((s) => s.tag === tag));
  const known = service[0];
  if (known && service.every((s) => s !== undefined)) {
    return { ...open({ code: 'in-scope', data: { service: known.name } }, known.clause), reasonable: 'yes' };
  }
  if (tags.length > 0 && terms.services.length > 0) return open({ code: 'scope-not-listed', data: { tags } });
  if (ask.askedWindow && terms.coverage) {
    const inside = open(
      { code: 'inside-hours', data: hoursData(terms.coverage, ask.askedWindow) },
      terms.coverage.clause,
    );
    return terms.services.length === 0 ? { ...inside, reasonable: 'yes' } : inside;
  }
  return open({ code: 'nothing-to-compare', data: {} });
}

/** Everything the agreement has against a request, weightiest first; empty when nothing is found. */
export function findAgainst(version: AgreementVersion | null, ask: Ask, now: Instant): Finding[] {
  const harm: Finding[] = ask.harms
    ? [no('harms-someone-else', null, { code: 'harms-someone-else', data: { who: ask.harms } })]
    : [];
  if (version === null) return harm;
  const scope = outsideScope(version.terms, ask);
  const over = overAllowance(version, ask, now);
  const outside = [...scope, ...outsideHours(version.terms, ask), ...over];
  return [...harm, ...outside, ...freeOfCharge(version.terms, ask, outside)];
}

const no = (kind: ReasonableNo, clause: string | null, explain: Explain): Finding => ({
  reasonable: 'no',
  kind,
  clause,
  explain,
});

function outsideScope(terms: Terms, ask: Ask): Finding[] {
  return terms.services
    .filter((s) => s.scope === 'out' && ask.scopeTags?.includes(s.tag))
    .map((s) => no('outside-scope', s.clause, { code: 'out-of-scope', data: { service: s.name } }));
}

/** Asking for nothing what is paid for anyway is no matter; asking it for what has a price or is outside is. */
function freeOfCharge(terms: Terms, ask: Ask, outside: readonly Finding[]): Finding[] {
  if (!ask.asksFree) return [];
  const tags = ask.scopeTags ?? [];
  const isPriced = (p: Price): boolean => p.services.some((tag) => tags.includes(tag));
  const price = terms.prices.find(isPriced) ?? terms.prices.find((p) => p.services.length === 0);
  const included =
    tags.length > 0 && tags.every((tag) => terms.services.some((s) => s.tag === tag && s.scope === 'in'));
  const priced = terms.prices.some(isPriced);
  if (outside.length === 0 && !priced) return [];
  if (outside.length === 0 && included && terms.allowances.some((a) => tags.every((tag) => isFor(a, tag)))) return [];
  const clause = price?.clause ?? outside[0]?.clause ?? null;
  const data = { price: price?.price ?? null, name: price?.name ?? '' };
  return [no('free-of-charge', clause, { code: 'free-of-charge', data })];
}

function outsideHours(terms: Terms, ask: Ask): Finding[] {
  const { coverage } = terms;
  const asked = ask.askedWindow;
  if (!asked || !coverage) return [];
  const open = between(hoursOf(coverage), asked.from, asked.to);
  const data = hoursData(coverage, asked);
  if (open === 0) return [no('outside-hours', coverage.clause, { code: 'outside-hours', data })];
  // "On Monday" means some time on Monday; "17:00 to 20:00" means all of it.
  if (data.grain !== 'time' || open === asked.to - asked.from) return [];
  return [no('outside-hours', coverage.clause, { code: 'partly-outside-hours', data })];
}

function hoursOf(coverage: Coverage): BusinessTime {
  const time = timeOf(coverage.zone, coverage.rules);
  if (!time.ok) throw new Error('terms are read by readTerms before they are used');
  return time.value;
}

function hoursData(coverage: Coverage, asked: AskedTime): HoursData {
  const day = dayAt(coverage.zone, asked.from);
  return {
    from: asked.from,
    to: asked.to,
    grain: asked.grain ?? 'time',
    zone: coverage.zone,
    hours: hoursGroups(coverage.rules),
    closed: hoursOf(coverage).closed.get(day)?.name ?? null,
  };
}

function overAllowance(version: AgreementVersion, ask: Ask, now: Instant): Finding[] {
  const service = ask.scopeTags?.[0] ?? null;
  const zone = version.terms.coverage?.zone ?? 'UTC';
  return version.terms.allowances.flatMap((a): Finding[] => {
    const asked = a.unit === 'cases' ? 1 : Math.round((ask.hoursAsked ?? 0) * 60);
    if (!isFor(a, service) || asked === 0) return [];
    const balance = balanceAt(a, ask.usage ?? [], version.validFrom, zone, now);
    const over = wouldGoOver(a, balance, asked);
    if (!over) return [];
    const data = { name: a.name, unit: a.unit, asked, left: balance.left, over: over.over, price: over.price };
    return [no('over-allowance', a.clause, { code: 'over-allowance', data })];
  });
}
