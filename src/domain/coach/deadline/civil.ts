/** A civil day as a count of days since 1970-01-01; the author's own calendar day, so no zone is involved. */
export type CivilDay = number;

export type Clock = { readonly day: CivilDay; /** Minutes since local midnight. */ readonly minute: number };

/** Days since 1970-01-01 of a Gregorian date (Hinnant's algorithm). */
export function civilDay(year: number, month: number, day: number): CivilDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

export function dateOf(day: CivilDay): { year: number; month: number; day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** Monday = 0 … Sunday = 6. */
export const weekdayOf = (day: CivilDay): number => (((day + 3) % 7) + 7) % 7;

export const mondayOf = (day: CivilDay): CivilDay => day - weekdayOf(day);

export function lastOfMonth(day: CivilDay, months = 0): CivilDay {
  const { year, month } = dateOf(day);
  const m = month + months;
  return civilDay(year + Math.floor(m / 12), (m % 12) + 1, 1) - 1;
}

/** The same day n months on, or the last day of that month where it is shorter. */
export function addMonths(day: CivilDay, n: number): CivilDay {
  const { year, month, day: d } = dateOf(day);
  const m = month - 1 + n;
  const first = civilDay(year + Math.floor(m / 12), (((m % 12) + 12) % 12) + 1, 1);
  return Math.min(first + d - 1, lastOfMonth(first));
}

/** n working days on, Monday to Friday, today not counted. The product's own calendar takes over when a promise is recorded. */
export function addWorkdays(day: CivilDay, n: number): CivilDay {
  let d = day;
  for (let left = Math.min(n, 400); left > 0;) {
    d += 1;
    if (weekdayOf(d) < 5) left -= 1;
  }
  return d;
}

export function isoDate(day: CivilDay): string {
  const { year, month, day: d } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Reads the wall clock out of an ISO 8601 instant with offset; the offset itself is not needed, the author sees local time. */
export function readClock(iso: string): Clock | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(iso);
  if (!m) return null;
  return {
    day: civilDay(Number(m[1]), Number(m[2]), Number(m[3])),
    minute: Number(m[4] ?? 0) * 60 + Number(m[5] ?? 0),
  };
}
