import { lstat, open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importMail } from '../features/mail/import-mail.ts';
import { allWorkspaces } from '../platform/db/tx.ts';
import { readHead } from '../platform/mail/head.ts';
import { splitMbox } from '../platform/mail/mbox.ts';
import { stopParsing } from '../platform/mail/parse-mail.ts';
import { type Command, UsageError } from './command.ts';
import { importCsv } from './import-csv.ts';
import { openForCli } from './open-database.ts';

const help = `
Usage:
  parley import mail PATH... [--json]
  parley import csv FILE.csv[.gz] [--map FIELD=COLUMN]... [--mapping FILE.json] [--desk NAME] [--zone ZONE] [--errors FILE] [--json]

Takes mails from files into the first workspace: single mails (.eml or any name), mbox files, and folders of both, in the order of
their dates, so that an answer finds what it answers. Every mail becomes a request or a part of one, or is a duplicate, ignored, or kept aside with its reason; nothing is
answered. An import may be repeated: what is there already is a duplicate. It runs beside a running Parley or on its own.

csv brings past requests of another desk into the first workspace, so that promise dates and reviews know how long things took.
They are marked as imported and sleep: no mail, clock, reminder or Today acts on them, open ones included, until somebody changes one.

Fields: reference and opened (both needed), resolved, closed, client, contact, email, subject, kind, priority, team.
--map      the column a field is in, e.g. --map opened=created_on; fields not named are looked for under their own name, then as
           id, opened_at, resolved_at, closed_at, group1 (priority), group2 (kind), group3 (team)
--mapping  the same as JSON in a file: {"opened": "created_on"}
--desk     a name for where they come from; references are unique within it (default: import)
--zone     the zone of times without an offset (default: the workspace's)
--errors   where to list rows that could not be taken (default: FILE.errors.csv in the current folder)

What is there already stays as it is: a run that was cut off goes on where it stopped, and a second one adds nothing. A row that cannot
be taken is listed with its line and the reason, and the rest goes on. Clients and contacts that are not known yet are written down.

Progress goes to standard error. With --json, one object a mail, then the sums (csv: the sums).

Exit codes: 0 every file (csv: every row) was read, 1 something could not be read (it is named, the rest went on), 2 wrong usage.`;

/** All files below, in the order of their names. Links are not followed: they may lead round in a circle. */
async function* filesBelow(path: string): AsyncGenerator<string> {
  const found = await lstat(path);
  if (found.isFile()) yield path;
  if (found.isDirectory()) {
    for (const name of (await readdir(path)).toSorted()) yield* filesBelow(join(path, name));
  }
}

/** By the date of the (first) mail in each, else by name at the end: in most archives names say nothing about time. */
async function byDate(paths: readonly string[]): Promise<{ path: string; date: string }[]> {
  const found: { path: string; date: string }[] = [];
  for (const path of paths) found.push({ path, date: readHead(await beginningOf(path)).date ?? '9999' });
  return found.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Enough for the head of a mail. A file that cannot be read has its say when its turn comes. */
async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(() => null);
  try {
    const { buffer, bytesRead } = (await file?.read(Buffer.alloc(65_536))) ?? { buffer: Buffer.alloc(0), bytesRead: 0 };
    return buffer.subarray(0, bytesRead);
  } finally {
    await file?.close();
  }
}

async function importMails(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args);
  if (positionals.length === 0) throw new UsageError('name at least one file or folder');
  const { server, close } = await openForCli();
  const sums = new Map<string, number>();
  const count = (what: string): number => sums.set(what, (sums.get(what) ?? 0) + 1).get(what) ?? 0;
  let mails = 0;
  let unreadable = 0;
  const failed = (path: string, error: unknown): void => {
    unreadable += 1;
    process.stderr.write(`parley import: ${path}: ${error instanceof Error ? error.message : String(error)}\n`);
  };
  try {
    const [workspaceId] = await allWorkspaces(server.ctx.db);
    if (!workspaceId) throw new Error("there is no workspace yet: run 'npm start' and create it first.");
    const take = async (file: string): Promise<void> => {
      const parts = splitMbox(await readFile(file));
      for (const [n, raw] of parts.entries()) {
        const source = parts.length > 1 ? `${file} (${n + 1})` : file;
        const { state, reason, requestId } = await importMail(server.ctx, workspaceId, { source, raw });
        count(state);
        mails += 1;
        if (values.json)
          process.stdout.write(`${JSON.stringify({ source, state, reason, requestId: requestId ?? null })}\n`);
        else if (state === 'kept-aside') process.stdout.write(`kept aside: ${source}: ${reason ?? ''}\n`);
        if (process.stderr.isTTY) process.stderr.write(`\r${mails} mails`);
        else if (mails % 500 === 0) process.stderr.write(`${mails} mails\n`);
      }
    };
    const files: string[] = [];
    for (const path of positionals) {
      try {
        for await (const file of filesBelow(path)) files.push(file);
      } catch (error) {
        failed(path, error);
      }
    }
    for (const { path } of await byDate(files)) await take(path).catch((error: unknown) => failed(path, error));
  } finally {
    await stopParsing();
    await close();
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  const result = { mails, ...Object.fromEntries(sums), unreadable };
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : inWords(result));
  return unreadable > 0 ? 1 : 0;
}

const inWords = (sums: Record<string, number>): string =>
  Object.entries(sums)
    .map(([what, n]) => `${String(n).padStart(7)} ${what.replaceAll('-', ' ')}\n`)
    .join('');

function readArgs(args: string[]): { values: { json?: boolean }; positionals: string[] } {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export const command: Command = {
  summary: 'Take mails from files (a folder, an mbox, single mails), or past requests of another desk from a CSV',
  help,
  run: async ([what, ...args]) => {
    if (what === 'mail') return importMails(args);
    if (what === 'csv') return importCsv(args);
    throw new UsageError(
      what ? `there is no "${what}"; try "mail" or "csv"` : 'say what to import: "mail PATH" or "csv FILE"',
    );
  },
};
