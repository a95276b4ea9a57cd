export type AskedLang = 'en' | 'ru' | 'pl' | 'fr';

/**
 * The words one language asks for a time with. Lower case; accents are taken off on both sides before words are compared.
 * Seven weekdays from Monday, twelve months from January. What is not listed is not understood – on purpose.
 */
export type AskedWords = {
  readonly lang: AskedLang;
  /** 03/04 is the third of April. Null: people write both, so it is left alone. */
  readonly dayFirst: true | null;
  /** "Next Saturday" is the coming one, not the one of next week. */
  readonly nextIsComing: boolean;
  /** Forms that stand after "on"; plural forms ("on Saturdays") are left out. */
  readonly weekdays: readonly (readonly string[])[];
  /** Forms that stand after "from" only, where the language has them. */
  readonly weekdaysFrom: readonly (readonly string[])[];
  readonly months: readonly (readonly string[])[];
  /** Months that are also common words, taken only right after "on 3" or "Saturday 3". */
  readonly doubtfulMonths: readonly string[];
  /** A weekday without a preposition asks as well: "venir samedi". */
  readonly bareWeekday: boolean;
  readonly weekend: readonly string[];
  readonly nextWeekend: readonly string[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly afterTomorrow: readonly string[];
  readonly tonight: readonly string[];
  readonly night: readonly string[];
  readonly morning: readonly string[];
  readonly afternoon: readonly string[];
  readonly evening: readonly string[];
  /** Parts of the day that only tell which hour is meant: "в 2 часа дня". Night, morning, afternoon, evening. */
  readonly hourParts: readonly [readonly string[], readonly string[], readonly string[], readonly string[]];
  /** "В ночь на субботу": the night that ends on that day. */
  readonly nightBefore: readonly string[];
  readonly thisOne: readonly string[];
  readonly nextOne: readonly string[];
  readonly on: readonly string[];
  /** Stands before a date, but before a bare weekday means every week: "le samedi". */
  readonly onDate: readonly string[];
  readonly at: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly after: readonly string[];
  readonly hour: readonly string[];
  /** Right before a day or time: a deadline, a past day, a habit – no asked time. */
  readonly block: readonly string[];
  /** Anywhere before it in the clause: the opposite is meant. */
  readonly negation: readonly string[];
  /** Addressed to us: "could you". Without one of these (or a question mark) nothing is taken for an ask. */
  readonly ask: readonly string[];
  /** Says a need without asking anybody: enough beside a day, too little beside a bare "at night". */
  readonly need: readonly string[];
  readonly past: readonly string[];
  readonly pastEnding: RegExp | null;
  readonly notPast: readonly string[];
  /** After these a past form is none: "be fixed". */
  readonly notPastAfter: readonly string[];
  /** Auxiliary and participle, where past is said with two words. */
  readonly pastPair: { readonly first: readonly string[]; readonly second: RegExp } | null;
  /** Written with a full stop that ends no sentence. */
  readonly abbreviations: readonly string[];
};
