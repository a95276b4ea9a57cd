import type { Coaching } from '../../contract/coach.ts';
import type { BusinessTime } from '../../domain/calendar/business-time.ts';
import { formatDay } from '../../domain/calendar/civil.ts';
import { timeOf } from '../../domain/calendar/versions.ts';
import { workingDays } from '../../domain/calendar/working-days.ts';
import { dayAt } from '../../domain/calendar/zone.ts';
import { hushKey } from '../../domain/coach/rule-life.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { agreementInForce } from '../agreements/public.ts';
import { officeHours } from '../clients/public.ts';
import { clientLang, factsFor } from './facts.ts';
import { placeOf } from './place.store.ts';
import { hushedFor, rulesOf } from './rule.store.ts';

const AHEAD = 120;

/** What the page needs to read drafts by itself: authority, rules, what is hushed, and the days that promises fall on. */
export async function coachForPage(tx: Tx, by: MemberActor, requestId: string, now: number): Promise<Coaching> {
  const request = await placeOf(tx, requestId);
  const { zone, author, entries, products } = await factsFor(tx, by, request);
  const hushed = await hushedFor(tx, by.id);
  return {
    zone,
    lang: await clientLang(tx, request.contactId, by.lang),
    author: { ...author, kinds: [...author.kinds] },
    entries: [...entries],
    products: [...products],
    rules: (await rulesOf(tx)).map(({ rule, lang, status }) => ({ rule, lang, status })),
    hushed: hushed.map((h) => hushKey(h.rule, h.sentence)),
    calendar: await calendarFor(tx, request.clientId, now),
  };
}

/** The agreement's own hours; without them ours. */
async function calendarFor(tx: Tx, clientId: string | null, now: number): Promise<Coaching['calendar']> {
  const agreement = clientId ? await agreementInForce(tx, clientId, now) : null;
  const coverage = agreement?.terms.coverage;
  const made = coverage ? timeOf(coverage.zone, coverage.rules) : null;
  const office = await officeHours(tx);
  return made?.ok ? ahead(made.value, now, agreement?.title ?? null) : ahead(office.time, now, null);
}

function ahead(time: BusinessTime, now: number, agreement: string | null): Coaching['calendar'] {
  const today = dayAt(time.zone, now);
  const until = today + AHEAD;
  const days = new Set(workingDays(time, today, until));
  const ends = time.compile(today, until).days.filter((d) => days.has(d.day));
  const closed = [...time.closed].filter(([day]) => day >= today && day < until && !days.has(day));
  return {
    agreement,
    until: formatDay(until),
    days: ends.map((d) => ({ date: formatDay(d.day), end: iso(d.end) })),
    closed: closed.map(([day, { name }]) => ({ date: formatDay(day), name })),
  };
}
