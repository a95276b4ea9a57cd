import { expect, it } from 'vitest';
import { loadPack } from './packs/load.ts';
import { likelyKind } from './promise-kind.ts';

it.each([
  ['en', 'I will write to you by Friday', 'answer'],
  ['en', 'we will install it on Tuesday', 'visit'],
  ['en', 'we will give you a discount of 5 %', 'discount'],
  ['en', 'I will rewrite the program', 'work'],
  ['ru', 'мы приедем во вторник', 'visit'],
  ['ru', 'я вам напишу завтра', 'answer'],
  ['pl', 'napiszę do Państwa jutro', 'answer'],
  ['pl', 'przyjedziemy we wtorek', 'visit'],
  ['fr', 'je vous écris demain', 'answer'],
  ['fr', 'nous viendrons mardi', 'visit'],
] as const)('[T15] in %s “%s” is most likely: %s', async (lang, quote, kind) => {
  expect(likelyKind(quote, await loadPack(lang))).toBe(kind);
});
