import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { check } from '../domain/coach/check.ts';
import { detectLanguage } from '../domain/coach/language.ts';
import { loadPack } from '../domain/coach/packs/load.ts';
import { shown } from '../domain/coach/rank.ts';
import { type CheckContext, type CoachReport, type Lang } from '../domain/coach/types.ts';
import { evaluateDir, renderEvaluation } from './coach-eval.ts';
import { type Command, UsageError } from './command.ts';

const help = `Usage:
  parley coach check [--context FILE] [--lang en|ru|pl|fr] [--all] [--json] < draft
  parley coach eval DIR [--half work|test] [--misses] [--json]

check   Reads a draft from standard input and prints what a second reader would say, and every promise with its date.
        FILE holds one JSON object: now, kind, author, ledger, lang (as in the gold drafts). At most three findings are
        shown unless --all is given; findings that stop a send are always shown.
eval    Measures the coach on gold drafts (*.jsonl in DIR): precision and recall per rule and language, promises, drafts
        without a finding, time per draft. --half takes the fixed work or test half, --misses lists every disagreement.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a finding would stop the send (check only).
`;

const LANGS: readonly string[] = ['en', 'ru', 'pl', 'fr'];
const isLang = (x: string | undefined): x is Lang => x !== undefined && LANGS.includes(x);

async function stdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

type ContextFile = Partial<CheckContext> & { readonly lang?: string };

async function readContext(file: string | undefined): Promise<ContextFile> {
  if (file === undefined) return {};
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new UsageError(`${file} does not hold one JSON object`);
  return parsed as ContextFile;
}

/** The local wall clock with its offset, for a check without a context. */
function localNow(): string {
  const d = new Date();
  const local = new Date(d.getTime() - d.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  const o = -d.getTimezoneOffset();
  const two = (n: number): string => String(Math.abs(n)).padStart(2, '0');
  return `${local}${o < 0 ? '-' : '+'}${two(Math.trunc(o / 60))}:${two(o % 60)}`;
}

function render(report: CoachReport): string {
  const lines = report.findings.map((f) => `${f.start}-${f.end}\t${f.level}\t${f.rule}\t${JSON.stringify(f.quote)}`);
  const promises = report.promises.map(
    (p) => `${p.start}-${p.end}\tpromise\t${p.who}, ${p.firmness}, ${p.due ?? 'no date'}\t${JSON.stringify(p.quote)}`,
  );
  return [...lines, ...promises].map((l) => `${l}\n`).join('') || 'Nothing to say.\n';
}

async function runCheck(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      context: { type: 'string' },
      lang: { type: 'string' },
      all: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const file = await readContext(values.context);
  const draft = await stdin();
  const wanted = values.lang ?? file.lang;
  if (wanted !== undefined && !isLang(wanted))
    throw new UsageError(`language "${wanted}" is none of ${LANGS.join(', ')}`);
  const lang = wanted ?? detectLanguage(draft, 'en');
  const context: CheckContext = {
    now: file.now ?? localNow(),
    kind: file.kind ?? 'reply',
    author: file.author ?? { may: [] },
    ledger: file.ledger ?? [],
  };
  const full = check(draft, context, await loadPack(lang));
  const report = values.all ? full : { ...full, findings: shown(full.findings) };
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : render(report));
  return report.findings.some((f) => f.level === 'stop') ? 3 : 0;
}

async function runEval(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { half: { type: 'string' }, misses: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [dir] = positionals;
  if (dir === undefined || positionals.length > 1) throw new UsageError('name one folder of gold drafts');
  if (values.half !== undefined && values.half !== 'work' && values.half !== 'test')
    throw new UsageError('--half is work or test');
  const result = await evaluateDir(dir, values.half);
  process.stdout.write(
    values.json ? `${JSON.stringify(result, null, 2)}\n` : renderEvaluation(result, values.misses === true),
  );
  return 0;
}

export const command: Command = {
  summary: 'Read a draft before it is sent; measure the coach on gold drafts',
  help,
  run: async ([action, ...args]) => {
    if (action === 'check') return runCheck(args);
    if (action === 'eval') return runEval(args);
    throw new UsageError('say "check" or "eval"');
  },
};
