import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

describe('after signing in one stays on this site', () => {
  it.each([
    ['/requests/1?tab=table', '/requests/1?tab=table'],
    ['/', '/'],
    [undefined, '/'],
    ['', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['https:evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/%2f%2fevil.example', '/%2f%2fevil.example'],
    ['/\t/evil.example', '/'],
  ])('%j leads to %s', (wanted, expected) => {
    expect(returnPath(wanted, 'https://desk.example.org')).toBe(expected);
  });
});
