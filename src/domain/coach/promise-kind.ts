import type { PromiseKind } from '../promises/words.ts';
import { lexiconOf } from './lexicon.ts';
import { type Pack } from './packs/pack.ts';
import { fold, has } from './text.ts';

/**
 * What kind of promise an undertaking found in a draft most likely is: money given back or less to pay is a discount, something done at
 * the client's door a visit, telling and bringing word an answer, anything else work. A guess for the form, to be changed there (T15).
 */
export function likelyKind(quote: string, pack: Pack): PromiseKind {
  const { values } = lexiconOf(pack);
  const text = fold(quote);
  if (has(values.discount, text) || has(values.refund, text)) return 'discount';
  if (has(values.physical, text)) return 'visit';
  return has(values.telling, text) ? 'answer' : 'work';
}
