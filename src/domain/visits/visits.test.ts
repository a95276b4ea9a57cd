import { describe, expect, it } from 'vitest';
import { HOUR } from '../shared/instant.ts';
import { type Planned, clashesOf } from './clash.ts';
import { confirmVisit } from './confirm.ts';
import { nextThatDay } from './day.ts';
import { type Ending, checkWindow, endVisit, moveVisit } from './outcome.ts';
import type { VisitState } from './words.ts';

// 13 March 2026, 09:00 UTC.
const nine = 1_773_392_400_000;
const at = (hour: number, hours = 1) => ({ from: nine + hour * HOUR, to: nine + (hour + hours) * HOUR });
const visit = (change: Partial<Planned> = {}): Planned => ({
  id: 'mine',
  clientId: 'acme',
  system: null,
  remote: false,
  people: ['piotr'],
  window: at(0, 2),
  held: [],
  ...change,
});
const other = (change: Partial<Planned>): Planned => visit({ id: 'other', people: ['anna'], ...change });

describe('[S3] what a planned visit runs into', () => {
  it.each<[string, Planned, Planned, string[]]>([
    [
      'the same person at two clients',
      visit(),
      other({ clientId: 'volga', people: ['piotr', 'anna'] }),
      ['same-person'],
    ],
    ['two teams at one client', visit(), other({}), ['same-client']],
    ['two teams on one system', visit({ system: 'Line 2' }), other({ system: ' line  2' }), ['same-system']],
    [
      'one on site, one from afar on the same system',
      visit({ system: 'ERP' }),
      other({ system: 'ERP', remote: true }),
      ['same-system'],
    ],
    [
      'one on site, one from afar on something else',
      visit({ system: 'ERP' }),
      other({ system: 'DNS', remote: true }),
      [],
    ],
    ['two teams at two clients', visit(), other({ clientId: 'volga' }), []],
    ['one ends when the other begins', visit(), other({ window: at(2) }), []],
    [
      'a time offered to the other client is held',
      visit(),
      other({ clientId: 'volga', people: ['piotr'], window: at(30), held: [at(1)] }),
      ['same-person'],
    ],
    ['a time we offer ourselves', visit({ window: at(30), held: [at(0)] }), other({}), ['same-client']],
    ['itself', visit(), visit(), []],
  ])('%s', (_, mine, theirs, kinds) => {
    expect(clashesOf(mine, [theirs]).map((c) => c.kind)).toEqual(kinds);
    expect(clashesOf(theirs, [mine]).map((c) => c.kind)).toEqual(kinds);
  });

  it('says who would be in two places', () => {
    const [clash] = clashesOf(visit({ people: ['piotr', 'anna'] }), [other({ clientId: 'volga' })]);
    expect(clash).toEqual({ kind: 'same-person', otherId: 'other', people: ['anna'] });
  });
});

describe('[S13] [S8] how a visit ends', () => {
  const end = (change: Partial<Ending> = {}): Ending => ({ outcome: 'done', words: '', proxyName: '', ...change });
  it.each<[string, VisitState, Ending, string]>([
    ['done on its day', 'confirmed', end(), 'done'],
    [
      'accepted by somebody else, who is named',
      'planned',
      end({ outcome: 'by-proxy', proxyName: 'Ms Wolna' }),
      'by-proxy',
    ],
    ['accepted by nobody in particular', 'planned', end({ outcome: 'by-proxy' }), 'proxy-missing'],
    ['done from afar', 'planned', end({ outcome: 'done-remotely' }), 'done-remotely'],
    ['blocked, and by what', 'confirmed', end({ outcome: 'blocked', words: 'a banquet in the hall' }), 'blocked'],
    ['blocked without a word', 'confirmed', end({ outcome: 'blocked' }), 'reason-missing'],
    ['blocked, then made good from afar', 'blocked', end({ outcome: 'done-remotely' }), 'done-remotely'],
    ['done twice', 'done', end(), 'visit-has-ended'],
    ['called off without a reason', 'planned', end({ outcome: 'called-off' }), 'reason-missing'],
  ])('%s', (_, state, ending, says) => {
    const found = endVisit(state, at(0, 2), ending, nine + HOUR);
    expect(found.ok ? found.value : found.refusal.code).toBe(says);
  });

  it('what happens on site is not told days before', () => {
    const early = endVisit('planned', at(0), end(), nine - 20 * HOUR);
    expect(early).toMatchObject({ ok: false, refusal: { code: 'visit-lies-ahead' } });
    expect(endVisit('planned', at(0), end({ outcome: 'done-remotely' }), nine - 20 * HOUR).ok).toBe(true);
  });

  it.each<[string, VisitState, ReturnType<typeof at>, string, string]>([
    ['another day, and why', 'confirmed', at(24), 'the hall is taken', 'planned'],
    ['after it was blocked', 'blocked', at(24), 'the banquet', 'planned'],
    ['without a reason', 'planned', at(24), ' ', 'reason-missing'],
    ['to the same time', 'planned', at(0), 'so', 'same-date'],
    ['into the past', 'planned', at(-5), 'so', 'date-in-the-past'],
    [
      'to an end before its beginning',
      'planned',
      { from: nine + 5 * HOUR, to: nine + 4 * HOUR },
      'so',
      'window-backwards',
    ],
    ['after it was done', 'done', at(24), 'so', 'visit-has-ended'],
  ])('moved: %s', (_, state, to, why, says) => {
    const found = moveVisit(state, at(0), to, why, nine - HOUR);
    expect(found.ok ? found.value : found.refusal.code).toBe(says);
  });

  it('a window of three weeks is a typing error', () => {
    expect(checkWindow(at(0, 24 * 21), nine).ok).toBe(false);
  });
});

describe('[S13] picking is accepting', () => {
  const offered = { state: 'planned' as const, window: at(0), held: [at(5), at(24)] };
  it.each<[string, number, number, string | number]>([
    ['the time itself', at(0).from, nine - HOUR, at(0).to],
    ['another time offered', at(24).from, nine - HOUR, at(24).to],
    ['a time nobody offered', at(7).from, nine - HOUR, 'slot-not-offered'],
    ['a time that has passed', at(0).from, nine + HOUR, 'date-in-the-past'],
  ])('%s', (_, from, now, says) => {
    const found = confirmVisit(offered, from, now);
    expect(found.ok ? found.value.to : found.refusal.code).toBe(says);
  });
  it('nothing is confirmed once it was called off', () => {
    expect(confirmVisit({ ...offered, state: 'called-off' }, at(0).from, nine - HOUR).ok).toBe(false);
  });
});

it('[S8] the next client of each person on that local day is found, each visit once', () => {
  const both = visit({ people: ['piotr', 'anna'] });
  const day = [
    other({ id: 'before', window: at(-3), people: ['piotr'] }),
    other({ id: 'third', window: at(6), people: ['piotr'] }),
    other({ id: 'next', window: at(3), people: ['piotr', 'anna'] }),
    other({ id: 'tomorrow', window: at(20), people: ['anna'] }),
  ];
  expect(nextThatDay(both, day, 'Europe/Warsaw').map((v) => v.id)).toEqual(['next']);
  // 23:30 in Warsaw is the same day there; an hour later it is not.
  const evening = visit({ window: { from: nine + 12.5 * HOUR, to: nine + 13 * HOUR } });
  const late = (h: number) =>
    other({ id: `at-${h}`, people: ['piotr'], window: { from: nine + h * HOUR, to: nine + (h + 1) * HOUR } });
  expect(nextThatDay(evening, [late(13.5), late(14.5)], 'Europe/Warsaw').map((v) => v.id)).toEqual(['at-13.5']);
  expect(nextThatDay(evening, [late(14.5)], 'Europe/Warsaw')).toEqual([]);
});
