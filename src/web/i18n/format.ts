import { useMemo } from 'react';
import { useWords } from './i18n.tsx';
import { localeOf, writeDate, writeRelative, writeTime, writeWhen } from './times.ts';

/** Dates, hours, money and sizes in the reader's way. Instants come as ISO 8601; a zone is named when it is not the reader's own. */
export function useFormat() {
  const { lang } = useWords();
  return useMemo(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const reader = () => ({ lang, zone, now: Date.now() });
    const locale = localeOf(lang);
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const unit = (n: number, name: string): string =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }).format(n);
    return {
      zone,
      /** Fri 13 Mar */
      date: (iso: string, of?: string): string => writeDate(reader(), Date.parse(iso), of),
      /** Fri 13 Mar, 16:00 */
      when: (iso: string, of?: string): string => writeWhen(reader(), Date.parse(iso), of),
      /** 16:00 */
      time: (iso: string, of?: string): string => writeTime(reader(), Date.parse(iso), of),
      /** in 3 hours, yesterday */
      ago: (iso: string): string => writeRelative(reader(), Date.parse(iso)),
      /** 1,234.5 */
      number: (n: number): string => number.format(n),
      /** 93 % of a share between 0 and 1 */
      percent: (share: number): string =>
        new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share),
      /** Minutes spent: 45 min, 2.5 hrs */
      minutes: (n: number): string => (Math.abs(n) < 60 ? unit(n, 'minute') : unit(n / 60, 'hour')),
      /** 1.5 days, working days of eight hours; below half a day as 45 min, 2.5 hrs. */
      days: (n: number): string =>
        n < 0.5
          ? n * 8 < 1
            ? unit(Math.round(n * 480), 'minute')
            : unit(n * 8, 'hour')
          : new Intl.NumberFormat(locale, {
              style: 'unit',
              unit: 'day',
              unitDisplay: 'long',
              maximumFractionDigits: 1,
            }).format(n),
      /** May 2026, of the first day of a month. */
      month: (day: string, style: 'long' | 'short' = 'long'): string =>
        new Intl.DateTimeFormat(locale, {
          month: style,
          ...(style === 'long' ? { year: 'numeric' } : {}),
          timeZone: 'UTC',
        }).format(Date.parse(day)),
      /** 1 May 2026: a day without a clock, the same in every zone. */
      day: (day: string): string =>
        new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day)),
      /** Bytes: 320 kB, 1.4 MB */
      size: (bytes: number): string =>
        bytes < 1_000_000 ? unit(Math.ceil(bytes / 1000), 'kilobyte') : unit(bytes / 1_000_000, 'megabyte'),
      money: (minor: number, currency: string): string => {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
      },
      list: (items: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    };
  }, [lang]);
}
