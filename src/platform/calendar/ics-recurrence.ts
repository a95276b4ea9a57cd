import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { readTime } from './ics-times.ts';

export type Occurrences =
  | { readonly ok: true; readonly times: readonly Temporal.ZonedDateTime[] }
  | { readonly ok: false; readonly why: 'rule-too-fine' | 'rule-other-calendar' | 'rule-unreadable' };

const FINEST = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
/**
 * The starts of a recurring event between two instants, the first one included whatever the rule says (RFC 5545 §3.8.5.3).
 * Refused: several times a day, other calendars than the Gregorian, and what cannot be read.
 */
export function occurrences(
  rule: string,
  start: Temporal.ZonedDateTime,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Occurrences {
  const parts = untilInUtc(tidy(rule), start);
  const freq = /(?:^|;)FREQ=([A-Z]+)/.exec(parts)?.[1] ?? '';
  const scale = /(?:^|;)RSCALE=([A-Z-]+)/.exec(parts)?.[1] ?? 'GREGORIAN';
  if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(freq)) return { ok: false, why: 'rule-too-fine' };
  if (!FINEST.has(freq)) return { ok: false, why: 'rule-unreadable' };
  if (scale !== 'GREGORIAN') return { ok: false, why: 'rule-other-calendar' };
  try {
    const set = new RRuleTemporal({ rruleString: parts, dtstart: start, temporal: Temporal, includeDtstart: true });
    const utc = (t: Temporal.Instant): Temporal.ZonedDateTime => t.toZonedDateTimeISO('UTC');
    return { ok: true, times: set.between(utc(from), utc(to), true) };
  } catch {
    return { ok: false, why: 'rule-unreadable' };
  }
}

/** Upper case, without blanks, empty list items and empty parts: programs write `BYDAY=MO,` and a last semicolon. */
function tidy(rule: string): string {
  return rule
    .toUpperCase()
    .replace(/\s+/g, '')
    .split(';')
    .map((part) => part.replace(/=,+/, '=').replace(/,+$/, '').replace(/,{2,}/g, ','))
    .filter((part) => /^[A-Z-]+=./.test(part))
    .join(';');
}

/** UNTIL must be UTC beside a time in a zone (§3.3.10); written as a local time or a date it is read in the event's own zone. */
function untilInUtc(rule: string, start: Temporal.ZonedDateTime): string {
  return rule.replace(/(?<=(?:^|;)UNTIL=)[^;]+/, (value) => {
    const until = readTime(value, start.timeZoneId);
    if (!until) return value;
    const time =
      until.kind === 'time'
        ? until.time
        : until.date.toPlainDateTime({ hour: 23, minute: 59, second: 59 }).toZonedDateTime(start.timeZoneId);
    const utc = time.withTimeZone('UTC').toPlainDateTime().toString({ smallestUnit: 'second' });
    return `${utc.replaceAll(/[-:]/g, '')}Z`;
  });
}
