import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { decideSnooze } from './snooze.ts';

const NOW = 1_000 * DAY;

describe('[P1] what is put off', () => {
  it.each<[string, string, number | null, number, string]>([
    ['a next step, past its date', 'next-step', NOW - DAY, NOW + DAY, 'put off'],
    ['a line without a date', 'delivery', null, NOW + DAY, 'put off'],
    ['a promise, to a day before it is due', 'promise-due', NOW + 2 * DAY, NOW + DAY, 'put off'],
    ['a promise, past its date', 'promise-due', NOW + DAY, NOW + 2 * DAY, 'promise-cannot-be-put-off'],
    ['a promise that is late already', 'promise-at-risk', NOW - DAY, NOW + DAY, 'promise-cannot-be-put-off'],
    ['anything, into the past', 'next-step', NOW, NOW, 'date-in-the-past'],
  ])('%s', (_name, kind, due, until, expected) => {
    const result = decideSnooze({ kind, due, until }, NOW);
    expect(result.ok ? 'put off' : result.refusal.code).toBe(expected);
  });
});
