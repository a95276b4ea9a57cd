import type { Day, Weekday } from './civil.ts';

/** `['09:00', '17:00']`, wall clock, 24 h. The end is not part of it and may pass midnight: `['22:00', '30:00']`. */
export type HoursText = readonly [from: string, to: string];

/** Hours of one date instead of its weekday's; opens a day without hours as well, such as a transferred working Saturday. */
export type OverrideText = { readonly hours: readonly HoursText[]; readonly worksAlthoughClosed?: boolean };

export type ClosedDay = { readonly name: string; readonly source: string };

/** A closed date as compiled: `removesHours` is false on a Sunday without hours, or where an override works although closed. */
export type ClosedDate = ClosedDay & { readonly removesHours: boolean };

/** What happens when a night shift that began the evening before reaches a closed date. */
export type NightShifts = 'cut-at-midnight' | 'keep-start-day';

/** The rules of a version as they are stored and exchanged: JSON, dates as `2026-03-14`. */
export type CalendarRules = {
  readonly week: Readonly<Partial<Record<Weekday, readonly HoursText[]>>>;
  readonly overrides?: Readonly<Record<string, OverrideText>>;
  readonly breaks?: Readonly<Record<string, readonly HoursText[]>>;
  readonly closed?: Readonly<Record<string, ClosedDay>>;
  readonly nightShifts?: NightShifts;
};

/** Immutable: an edit makes the next version, so that a commitment is judged by the hours it was made under. */
export type CalendarVersion = CalendarRules & {
  readonly no: number;
  /** First local date it is in force. */
  readonly validFrom: string;
  readonly holidayRegion?: string;
  readonly note?: string;
};

export type Calendar = {
  readonly id: string;
  readonly name: string;
  /** IANA name, `Europe/Warsaw`. */
  readonly zone: string;
  readonly versions: readonly CalendarVersion[];
};

/** Minutes of the local day; 1440 is midnight at its end. */
export type Hours = { readonly from: number; readonly to: number };

/** Rules after reading: numbers in place of texts, every one of them sound. */
export type Rulebook = {
  readonly zone: string;
  /** Monday first. */
  readonly week: readonly (readonly Hours[])[];
  readonly overrides: ReadonlyMap<Day, { readonly hours: readonly Hours[]; readonly worksAlthoughClosed: boolean }>;
  readonly breaks: ReadonlyMap<Day, readonly Hours[]>;
  readonly closed: ReadonlyMap<Day, ClosedDay>;
  readonly nightShifts: NightShifts;
};

/** The preset for cover around the clock; an ordinary calendar, not a special case. */
export const AROUND_THE_CLOCK: CalendarRules = {
  week: Object.fromEntries(
    (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((d) => [d, [['00:00', '24:00']]]),
  ),
};
