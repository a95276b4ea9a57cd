import { expect, it } from 'vitest';
import { dueOf, isOpenOn } from './due.ts';

const calendar = {
  agreement: 'Service agreement',
  until: '2026-06-30',
  days: [{ date: '2026-04-30', end: '2026-04-30T13:00:00.000Z' }],
  closed: [{ date: '2026-05-01', name: 'Labour Day' }],
};

it.each([
  ['2026-04-30', '2026-04-30T13:00:00.000Z', 'the end of that day’s hours'],
  ['2026-05-01', '2026-05-01T15:00:00.000Z', 'five o’clock in Warsaw where there are none'],
  ['2026-12-01', '2026-12-01T16:00:00.000Z', 'five o’clock in winter'],
  ['2026-02-30', null, 'a date that does not exist is none'],
])('[T15] a promise for %s is due %s: %s', (date, due, _why) => {
  expect(dueOf(date, calendar, 'Europe/Warsaw')).toBe(due);
});

it.each([
  ['2026-04-30', { open: true, name: null }],
  ['2026-05-01', { open: false, name: 'Labour Day' }],
  ['2026-05-02', { open: false, name: null }],
  ['2026-07-01', null],
])('whether anybody works on %s', (date, answer) => {
  expect(isOpenOn(date, calendar)).toEqual(answer);
});
