import { describe, expect, it } from 'vitest';
import { localOf, momentOf } from './wall-time.ts';

describe('a date typed for the client’s zone', () => {
  it.each([
    ['winter in Warsaw', '2026-01-13T16:00', 'Europe/Warsaw', '2026-01-13T15:00:00.000Z', false],
    ['summer in Warsaw', '2026-07-13T16:00', 'Europe/Warsaw', '2026-07-13T14:00:00.000Z', false],
    ['New York', '2026-03-13T09:30', 'America/New_York', '2026-03-13T13:30:00.000Z', false],
    ['an hour that does not exist', '2026-03-29T02:30', 'Europe/Warsaw', '2026-03-29T01:30:00.000Z', true],
    ['an hour that exists twice: the first', '2026-10-25T02:30', 'Europe/Warsaw', '2026-10-25T00:30:00.000Z', true],
  ])('%s', (_name, local, zone, iso, moved) => {
    expect(momentOf(local, zone)).toEqual({ iso, moved });
  });
  it('is read back as it was typed', () => {
    expect(localOf('2026-07-13T14:00:00Z', 'Europe/Warsaw')).toBe('2026-07-13T16:00');
  });
  it('is nothing while it is not complete', () => {
    expect(momentOf('', 'Europe/Warsaw')).toBeNull();
  });
});
