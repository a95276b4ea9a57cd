/**
 * The words of one language's deadline grammar. Entries are cue sources (see `text.ts`); in `rules` the macros {n} number,
 * {wd} weekday, {mon} month, {unit} unit of time and {t} time of day may be used. A rule is a source and what it means:
 *
 * `day:k` k days from today · `wd` next such weekday · `wd:next` in the coming calendar week · `eow:k` Friday k weeks on ·
 * `dow:k:i` weekday i of the week k weeks on · `eom:k` last day of the month k months on · `eoq` `eoy` end of quarter, year ·
 * `mon` last day of the named month · `mid` its 15th · `in` {n} {unit} from now · `date` {d} {mon} · `num` day.month in figures ·
 * `iso` · `nth` the next day of that number · `time` a time of day alone · `soon` undated on purpose · `skip` not a deadline.
 */
export type DeadlineWords = {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly numbers: string;
  readonly units: {
    readonly minute: string;
    readonly hour: string;
    readonly workday: string;
    readonly day: string;
    readonly week: string;
    readonly month: string;
    readonly year: string;
  };
  /** A time of day with groups h, mi?, ap?. */
  readonly time: string;
  readonly rules: readonly (readonly [source: string, op: string])[];
};
