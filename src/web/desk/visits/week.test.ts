import { expect, it } from 'vitest';
import { dateOf, dayAfter, visitsSearch, weekOf } from './week.ts';

it('a week begins on Monday and keeps its seven days where the clock changes', () => {
  const week = weekOf('2026-03-29', 'Europe/Warsaw', 0);
  expect(week.days[0]).toBe('2026-03-23');
  expect([week.from, week.to]).toEqual(['2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  expect(weekOf(undefined, 'Asia/Tokyo', Date.UTC(2026, 2, 22, 16)).days[0]).toBe('2026-03-23');
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
  expect(dateOf('2026-03-22T16:00:00Z', 'Asia/Tokyo')).toBe('2026-03-23');
});

it('what is not a date in the address is left out', () => {
  expect(visitsSearch({ day: '2026-02-30', visit: 7, by: 'client' })).toEqual({ by: 'client' });
});
