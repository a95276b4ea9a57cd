import { expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { checkAbsence, isAway, mayStandIn } from './absence.ts';

const away = { from: 10 * DAY, until: 20 * DAY, substituteId: 'lena' };

it.each([
  ['a fortnight with a colleague who is there', away, null, 'fine'],
  ['an end before its beginning', { ...away, until: 9 * DAY }, null, 'period-backwards'],
  ['a time that is over', { ...away, from: 0, until: DAY }, null, 'date-in-the-past'],
  ['standing in for oneself', { ...away, substituteId: 'adam' }, null, 'substitute-is-self'],
  ['a colleague who is away as well', away, { ...away, from: 19 * DAY, until: 30 * DAY }, 'substitute-away'],
  ['a colleague who is back by then', away, { ...away, from: 0, until: 10 * DAY }, 'fine'],
] as const)('[S6] %s', (_, absence, substitute, says) => {
  const found = checkAbsence('adam', absence, substitute, 5 * DAY);
  expect(found.ok ? 'fine' : found.refusal.code).toBe(says);
});

it('[S6] away is from the first moment to the one before the last', () => {
  expect([9, 10, 19.9, 20].map((day) => isAway(away, day * DAY))).toEqual([false, true, true, false]);
});

it.each([
  ['the substitute while they are away', 'lena', 'piotr', 12, 'fine'],
  ['the substitute before they went', 'lena', 'piotr', 9, 'not-asked-of-you'],
  ['somebody else', 'olga', 'piotr', 12, 'not-asked-of-you'],
  ['the substitute who asked for it', 'lena', 'lena', 12, 'approver-is-maker'],
] as const)('[S6] [T15] who approves: %s', (_, by, askedBy, day, says) => {
  const found = mayStandIn({ absence: away, askedBy }, by, day * DAY);
  expect(found.ok ? 'fine' : found.refusal.code).toBe(says);
});
