import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { stripTypeScriptTypes } from 'node:module';
import { check } from '../src/domain/coach/check.ts';
import { loadPack } from '../src/domain/coach/packs/load.ts';
import { type Examples, ledgerOf } from '../src/domain/coach/packs/examples.ts';
import { type Lang } from '../src/domain/coach/types.ts';
import { type Figure, type Measurement } from './support/figures.ts';

const LANGS: readonly Lang[] = ['en', 'ru', 'pl', 'fr'];
const ROUNDS = 200;
const PACKS = join(import.meta.dirname, '..', 'src', 'domain', 'coach', 'packs');

/** About 2,000 characters of the language, from the pack's own examples. */
async function longDraft(lang: Lang): Promise<string> {
  const { examples } = (await import(join(PACKS, lang, 'examples.ts'))) as { readonly examples: Examples };
  const sentences = Object.values(examples.rules).flatMap(({ bad, good }) =>
    [...bad.slice(0, 2), ...good.slice(0, 3)].map((e) => (typeof e === 'string' ? e : e.text)),
  );
  return sentences.join(' ').slice(0, 2_000);
}

/** What a page loads for one language: the pack's files without their examples, compressed. */
function packBytes(lang: Lang): number {
  const files = readdirSync(join(PACKS, lang)).filter((f) => !f.includes('examples'));
  const code = files.map((f) => stripTypeScriptTypes(readFileSync(join(PACKS, lang, f), 'utf8'))).join('\n');
  return gzipSync(code).length;
}

const at = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)] ?? 0;

async function measure(lang: Lang): Promise<Figure[]> {
  const draft = await longDraft(lang);
  const context = {
    now: '2026-03-11T10:00:00+01:00',
    kind: 'bad-news' as const,
    author: { may: ['book visits'], max_hours: 4, max_discount_eur: 100 },
    ledger: ledgerOf(['condition|Nothing may cost more|cost|0 EUR', 'fact|There are 40 users|users|40']),
  };
  const pack = await loadPack(lang);
  const started = performance.now();
  check(draft, context, pack);
  const first = performance.now() - started;
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const t = performance.now();
    check(draft, context, pack);
    times.push(performance.now() - t);
  }
  // the first tenth still compiles
  const steady = times.slice(ROUNDS / 10);
  return [
    { name: `${lang}: ${draft.length} characters, p50`, value: at(steady, 0.5), unit: 'ms' },
    { name: `${lang}: p99`, value: at(steady, 0.99), unit: 'ms' },
    { name: `${lang}: the very first draft, pack compiled`, value: first, unit: 'ms' },
    { name: `${lang}: pack, gzip`, value: packBytes(lang), unit: 'bytes' },
  ];
}

/** The coach on a 2,000-character draft in each language, and what a page downloads for it. */
export const measurement: Measurement = {
  summary: 'the writing coach: milliseconds for a long draft, bytes of each language pack',
  run: async () => {
    const figures: Figure[] = [];
    for (const lang of LANGS) figures.push(...(await measure(lang)));
    return figures;
  },
};
