import { foldWord, stemsOf } from '../wording/tokens.ts';
import type { OwnedProduct } from '../words.ts';
import { type Finding, meets, misses, saysNothing, worst } from './verdict.ts';

/** The same thing by name: equal when folded, or every word of the one is found in the other. */
function sameThing(a: string, b: string): boolean {
  if (foldWord(a).trim() === foldWord(b).trim()) return true;
  const [x, y] = [new Set(stemsOf(a)), new Set(stemsOf(b))];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  return small.size > 0 && [...small].every((s) => large.has(s));
}

/** A place or a channel against "only there" or "never there". */
export function checkOneOf(rule: 'only' | 'never', wanted: readonly string[], offered: string | undefined): Finding {
  if (offered === undefined || offered.trim() === '') return saysNothing('not-named');
  const listed = wanted.some((w) => sameThing(w, offered));
  const data = { offered, wanted };
  if (rule === 'only') return listed ? meets('as-wanted', data) : misses('elsewhere', data);
  return listed ? misses('excluded', data) : meets('as-wanted', data);
}

/** Scope: what must be part of it, or must not. What is named in neither list is not answered. */
export function checkScope(
  rule: 'includes' | 'excludes',
  items: readonly string[],
  scopeIn: readonly string[],
  scopeOut: readonly string[],
): Finding {
  const inside = rule === 'includes' ? meets : misses;
  const outside = rule === 'includes' ? misses : meets;
  return worst(
    items.map((item) => {
      if (scopeOut.some((s) => sameThing(s, item))) return outside('left-out', { item });
      if (scopeIn.some((s) => sameThing(s, item))) return inside('included', { item });
      return saysNothing('not-named', { item });
    }),
  );
}

/**
 * An offered product is one they own when the key is the same, or when every word of the offered name is in the name of what they own. Not the other
 * way round: who owns a drive does not yet own the filter of the drive.
 */
function sameProduct(offered: string, owned: OwnedProduct): boolean {
  if (owned.key !== undefined && foldWord(offered) === foldWord(owned.key)) return true;
  if (foldWord(offered).trim() === foldWord(owned.name).trim()) return true;
  const words = stemsOf(offered);
  const name = new Set(stemsOf(owned.name));
  return words.length > 0 && words.every((w) => name.has(w));
}

/** Products against "has" (L4), "only this" or "never this". An option that offers no product says nothing about them. */
export function checkProduct(
  rule: 'has' | 'only' | 'never',
  product: OwnedProduct,
  offered: readonly string[],
): Finding {
  if (offered.length === 0) return saysNothing('not-named');
  const hit = offered.find((o) => sameProduct(o, product));
  const data = { offered: hit ?? offered[0], product: product.name, ...(product.from ? { from: product.from } : {}) };
  if (rule === 'has') return hit === undefined ? saysNothing('not-named') : misses('already-has', data);
  if (rule === 'never') return hit === undefined ? meets('as-wanted', data) : misses('excluded', data);
  const other = offered.find((o) => !sameProduct(o, product));
  return other === undefined ? meets('as-wanted', data) : misses('other-product', { ...data, offered: other });
}
