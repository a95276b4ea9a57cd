import type { CostItem, OptionTerms, Undertaking } from './words.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const words = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const lines = (items: readonly string[]): readonly string[] => items.map(words);
const ids = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();

const cost = (c: CostItem): Plain => ({
  label: words(c.label),
  minor: c.minor,
  currency: c.currency,
  ...(c.conditional ? { conditional: c.conditional } : {}),
  ...(c.when ? { when: words(c.when) } : {}),
});

const undertaking = (u: Undertaking): Plain => ({
  text: words(u.text),
  ...(u.due === undefined ? {} : { due: u.due }),
  ...(u.hours === undefined ? {} : { hours: u.hours }),
  ...(u.minor === undefined ? {} : { minor: u.minor }),
  ...(u.before === undefined ? {} : { before: u.before }),
});

/**
 * What the hash of a revision stands for (SHA-256 over its RFC 8785 JSON, made outside): everything both sides see of an option, in one form. Left
 * out is only `authority`, which is ours alone: a hash must be checkable from what both sides can read. Order of costs and undertakings counts.
 */
export function canonicalTerms(terms: OptionTerms): Plain {
  return {
    text: words(terms.text),
    costs: terms.costs.map(cost),
    date: terms.date.kind === 'none' ? { kind: 'none', why: words(terms.date.why) } : { ...terms.date },
    effortHours: terms.effortHours,
    ...(terms.place ? { place: words(terms.place) } : {}),
    ...(terms.channel ? { channel: words(terms.channel) } : {}),
    products: lines(terms.products ?? []),
    scopeIn: lines(terms.scopeIn),
    scopeOut: lines(terms.scopeOut),
    assumptions: lines(terms.assumptions),
    weDo: terms.weDo.map(undertaking),
    youDo: terms.youDo.map(undertaking),
    meets: ids(terms.meets),
    misses: ids(terms.misses),
  };
}
