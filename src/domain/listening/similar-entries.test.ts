import { describe, expect, it } from 'vitest';
import { alike, similarEntries } from './similar-entries.ts';
import { SAYINGS, SAYINGS_UNSEEN } from './similar-entries.pairs.ts';
import type { Entry } from './words.ts';

const entry = (id: string, text: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'condition',
  state: 'standing',
  side: 'theirs',
  text,
  said: 1,
  ...more,
});

function score(pairs: typeof SAYINGS): { precision: number; recall: number } {
  const suggested = pairs.filter(([a, b]) => alike(a, b) > 0);
  const right = suggested.filter(([, , same]) => same).length;
  return { precision: right / suggested.length, recall: right / pairs.filter(([, , same]) => same).length };
}

describe('[L2] saying it again is recognised by its wording, in four languages', () => {
  it('every pair used for tuning is judged right', () => {
    for (const [a, b, same] of SAYINGS) expect(`${alike(a, b) > 0} ${a} | ${b}`).toBe(`${same} ${a} | ${b}`);
  });

  it('pairs never used for tuning: what is suggested is right; most of it is found', () => {
    const { precision, recall } = score(SAYINGS_UNSEEN);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.75);
  });

  it('likeness does not depend on which was said first', () => {
    for (const [a, b] of [...SAYINGS, ...SAYINGS_UNSEEN]) expect(alike(b, a)).toBe(alike(a, b));
  });

  it('zero is zero however it is put: "free of charge" is "no extra cost" by its value', () => {
    const zero = { kind: 'money', max: { minor: 0, currency: 'EUR' } } as const;
    const stands = [
      entry('a', 'no extra cost', { value: zero }),
      entry('b', 'at most 200', { value: { kind: 'money', max: { minor: 20_000, currency: 'EUR' } } }),
    ];
    expect(similarEntries({ text: 'it has to be free of charge', kind: 'condition', value: zero }, stands)).toEqual([
      { entryId: 'a', score: 1, by: 'value' },
    ]);
  });

  it('the same wording with another limit is not the same condition', () => {
    const stands = [
      entry('a', 'it may cost at most the agreed sum', {
        value: { kind: 'money', max: { minor: 1, currency: 'EUR' } },
      }),
    ];
    const said = {
      text: 'it may cost at most the agreed sum',
      value: { kind: 'money', max: { minor: 2, currency: 'EUR' } },
    } as const;
    expect(similarEntries(said, stands)).toEqual([]);
  });

  it('what was taken back, and entries of another kind, are not suggested', () => {
    const stands = [
      entry('a', 'the line must run on Monday', { state: 'withdrawn' }),
      entry('b', 'the line must run on Monday', { kind: 'fact' }),
    ];
    expect(similarEntries({ text: 'the line must run on Monday', kind: 'condition' }, stands)).toEqual([]);
  });

  it('three at most, the likeliest first', () => {
    const stands = ['a', 'b', 'c', 'd'].map((id) =>
      entry(id, id === 'c' ? 'the line must run Monday morning' : 'the line must run Monday morning in hall four'),
    );
    const found = similarEntries({ text: 'the line must run Monday morning' }, stands);
    expect(found.map((f) => f.entryId)).toEqual(['c', 'a', 'b']);
  });
});
