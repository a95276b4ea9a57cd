import type { Suggestion } from '../../contract/forecast.ts';
import type { BusinessTime } from '../../domain/calendar/business-time.ts';
import { timeOf } from '../../domain/calendar/versions.ts';
import { guardOf } from '../../domain/forecasting/guard.ts';
import { DEFAULTS } from '../../domain/forecasting/parameters.ts';
import { AT_RISK, chanceOfDate, type Dates, STATED, suggestDates } from '../../domain/forecasting/suggest-dates.ts';
import { DAY } from '../../domain/shared/instant.ts';
import type { Refusal, Result } from '../../domain/shared/result.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { agreementInForce } from '../agreements/public.ts';
import { officeHours } from '../clients/public.ts';
import { evidenceFor } from './evidence.store.ts';
import { type Asked, askedRequest, openPromisesOf, scored } from './forecast.store.ts';

/** P2: what can be said about a date for this request now, and what becomes of the dates given already. Nothing is moved by it. */
export async function suggestDate(
  tx: Tx,
  requestId: string,
  due: string | undefined,
  now: number,
): Promise<Suggestion> {
  const request = await askedRequest(tx, requestId);
  if (!request) throw refused('not-found');
  const { said, chance, guard, from } = await whatIsKnown(tx, request, now);
  const promises = (await openPromisesOf(tx, requestId)).map((p) => {
    const made = p.due > now ? chance(p.due) : 0;
    return { id: p.id, chance: made, atRisk: made !== null && made < AT_RISK };
  });
  const dates = said.ok ? said.value : null;
  return {
    dates: dates && { nineOfTen: iso(dates.nineOfTen), half: iso(dates.half), target: iso(dates.target) },
    refusal: said.ok ? null : noDate(said.refusal),
    basis: dates && {
      level: dates.basis.level,
      alike: dates.basis.alike,
      open: dates.basis.open,
      own: dates.basis.own,
    },
    kind: request.kind,
    from: from,
    agedDays: Math.floor((now - request.opened) / DAY),
    chance: due === undefined ? null : chance(instant(due)),
    drifts: guard.drifts ? { kept: guard.kept, scored: guard.scored } : null,
    promises,
  };
}

/** Evidence, guard and hours of one request, and what they say. */
export async function whatIsKnown(tx: Tx, request: Asked, now: number) {
  const guard = guardOf(await scored(tx, now), STATED);
  const { evidence, from } = await evidenceFor(tx, request, now);
  const hours = await hoursFor(tx, request.clientId, now);
  const said: Result<Dates> = suggestDates(evidence, request.opened, now, hours.time, DEFAULTS, guard.readAt);
  const chance = (due: number): number | null => {
    const found = chanceOfDate(evidence, request.opened, due, now, DEFAULTS);
    return found.ok ? found.value : null;
  };
  return { said, chance, guard, from, calendar: hours.calendar };
}

/** The hours a date lands in: those of the agreement in force, else our own office's. */
async function hoursFor(
  tx: Tx,
  clientId: string | null,
  now: number,
): Promise<{ time: BusinessTime; calendar: string }> {
  const agreement = clientId ? await agreementInForce(tx, clientId, now) : null;
  const coverage = agreement?.terms.coverage;
  const time = coverage ? timeOf(coverage.zone, coverage.rules) : null;
  if (time?.ok && agreement) return { time: time.value, calendar: `agreement ${agreement.id} ${agreement.version}` };
  const office = await officeHours(tx);
  return { time: office.time, calendar: `office ${office.zone}` };
}

function noDate({ code, data = {} }: Refusal): NonNullable<Suggestion['refusal']> {
  const number = (name: string): number | null => (typeof data[name] === 'number' ? data[name] : null);
  const known = ['too-few-similar', 'tail-too-thin', 'too-many-still-open'] as const;
  return {
    code: known.find((k) => k === code) ?? 'no-history',
    n: number('n'),
    needed: number('needed'),
    open: number('open'),
  };
}
