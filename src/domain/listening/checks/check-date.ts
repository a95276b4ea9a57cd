import type { OptionDate } from '../../negotiation/words.ts';
import type { ConditionValue } from '../words.ts';
import { type Finding, meets, misses, saysNothing, worst } from './verdict.ts';

type DateCondition = Extract<ConditionValue, { kind: 'date' }>;

/**
 * T8: a date against "by" and "not before". A forecast meets "by" only with its 9-of-10 date; when only the even chance is in time
 * that is said. No date is no answer, not a miss.
 */
export function checkDate(wanted: DateCondition, date: OptionDate): Finding {
  if (date.kind === 'none') return saysNothing('no-date', { why: date.why });
  const [early, late] = date.kind === 'by-hand' ? [date.at, date.at] : [date.p50, date.p90];
  const findings: Finding[] = [];
  if (wanted.latest !== undefined) {
    if (late <= wanted.latest) findings.push(meets('in-time', { at: late, latest: wanted.latest }));
    else if (early <= wanted.latest)
      findings.push(misses('in-time-only-half-the-time', { at: late, latest: wanted.latest }));
    else findings.push(misses('too-late', { at: late, latest: wanted.latest }));
  }
  if (wanted.earliest !== undefined) {
    const data = { at: early, earliest: wanted.earliest };
    findings.push(early >= wanted.earliest ? meets('not-too-early', data) : misses('too-early', data));
  }
  return worst(findings);
}
