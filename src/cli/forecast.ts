import { parseArgs } from 'node:util';
import { backtest, type Backtest, type Figures } from '../domain/forecasting/backtest.ts';
import { DEFAULTS } from '../domain/forecasting/parameters.ts';
import { rebuildDurations } from '../features/forecast/public.ts';
import { allWorkspaces, inWorkspace } from '../platform/db/tx.ts';
import { type Command, UsageError } from './command.ts';
import { readEventLog } from './event-log.ts';
import { openForCli } from './open-database.ts';

const help = `Usage:
  parley forecast backtest FILE.csv[.gz] [--at 0.9] [--groups group1,group2] [--sample 5000] [--json]
  parley forecast rebuild [--json]

rebuild reads how long requests took from the ledger again, for every workspace; suggestions read nothing else. They are kept
up to date with every event; this is for whoever doubts it.

backtest:

How well would the promise dates have been kept? Walks through a log of requests in time and gives one promise at an
opening, from what was known at that moment; the first quarter only teaches.

FILE      columns opened_at, resolved_at (empty: never resolved) and the groups. Times without a zone are read as UTC.
--at      the chance a date is meant to be kept with, above 0 and below 1
--groups  what was known at the opening, the widest first; "" for none. Similar means all of them, then fewer
--sample  so many promises, evenly spread; "all" for one at every opening

Printed beside the usual ways of promising: coverage (share kept; never resolved counts as broken), pinball loss in days at
the target and at 0.5, median promise in days, lowest coverage in any 200 in a row and in any group of 50 or more, refusals.
Every method is scored on the same requests: those Parley gave a date that came due within the log.

Exit codes: 0 done, 1 the file cannot be read, 2 wrong usage. Rows that cannot be read are listed on stderr and left out.
`;

const options = {
  at: { type: 'string', default: '0.9' },
  groups: { type: 'string', default: 'group1,group2' },
  sample: { type: 'string', default: '5000' },
  json: { type: 'boolean' },
} as const;

export const command: Command = {
  summary: 'try promise dates on a log of past requests',
  help,
  async run(args) {
    const { values, positionals } = read(args);
    const [question, file] = positionals;
    if (question === 'rebuild' && !file) return rebuild(values.json === true);
    if (question !== 'backtest' || !file) throw new UsageError('say: backtest FILE.csv, or: rebuild');
    const tau = Number(values.at);
    if (!(tau > 0 && tau < 1)) throw new UsageError(`--at is a chance above 0 and below 1, not "${values.at}"`);
    const sample = values.sample === 'all' ? Infinity : Number(values.sample);
    if (!(sample >= 1)) throw new UsageError(`--sample is a number of promises or "all", not "${values.sample}"`);
    const groups = values.groups
      .split(',')
      .map((g) => g.trim())
      .filter(Boolean);
    const { cases, unread } = await readEventLog(file, groups);
    for (const u of unread.slice(0, 20)) process.stderr.write(`line ${u.line}: ${u.why}\n`);
    if (unread.length > 20) process.stderr.write(`… and ${unread.length - 20} more rows that cannot be read\n`);
    const result = backtest(cases, tau, DEFAULTS, sample);
    const report = { requests: cases.length, unread: unread.length, at: tau, groups, ...result };
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : words(report));
    return 0;
  },
};

async function rebuild(json: boolean): Promise<number> {
  const { server, close } = await openForCli();
  const { db, now } = server.ctx;
  try {
    for (const workspaceId of await allWorkspaces(db)) {
      const counts = await inWorkspace(db, { workspaceId }, (tx) => rebuildDurations(tx, now()));
      const words = `workspace ${workspaceId}: ${counts.requests} requests, ${counts.done} of them done`;
      process.stdout.write(`${json ? JSON.stringify({ workspaceId, ...counts }) : words}\n`);
    }
    return 0;
  } finally {
    await close();
  }
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const share = (x: number | null): string => (x === null ? '–' : `${(100 * x).toFixed(1)} %`);
const days = (x: number | null): string => (x === null ? '–' : x.toFixed(2));

function words(r: Backtest & { requests: number; unread: number; at: number; groups: string[] }): string {
  const refused = Object.values(r.refused).reduce((a, b) => a + b, 0);
  const why = Object.entries(r.refused).map(([code, n]) => `${code} ${n}`);
  const line = (f: Figures): string =>
    [
      f.method.padEnd(24),
      String(f.scored).padStart(7),
      share(f.coverage).padStart(9),
      days(f.pinball).padStart(9),
      days(f.pinballHalf).padStart(12),
      days(f.medianPromise).padStart(9),
      share(f.worst200).padStart(10),
      share(f.worstGroup?.coverage ?? null).padStart(12),
    ].join(' ');
  const head = `${'method'.padEnd(24)}  scored  coverage   pinball pinball@0.5  promise  worst 200  worst group`;
  const snapshot =
    r.closedAtTheEnd > 0.2
      ? `${share(r.closedAtTheEnd)} of all closings lie in the last 2 % of the log: it looks like a snapshot, which fools every method.\n`
      : '';
  return `${r.requests} requests, ${r.unread} rows not read; ${r.asked} promises asked at ${r.at}, groups ${r.groups.join(', ') || 'none'}
refused ${refused} (${share(refused / Math.max(1, r.asked))})${why.length > 0 ? `: ${why.join(', ')}` : ''}
${snapshot}
${head}
${r.methods.map(line).join('\n')}
`;
}
