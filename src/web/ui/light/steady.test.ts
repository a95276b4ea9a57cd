import { describe, expect, it } from 'vitest';
import { steady } from './steady.ts';

const row = (key: string, text = ''): { key: string; text: string } => ({ key, text });
const run = (shown: string[], latest: string[]) => {
  const out = steady(
    shown.map((key) => row(key)),
    latest.map((key) => row(key, 'new')),
    (r) => r.key,
  );
  return { keys: out.rows.map((r) => r.key).join(''), fresh: out.fresh, texts: out.rows.map((r) => r.text) };
};

describe('a list somebody is reading', () => {
  it.each([
    ['the same rows', ['a', 'b'], ['a', 'b'], 'ab', 0],
    ['a new one on top waits', ['a', 'b'], ['x', 'a', 'b'], 'ab', 1],
    ['one in the middle waits', ['a', 'b'], ['a', 'x', 'b'], 'ab', 1],
    ['a further page is appended', ['a', 'b'], ['a', 'b', 'c', 'd'], 'abcd', 0],
    ['another order stays as it was read', ['a', 'b', 'c'], ['c', 'a', 'b'], 'abc', 0],
    ['a row that left stays until asked', ['a', 'b'], ['b'], 'ab', 1],
    ['what slid in for a row that left waits as well', ['a', 'b'], ['b', 'c'], 'ab', 2],
  ])('%s', (_name, shown, latest, keys, fresh) => {
    expect(run(shown, latest)).toMatchObject({ keys, fresh });
  });
  it('changes in place', () => {
    expect(run(['a', 'b'], ['x', 'a', 'b']).texts).toEqual(['new', 'new']);
  });
});
