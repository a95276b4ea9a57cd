import { describe, expect, it } from 'vitest';
import { sameValue } from './same-value.ts';
import type { ConditionValue } from './words.ts';

describe('[L2] two typed conditions', () => {
  it.each<[string, ConditionValue, ConditionValue, boolean]>([
    [
      'nothing is nothing in any currency',
      { kind: 'money', max: { minor: 0, currency: 'EUR' } },
      { kind: 'money', max: { minor: 0, currency: 'PLN' } },
      true,
    ],
    [
      'the same number in another currency is another limit',
      { kind: 'money', max: { minor: 5, currency: 'EUR' } },
      { kind: 'money', max: { minor: 5, currency: 'PLN' } },
      false,
    ],
    ['the same day', { kind: 'date', latest: 5 }, { kind: 'date', latest: 5 }, true],
    ['by a day is not from a day', { kind: 'date', latest: 5 }, { kind: 'date', earliest: 5 }, false],
    [
      'places in any order and case',
      { kind: 'place', rule: 'only', places: ['Łódź', 'Gdynia'] },
      { kind: 'place', rule: 'only', places: ['gdynia', 'łódź'] },
      true,
    ],
    [
      'only there is not never there',
      { kind: 'place', rule: 'only', places: ['Łódź'] },
      { kind: 'place', rule: 'never', places: ['Łódź'] },
      false,
    ],
    [
      'the same channel',
      { kind: 'channel', rule: 'only', channels: ['phone'] },
      { kind: 'channel', rule: 'only', channels: ['Phone'] },
      true,
    ],
    [
      'one item more is another scope',
      { kind: 'scope', rule: 'includes', items: ['a'] },
      { kind: 'scope', rule: 'includes', items: ['a', 'b'] },
      false,
    ],
    [
      'a product by its key',
      { kind: 'product', rule: 'has', name: 'Drive', key: 'G120' },
      { kind: 'product', rule: 'has', name: 'the drive', key: 'G120' },
      true,
    ],
    [
      'a product by its name',
      { kind: 'product', rule: 'has', name: 'Drive' },
      { kind: 'product', rule: 'has', name: 'drive' },
      true,
    ],
    [
      'a price is not a date',
      { kind: 'money', max: { minor: 0, currency: 'EUR' } },
      { kind: 'date', latest: 0 },
      false,
    ],
  ])('%s', (_name, a, b, same) => {
    expect(sameValue(a, b)).toBe(same);
    expect(sameValue(b, a)).toBe(same);
  });
});
