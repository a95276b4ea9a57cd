import { expect, it } from 'vitest';
import { breaksFrom } from './ics-breaks.ts';

const WARSAW = 'Europe/Warsaw';
const utc = (text: string): number => new Date(`2026-${text}Z`).getTime();

it.each<[string, string, string, Record<string, [string, string][]>]>([
  ['within a day', '03-13T15:00', '03-13T16:30', { '2026-03-13': [['16:00', '17:30']] }],
  ['seconds are rounded outwards', '03-13T15:00:30', '03-13T16:30:01', { '2026-03-13': [['16:00', '17:31']] }],
  [
    'over midnight',
    '03-13T21:00',
    '03-14T02:00',
    { '2026-03-13': [['22:00', '24:00']], '2026-03-14': [['00:00', '03:00']] },
  ],
  ['up to midnight', '03-13T21:00', '03-13T23:00', { '2026-03-13': [['22:00', '24:00']] }],
  ['into the hour that is skipped', '03-29T00:30', '03-29T01:30', { '2026-03-29': [['01:30', '03:30']] }],
  ['from the first to the second 02:30', '10-25T00:30', '10-25T01:30', { '2026-10-25': [['02:30', '03:00']] }],
])('a busy time as a break: %s', (_, from, to, expected) => {
  expect(breaksFrom([{ from: utc(from), to: utc(to) }], WARSAW)).toEqual(expected);
});
