import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { ASKS, ASKS_UNSEEN } from './same-ask.pairs.ts';
import { type Ask, askedBefore, sameAsk } from './same-ask.ts';

const ask = (id: string, [subject, text]: readonly [string, string], more: Partial<Ask> = {}): Ask => ({
  id,
  clientId: 'acme',
  subject,
  text,
  at: 0,
  ...more,
});
const isSame = (a: readonly [string, string], b: readonly [string, string]): boolean =>
  sameAsk(ask('1', a), ask('2', b)).same;

describe('[T11] the same ask through another door, in four languages', () => {
  it('every pair used for tuning is judged right', () => {
    for (const [a, b, same] of ASKS) expect(`${isSame(a, b)} ${b[0]}: ${b[1]}`).toBe(`${same} ${b[0]}: ${b[1]}`);
  });

  it('pairs never used for tuning: nothing wrong is suggested; most is found', () => {
    const suggested = ASKS_UNSEEN.filter(([a, b]) => isSame(a, b));
    expect(suggested.filter(([, , same]) => !same)).toEqual([]);
    expect(suggested.length / ASKS_UNSEEN.filter(([, , same]) => same).length).toBeGreaterThanOrEqual(0.75);
  });

  it('asks of different matters of one client are never joined', () => {
    const matters = [...new Set([...ASKS, ...ASKS_UNSEEN].map(([a]) => a))];
    for (const a of matters) for (const b of matters) if (a !== b) expect(isSame(a, b)).toBe(false);
  });

  const saturday = ['Weekend work', 'We need your crew on Saturday for the overhaul, at no charge'] as const;
  it.each<[string, Partial<Ask>, boolean]>([
    ['a year later, to the day', { at: 365 * DAY }, true],
    ['more than a year later', { at: 365 * DAY + 1 }, false],
    ['another client asks for the same', { clientId: 'other' }, false],
    ['the request itself', { id: '1' }, false],
    ['forwarded under the same subject', { subject: 'Fwd: Weekend work' }, true],
  ])('%s', (_name, more, same) => {
    expect(sameAsk(ask('1', saturday), ask('2', saturday, more)).same).toBe(same);
  });

  it('three earlier asks at most, the likeliest first', () => {
    const earlier = ['a', 'b', 'c', 'd'].map((id) =>
      ask(id, [
        'Weekend work',
        `We need your crew on Saturday for the overhaul, at no charge${id === 'c' ? '' : ', and coffee for everybody'}`,
      ]),
    );
    expect(
      askedBefore(ask('1', saturday), [...earlier, ask('x', ['Invoice', 'the address is wrong'])]).map((f) => f.id),
    ).toEqual(['c', 'a', 'b']);
  });
});
