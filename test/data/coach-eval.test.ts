import { describe, expect, it } from 'vitest';
import { evaluateDir, type LanguageResult } from '../../src/cli/coach-eval.ts';

const DATA = '../shared/data/coach';

/** What the held-out half reached when last measured, rounded down; a rule that gets worse fails here. Shares from 0 to 1. */
const FLOORS = {
  en: { stop: [0.8, 0.6], check: [0.8, 0.55], found: 0.78, due: 0.85, clean: 0.8 },
  fr: { stop: [0.8, 0.5], check: [0.7, 0.5], found: 0.76, due: 0.9, clean: 0.7 },
  pl: { stop: [0.65, 0.45], check: [0.85, 0.45], found: 0.85, due: 0.9, clean: 0.85 },
  ru: { stop: [0.75, 0.5], check: [0.75, 0.55], found: 0.82, due: 0.85, clean: 0.8 },
} as const;

const results = await evaluateDir(DATA, 'test');
const of = (lang: string): LanguageResult => {
  const found = results.find((r) => r.lang === lang);
  if (!found) throw new Error(`no gold drafts in ${lang}`);
  return found;
};

describe.each(Object.entries(FLOORS))('the held-out gold drafts in %s', (lang, floor) => {
  const { score, levels } = of(lang);
  const precision = ({ tp, fp }: { tp: number; fp: number }): number => tp / (tp + fp);
  const recall = ({ tp, fn }: { tp: number; fn: number }): number => tp / (tp + fn);

  it('are about half of the file', () => {
    expect(score.drafts).toBeGreaterThan(35);
    expect(score.drafts).toBeLessThan(55);
  });
  it('[T14] what stops a send is right, and found', () => {
    expect(precision(levels.stop)).toBeGreaterThanOrEqual(floor.stop[0]);
    expect(recall(levels.stop)).toBeGreaterThanOrEqual(floor.stop[1]);
  });
  it('[T4] what is shown before a send is right, and found', () => {
    expect(precision(levels.check)).toBeGreaterThanOrEqual(floor.check[0]);
    expect(recall(levels.check)).toBeGreaterThanOrEqual(floor.check[1]);
  });
  it('[P4] promises are found, with their dates', () => {
    expect(score.promises.found / score.promises.gold).toBeGreaterThanOrEqual(floor.found);
    expect(score.promises.due / score.promises.found).toBeGreaterThanOrEqual(floor.due);
  });
  it('nothing is said about clean drafts, mostly', () => {
    expect(score.clean.silent / score.clean.drafts).toBeGreaterThanOrEqual(floor.clean);
  });
});
