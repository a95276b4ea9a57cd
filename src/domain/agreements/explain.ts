import { dayAt } from '../calendar/zone.ts';
import type { Money } from '../shared/money.ts';
import { hoursText } from './coverage-hours.ts';
import type { Explain, HoursData } from './suggest.ts';

/** The words of an explanation in the reader's language, for the message `suggest.<code>`; `hasPrice` says whether there is a price. */
export function explainWords(explain: Explain, locale: string): Record<string, string> {
  switch (explain.code) {
    case 'outside-hours':
    case 'partly-outside-hours':
    case 'inside-hours':
      return {
        asked: askedText(explain.data, locale),
        hours: hoursText(explain.data.hours, locale),
        ...optional('closed', explain.data.closed),
      };
    case 'over-allowance': {
      const { name, unit, asked, left, over, price } = explain.data;
      const amount = (n: number): string => (unit === 'cases' ? number(n, locale) : lengthText(n, locale));
      return {
        name,
        unit,
        asked: amount(asked),
        left: amount(Math.max(0, left)),
        over: amount(over),
        ...optional('price', price && moneyText(price, locale)),
      };
    }
    case 'free-of-charge':
      return {
        ...optional('name', explain.data.name),
        ...optional('price', explain.data.price && moneyText(explain.data.price, locale)),
      };
    case 'scope-not-listed':
      return { tags: explain.data.tags.join(', ') };
    default:
      return explain.data;
  }
}

const optional = (key: string, value: string | null): Record<string, string> => ({
  [key]: value ?? '',
  [`has${key.charAt(0).toUpperCase()}${key.slice(1)}`]: value ? 'yes' : 'no',
});

function askedText(data: HoursData, locale: string): string {
  const last = data.to - 1; // the end is not part of it: a day ends where the next begins
  const date = { weekday: 'long', day: 'numeric', month: 'long', timeZone: data.zone } as const;
  if (data.grain !== 'day') {
    return new Intl.DateTimeFormat(locale, {
      ...date,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatRange(data.from, data.to);
  }
  const days = new Intl.DateTimeFormat(locale, date);
  const one = dayAt(data.zone, data.from) === dayAt(data.zone, last);
  return one ? days.format(data.from) : days.formatRange(data.from, last);
}

const number = (n: number, locale: string): string => new Intl.NumberFormat(locale).format(n);

/** 150 → "2 h 30 min" in the reader's language, exact to the minute. */
export function lengthText(minutes: number, locale: string): string {
  const part = (n: number, unit: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(n);
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  return [hours > 0 || rest === 0 ? part(hours, 'hour') : '', rest > 0 ? part(rest, 'minute') : '']
    .filter(Boolean)
    .join(' ');
}

function moneyText(money: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency });
  return format.format(money.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
