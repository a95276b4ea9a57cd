import type { OptionTerms as Wire } from '../../contract/negotiation.ts';
import { canonicalTerms } from '../../domain/negotiation/canonical-terms.ts';
import type { OptionTerms, Undertaking } from '../../domain/negotiation/words.ts';
import { instant } from '../../platform/db/time.ts';
import { fingerprint } from '../../platform/ledger/chain.ts';

/** The wire's terms as the core compares them. */
export function toTerms(wire: Wire): OptionTerms {
  const undertaking = ({ due, ...rest }: Wire['weDo'][number]): Undertaking =>
    ({ ...defined(rest), ...(due ? { due: instant(due) } : {}) }) as Undertaking;
  const { date, weDo, youDo, costs, ...rest } = wire;
  return {
    ...(defined(rest) as Omit<OptionTerms, 'date' | 'weDo' | 'youDo' | 'costs'>),
    costs: costs.map((c) => defined(c) as OptionTerms['costs'][number]),
    date:
      date.kind === 'by-hand'
        ? { kind: 'by-hand', at: instant(date.at) }
        : date.kind === 'forecast'
          ? { kind: 'forecast', p50: instant(date.p50), p90: instant(date.p90) }
          : date,
    weDo: weDo.map(undertaking),
    youDo: youDo.map(undertaking),
  };
}

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/**
 * What both sides speak about: title and every term that both can read, in the one form of canonical-terms.ts. Who has the option before
 * them can compute it. Nobody is ever bound to words they did not see.
 */
export const wordingHash = (title: string, terms: Wire): string =>
  fingerprint({ title: title.normalize('NFC').trim(), terms: canonicalTerms(toTerms(terms)) });
