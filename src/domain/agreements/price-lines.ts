import { type Result, ok, refuse } from '../shared/result.ts';
import type { CostItem } from '../negotiation/words.ts';
import type { Price } from './terms.ts';

/** So much of one line of the price list: 3 hours, 2 visits; one of a fixed price. */
export type Ordered = { readonly key: string; readonly quantity: number };

/** The largest quantity of one line; more is a typing error. */
const MOST = 10_000;

/**
 * P3: what work outside the agreement costs, by the agreement's own price list: each line its name, quantity and amount, rounded to whole minor
 * units. Nobody types a price here. `named`: how a line is written, in the reader's words.
 */
export function priceLines(
  prices: readonly Price[],
  ordered: readonly Ordered[],
  named: (price: Price, quantity: number) => string,
): Result<readonly CostItem[]> {
  const lines: CostItem[] = [];
  for (const { key, quantity } of ordered) {
    const price = prices.find((p) => p.key === key);
    if (!price) return refuse('price-unknown', { key });
    if (!(quantity > 0) || quantity > MOST) return refuse('quantity-missing', { name: price.name });
    const n = price.unit === 'fixed' ? 1 : quantity;
    lines.push({
      label: named(price, n),
      minor: Math.round(price.price.minor * n),
      currency: price.price.currency,
    });
  }
  return ok(lines);
}
