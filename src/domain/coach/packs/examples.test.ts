import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { type DraftKind, type Lang, type RuleId } from '../types.ts';
import { type Example, type Examples, ledgerOf } from './examples.ts';
import { loadPack } from './load.ts';
import { examples as en } from './en/examples.ts';
import { examples as fr } from './fr/examples.ts';
import { examples as pl } from './pl/examples.ts';
import { examples as ru } from './ru/examples.ts';

const ALL: Readonly<Record<Lang, Examples>> = { en, ru, pl, fr };
const METHOD: Readonly<Record<RuleId, string>> = {
  'binds-others': 'T14',
  'over-authority': 'T15',
  'condition-clash': 'L5',
  'reflex-no': 'T4',
  rude: 'C6',
  blame: 'N5',
  excuse: 'N6',
  'no-plan': 'N4',
  'asked-again': 'L3',
  'already-has': 'L4',
  riddle: 'N2',
  sweetening: 'N3',
  'no-empathy': 'N1',
  'vague-date': 'T15',
};
const BAD_NEWS = new Set<RuleId>(['no-plan', 'riddle', 'sweetening', 'no-empathy']);

const found = (example: Example, kind: DraftKind, pack: Awaited<ReturnType<typeof loadPack>>): string[] => {
  const e = typeof example === 'string' ? { text: example } : example;
  const context = {
    now: '2026-03-11T10:00:00+01:00',
    kind: e.kind ?? kind,
    author: e.author ?? { may: ['book visits'], max_hours: 4, max_discount_eur: 0 },
    ledger: ledgerOf(e.ledger ?? []),
  };
  return check(e.text, context, pack).findings.map((f) => f.rule);
};
const textOf = (e: Example): string => (typeof e === 'string' ? e : e.text);

describe.each(Object.entries(ALL))('the pack %s', (lang, examples) => {
  it.each(Object.entries(examples.rules))('proves %s with five bad and ten good drafts', (_rule, { bad, good }) => {
    expect(bad.length).toBeGreaterThanOrEqual(5);
    expect(good.length + examples.clean.length).toBeGreaterThanOrEqual(10);
  });

  it.each(Object.keys(examples.rules))('carries the rule %s', async (rule) => {
    const pack = await loadPack(lang as Lang);
    expect(pack.rules.filter((r) => r.id === rule)).toHaveLength(1);
  });

  for (const [rule, { bad, good }] of Object.entries(examples.rules) as [RuleId, Examples['rules'][RuleId]][]) {
    const kind = BAD_NEWS.has(rule) ? 'bad-news' : 'reply';
    it.each(bad.map((e) => [textOf(e), e] as const))(`[${METHOD[rule]}] ${rule} is found in: %s`, async (_text, e) => {
      expect(found(e, kind, await loadPack(lang as Lang))).toContain(rule);
    });
    it.each(good.map((e) => [textOf(e), e] as const))(
      `[${METHOD[rule]}] ${rule} is not found in: %s`,
      async (_text, e) => {
        expect(found(e, kind, await loadPack(lang as Lang))).not.toContain(rule);
      },
    );
  }

  it.each(examples.clean.map((e) => [textOf(e), e] as const))('nothing is said about: %s', async (_text, e) => {
    expect(found(e, 'reply', await loadPack(lang as Lang))).toEqual([]);
  });
});
