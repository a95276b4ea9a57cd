import { createWriteStream, type WriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isKnownZone } from '../domain/calendar/zone.ts';
import {
  columnsOf,
  FIELDS,
  isField,
  type Line,
  type Mapping,
  readRow,
  takeHistory,
} from '../features/history/public.ts';
import { firmOf } from '../features/promises/public.ts';
import type { Context } from '../platform/context.ts';
import { allWorkspaces, inWorkspace } from '../platform/db/tx.ts';
import { UsageError } from './command.ts';
import { csvRows } from './csv-file.ts';
import { openForCli } from './open-database.ts';

/** Rows a transaction: larger ones are hardly faster, and a person working meanwhile waits for the whole of one. */
const BATCH = 1_000;

const options = {
  map: { type: 'string', multiple: true },
  mapping: { type: 'string' },
  desk: { type: 'string', default: 'import' },
  zone: { type: 'string' },
  errors: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Brings past requests of another desk into the first workspace; see the help of `parley import`. */
export async function importCsv(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args);
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new UsageError('name one file');
  const { zone: given } = values;
  if (given && !isKnownZone(given)) throw new UsageError(`there is no time zone "${given}"`);
  const mapping = await readMapping(values.mapping, values.map ?? []);
  const faults = new Faults(values.errors ?? `${basename(file)}.errors.csv`);
  const { server, close } = await openForCli();
  const sums = { rows: 0, taken: 0, there: 0, failed: 0 };
  const began = performance.now();
  let part = 0;
  try {
    const { workspaceId, zone } = await place(server.ctx, given);
    const bar = progress();
    let waiting: Line[] = [];
    const take = async (batch: readonly Line[], read: number, rows: number): Promise<void> => {
      const now = server.ctx.now();
      const done = await inWorkspace(server.ctx.db, { workspaceId }, (tx) => takeHistory(tx, values.desk, batch, now));
      sums.taken += done.taken;
      sums.there += done.there;
      done.failed.forEach((f) => faults.add(f));
      bar(read, rows);
    };
    // The next rows are read while the database takes the last ones.
    let running = Promise.resolve();
    const flush = async (): Promise<void> => {
      await running;
      running = take(waiting, part, sums.rows);
      running.catch(() => undefined);
      waiting = [];
    };
    let columns: Mapping | null = null;
    for await (const { line, record } of csvRows(
      file,
      (fault) => faults.add(fault),
      (read) => (part = read),
    )) {
      columns ??= columnsIn(Object.keys(record), mapping);
      sums.rows += 1;
      const row = readRow(record, columns, zone, server.ctx.now());
      if (row.ok) waiting.push({ line, request: row.value });
      else faults.add({ line, why: row.refusal.code });
      if (waiting.length >= BATCH) await flush();
    }
    if (waiting.length > 0) await flush();
    await running;
    bar(1, sums.rows, true);
  } finally {
    await faults.end();
    await close();
  }
  sums.failed = faults.count;
  const seconds = (performance.now() - began) / 1_000;
  const report = { ...sums, seconds: Number(seconds.toFixed(1)), errors: faults.count > 0 ? faults.file : null };
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : words(report));
  return faults.count > 0 ? 1 : 0;
}

function columnsIn(head: readonly string[], mapping: Mapping): Mapping {
  const { columns, missing } = columnsOf(head, mapping);
  if (missing.length > 0)
    throw new UsageError(`the file has no column ${missing.join(', ')}; it has ${head.join(', ')}`);
  return columns;
}

async function place(ctx: Context, zone: string | undefined): Promise<{ workspaceId: string; zone: string }> {
  const [workspaceId] = await allWorkspaces(ctx.db);
  if (!workspaceId) throw new Error("there is no workspace yet: run 'npm start' and create it first.");
  return { workspaceId, zone: zone ?? (await inWorkspace(ctx.db, { workspaceId }, firmOf)).zone };
}

async function readMapping(file: string | undefined, pairs: readonly string[]): Promise<Mapping> {
  const mapping: Record<string, unknown> = file ? (JSON.parse(await readFile(file, 'utf8')) as object as never) : {};
  for (const pair of pairs) {
    const [field = '', ...column] = pair.split('=');
    mapping[field] = column.join('=');
  }
  for (const [field, column] of Object.entries(mapping)) {
    if (!isField(field)) throw new UsageError(`there is no field "${field}"; the fields are ${names.join(', ')}`);
    if (typeof column !== 'string' || column === '') throw new UsageError(`say which column "${field}" is in`);
  }
  return mapping as Mapping;
}
const names = Object.keys(FIELDS);

/** Rows that could not be taken: the first twenty on stderr, all of them in a file of their own. */
class Faults {
  readonly file: string;
  count = 0;
  #out: WriteStream | null = null;
  constructor(file: string) {
    this.file = file;
  }
  add({ line, why }: { line: number; why: string }): void {
    this.count += 1;
    if (this.count <= 20) process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}line ${line}: ${why}\n`);
    this.#out ??= createWriteStream(this.file);
    if (this.count === 1) this.#out.write('line,reason\n');
    this.#out.write(`${line},"${why.replaceAll('"', '""')}"\n`);
  }
  async end(): Promise<void> {
    if (this.count > 20) process.stderr.write(`… and ${this.count - 20} more, all in ${this.file}\n`);
    const out = this.#out;
    if (out) await new Promise<void>((done, failed) => out.once('error', failed).end(done));
  }
}

/** A bar on a terminal, a line every ten thousand rows elsewhere. */
function progress(): (part: number, rows: number, end?: boolean) => void {
  const wide = 30;
  let said = 0;
  return (part, rows, end = false) => {
    const full = Math.round(Math.min(1, part) * wide);
    if (process.stderr.isTTY) {
      const bar = `${'█'.repeat(full)}${'░'.repeat(wide - full)}`;
      process.stderr.write(`\r${bar} ${Math.round(part * 100)} % · ${rows} rows${end ? '\n' : ''}`);
    } else if (end || rows - said >= 10_000) {
      said = rows;
      process.stderr.write(`${Math.round(part * 100)} % · ${rows} rows\n`);
    }
  };
}

const words = (r: { rows: number; taken: number; there: number; failed: number; seconds: number }): string =>
  `${r.rows} rows in ${r.seconds} s: ${r.taken} brought in, ${r.there} were here already, ${r.failed} could not be taken\n`;

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
