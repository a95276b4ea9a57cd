import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../src/messages/format.ts';

/** Decided inside the server and never answered to anybody: clocks are moved by rules, not by a person's click. */
const NEVER_LEAVE = new Set([
  'already-paused',
  'before-last-change',
  'clock-stopped',
  'ends-before-it-begins',
  'first-response-never-pauses',
  'grace-passed',
  'knowledge-pause-not-agreed',
  'not-paused',
  'not-stopped',
]);

const LANGS = ['en', 'ru', 'pl', 'fr'] as const;
const PLACES = /^(domain|features|contract|platform\/(http|auth|mail))\//;
const NOT_THERE = /^domain\/(coach|forecasting)\/|\.test\.ts$/;
const CALL = /\b(?:refuse|refused)\(\s*'([a-z0-9-]+)'/g;

/** Every literal code of a refusal with the files that give it. */
function codes(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const root = new URL('../src/', import.meta.url);
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || !PLACES.test(file) || NOT_THERE.test(file)) continue;
    const text = readFileSync(new URL(file, root), 'utf8');
    for (const match of text.matchAll(CALL)) {
      const code = match[1] ?? '';
      found.set(code, [...(found.get(code) ?? []), file]);
    }
    if (file.startsWith('platform/http/'))
      for (const match of text.matchAll(/\bcode: '([a-z-]+)'/g)) found.set(match[1] ?? '', [file]);
  }
  return found;
}

const words = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../src/messages/${lang}/refusals.json`, import.meta.url), 'utf8'));

describe('a refusal has words that say what to do', () => {
  const all = codes();

  it('the sources give refusals at all, so that the search below can find something', () => {
    expect(all.size).toBeGreaterThan(80);
  });

  it.each(LANGS)('every code that can reach a person has words in %s', (lang) => {
    const catalogue = words(lang);
    const wordless = [...all].filter(([code]) => !NEVER_LEAVE.has(code) && !(code in catalogue));
    expect(wordless).toEqual([]);
  });

  it.each(LANGS)('every sentence in %s can be read by the formatter', (lang) => {
    for (const message of Object.values(words(lang))) expect(() => parseMessage(message)).not.toThrow();
  });

  it('the list of codes that never leave names only codes that are given', () => {
    expect([...NEVER_LEAVE].filter((code) => !all.has(code))).toEqual([]);
  });
});
