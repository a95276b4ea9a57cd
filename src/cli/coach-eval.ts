import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { check } from '../domain/coach/check.ts';
import {
  type Counts,
  emptyScore,
  type GoldDraft,
  type Half,
  halfOf,
  type Miss,
  ratio,
  type Score,
  tally,
} from '../domain/coach/evaluate.ts';
import { loadPack } from '../domain/coach/packs/load.ts';
import { LEVELS } from '../domain/coach/rank.ts';
import { type Level, type RuleId } from '../domain/coach/types.ts';

export type LanguageResult = {
  readonly lang: string;
  readonly score: Score;
  readonly levels: Readonly<Record<Level, Counts>>;
  readonly misses: readonly Miss[];
  readonly ms: { readonly p50: number; readonly p99: number };
};

/** Runs the coach over every gold file of a folder, before any cap on findings. */
export async function evaluateDir(dir: string, half?: Half): Promise<LanguageResult[]> {
  const files = (await readdir(dir)).filter((f) => f.endsWith('.jsonl')).sort();
  const byLang = new Map<string, { score: Score; misses: Miss[]; times: number[] }>();
  for (const file of files) {
    for (const [i, line] of (await readFile(join(dir, file), 'utf8')).split('\n').entries()) {
      if (line.trim() === '') continue;
      const gold = parse(line, `${file}:${i + 1}`);
      if (half !== undefined && halfOf(gold.id) !== half) continue;
      const pack = await loadPack(gold.lang);
      const entry = byLang.get(gold.lang) ?? { score: emptyScore(), misses: [], times: [] };
      byLang.set(gold.lang, entry);
      if (entry.times.length === 0) check(gold.draft, gold, pack); // compiles the pack
      const t = performance.now();
      const report = check(gold.draft, gold, pack);
      entry.times.push(performance.now() - t);
      entry.misses.push(...tally(entry.score, gold, report));
    }
  }
  return Array.from(byLang, ([lang, e]) => ({
    lang,
    score: e.score,
    levels: levelsOf(e.score),
    misses: e.misses,
    ms: { p50: at(e.times, 0.5), p99: at(e.times, 0.99) },
  }));
}

function parse(line: string, where: string): GoldDraft {
  try {
    return JSON.parse(line) as GoldDraft;
  } catch {
    throw new Error(`${where} is not a JSON object`);
  }
}

const at = (times: readonly number[], q: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * q)] ?? 0;

function levelsOf(score: Score): Record<Level, Counts> {
  const out: Record<Level, Counts> = {
    stop: { tp: 0, fp: 0, fn: 0 },
    check: { tp: 0, fp: 0, fn: 0 },
    note: { tp: 0, fp: 0, fn: 0 },
  };
  for (const [rule, c] of Object.entries(score.rules)) {
    const level = out[LEVELS[rule as RuleId]];
    level.tp += c.tp;
    level.fp += c.fp;
    level.fn += c.fn;
  }
  return out;
}

const pct = (n: number, of: number): string => {
  const r = ratio(n, of);
  return r === null ? '   –' : r.toFixed(2);
};
const line = (name: string, c: Counts): string =>
  `  ${name.padEnd(16)} precision ${pct(c.tp, c.tp + c.fp)}  recall ${pct(c.tp, c.tp + c.fn)}  right ${c.tp} false ${c.fp} missed ${c.fn}`;

export function renderEvaluation(results: readonly LanguageResult[], misses: boolean): string {
  const out: string[] = [];
  for (const r of results) {
    const p = r.score.promises;
    out.push(`${r.lang}: ${r.score.drafts} drafts, ${r.ms.p50.toFixed(2)} ms each (p99 ${r.ms.p99.toFixed(2)})`);
    for (const [level, c] of Object.entries(r.levels)) out.push(line(level, c));
    for (const rule of Object.keys(LEVELS)) if (r.score.rules[rule]) out.push(line(`- ${rule}`, r.score.rules[rule]));
    out.push(
      `  promises         found ${pct(p.found, p.gold)} of ${p.gold}, extra ${p.extra}, who ${pct(p.who, p.found)}, firmness ${pct(p.firmness, p.found)}, due ${pct(p.due, p.found)}, dated right ${pct(p.datedRight, p.dated)}, exact ${pct(p.exact, p.gold)}`,
      `  clean drafts     silent ${pct(r.score.clean.silent, r.score.clean.drafts)} of ${r.score.clean.drafts}`,
    );
    if (misses) for (const m of r.misses) out.push(`    ${m.id}  ${m.what}: ${JSON.stringify(m.quote)}`);
    out.push('');
  }
  return out.join('\n');
}
