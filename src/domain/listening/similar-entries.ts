import { likeness } from './wording/similarity.ts';
import { sameValue } from './same-value.ts';
import type { ConditionValue, Entry, EntryKind } from './words.ts';

export type Said = { readonly text: string; readonly kind?: EntryKind; readonly value?: ConditionValue };
export type Suggestion = { readonly entryId: string; readonly score: number; readonly by: 'value' | 'wording' };

/** Tuned on the labelled pairs of similar-entries.test.ts for precision: a wrong suggestion costs trust, a missed one only a click. */
const ENOUGH = { shared: 3, cover: 0.68, overlap: 0.44 };
/** Two stems are enough only where there is hardly anything else: "no extra cost". */
const ENOUGH_SHORT = { shared: 2, cover: 1, overlap: 0.8 };
const AT_MOST = 3;

/**
 * L2: entries that may already say what was just said, the likeliest first, three at most. The same typed value counts as the same thing; otherwise the
 * wording decides. Entries taken back are left out. A person confirms; nothing is counted by itself.
 */
export function similarEntries(said: Said, entries: readonly Entry[]): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const entry of entries) {
    if (entry.state === 'withdrawn' || (said.kind !== undefined && said.kind !== entry.kind)) continue;
    if (said.value && entry.value && said.value.kind === entry.value.kind) {
      if (sameValue(said.value, entry.value)) found.push({ entryId: entry.id, score: 1, by: 'value' });
      continue;
    }
    const score = alike(said.text, entry.text);
    if (score > 0) found.push({ entryId: entry.id, score, by: 'wording' });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, AT_MOST);
}

/** Likeness of two sayings from 0 (not suggested) to 1. */
export function alike(a: string, b: string): number {
  const { cover, overlap, shared, conflict } = likeness(a, b);
  const enough = [ENOUGH, ENOUGH_SHORT].some((e) => shared >= e.shared && cover >= e.cover && overlap >= e.overlap);
  if (conflict || !enough) return 0;
  return Math.round(((cover + overlap) / 2) * 100) / 100;
}
