import { expect, it } from 'vitest';
import { type Ordered, priceLines } from './price-lines.ts';
import type { Price } from './terms.ts';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const PRICES: readonly Price[] = [
  { key: 'night', name: 'Night hour', services: [], unit: 'hour', price: eur(12_050), clause: '7.1' },
  { key: 'call-out', name: 'Call-out', services: [], unit: 'fixed', price: eur(9_000), clause: '7.2' },
];
const named = (p: Price, n: number): string => `${p.name} × ${n}`;

it.each<[string, readonly Ordered[], unknown]>([
  [
    '[P3] outside the agreement the price list says what it costs',
    [{ key: 'night', quantity: 3 }],
    [{ label: 'Night hour × 3', minor: 36_150, currency: 'EUR' }],
  ],
  [
    '[P3] half an hour is rounded to whole cents',
    [{ key: 'night', quantity: 0.25 }],
    [{ label: 'Night hour × 0.25', minor: 3_013, currency: 'EUR' }],
  ],
  [
    '[P3] a fixed price is counted once',
    [{ key: 'call-out', quantity: 4 }],
    [{ label: 'Call-out × 1', minor: 9_000, currency: 'EUR' }],
  ],
  ['[P3] what is not on the list has no price', [{ key: 'gift', quantity: 1 }], 'price-unknown'],
  ['[P3] nothing of a line is no line', [{ key: 'night', quantity: 0 }], 'quantity-missing'],
  ['[P3] a slip of the finger is no order', [{ key: 'night', quantity: 1_000_000 }], 'quantity-missing'],
])('%s', (_name, ordered, expected) => {
  const found = priceLines(PRICES, ordered, named);
  expect(found.ok ? found.value : found.refusal.code).toEqual(expected);
});
