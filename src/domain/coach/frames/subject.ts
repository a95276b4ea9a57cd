import { type Lexicon } from '../lexicon.ts';
import { type Span } from '../text.ts';
import { type ClauseEvent, type Token } from './clauses.ts';

/**
 * Whether the words before a verb name people (who decide and act) or things. The last naming word counts, machines that act by
 * themselves do not; a capitalised word in mid-sentence is taken for a name.
 */
export function subjectClass(
  span: Span,
  tokens: readonly Token[],
  text: string,
  lexicon: Lexicon,
  sentenceStart?: number,
): ClauseEvent['who'] {
  if (tokens.length === 0 && sentenceStart !== undefined && sentenceStart < span.start) {
    return lastHit(lexicon.frames.role, text.slice(sentenceStart, span.start)) >= 0 ? 'human' : 'thing';
  }
  const near = tokens.slice(-9);
  const from = near[0]?.start ?? span.start;
  const phrase = text.slice(from, span.end);
  const role = lastHit(lexicon.frames.role, phrase);
  const machine = lastHit(lexicon.frames.machine, phrase);
  if (role >= 0 && role > machine) return 'human';
  const head = near.at(-1);
  if (machine < 0 && head?.name && /^[^\d]{3,}$/.test(head.w) && !MONTHLIKE.test(head.w)) return 'human';
  return 'thing';
}

const MONTHLIKE = /(?:day|ary|ber|march|april|june|july|august|eur|usd|pdf|vpn|sap|crm|erp)$/;

function lastHit(re: RegExp, text: string): number {
  re.lastIndex = 0;
  let at = -1;
  for (const m of text.matchAll(re)) at = m.index;
  return at;
}
