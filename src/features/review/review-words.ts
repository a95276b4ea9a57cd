import type { Translate } from '../../platform/i18n/translator.ts';

/** Numbers and days in the reader's way, for paper. */
export function inWords(reader: string) {
  const lang = reader === 'en' ? 'en-GB' : reader;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const unit = (n: number, name: string, unitDisplay: 'short' | 'long'): string =>
    new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 }).format(n);
  const minutes = (n: number): string => (n < 60 ? unit(n, 'minute', 'short') : unit(n / 60, 'hour', 'short'));
  return {
    number: (n: number): string => number.format(n),
    percent: (n: number): string =>
      new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(n),
    /** Working days of eight hours; below half a day hours or minutes say more. */
    days: (n: number): string => (n < 0.5 ? minutes(Math.round(n * 480)) : unit(n, 'day', 'long')),
    minutes,
    day: (day: string): string =>
      new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day)),
    month: (day: string): string =>
      new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' }).format(Date.parse(day)),
  };
}

export type InWords = ReturnType<typeof inWords>;

/** ↑ 4 before. */
export const difference = (t: Translate, w: InWords, now: number, before: number): string =>
  `${now > before ? '↑' : now < before ? '↓' : '→'} ${t('review.before-n', { n: w.number(before) })}`;
