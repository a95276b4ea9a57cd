import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Verdict, exportAccord, verifyAccord } from '../features/accords/public.ts';
import { type Tx, allWorkspaces, inWorkspace } from '../platform/db/tx.ts';
import { type Command, UsageError } from './command.ts';
import { openForCli } from './open-database.ts';

const EXIT = { intact: 0, altered: 3, unknown: 4 } as const;
const FORMATS = ['text', 'json', 'pdf'] as const;

const help = `
Usage:
  parley accord verify FILE [--json]
  parley accord export NUMBER [--format text|json|pdf] > FILE

verify says whether FILE – a PDF, an exported JSON or the saved text of an accord – is what this Parley gave out:
  intact    every byte of it is ours (of a text: every word; line ends may be the editor's)
  altered   it was ours once, but something in it was changed
  unknown   it is no accord of this Parley
export writes an accord to standard output: its text (the fingerprint is the SHA-256 of it), the whole record with its seal, or the PDF.

Works beside a running server. Exit codes: 0 intact or exported, 3 altered, 4 unknown, 1 something failed, 2 wrong usage.`;

export const command: Command = {
  summary: 'Check a file against the accord it claims to be, or export one',
  help,
  run: async (args) => {
    const options = { json: { type: 'boolean', default: false }, format: { type: 'string', default: 'text' } } as const;
    const { values, positionals } = parse(() => parseArgs({ args, options, allowPositionals: true }));
    const [verb, what, ...more] = positionals;
    if (!what || more.length > 0) throw new UsageError('one FILE or NUMBER is needed');
    if (verb === 'verify') return verify(what, values.json);
    if (verb === 'export') return write(what, values.format);
    throw new UsageError(`"${verb}" is neither verify nor export`);
  },
};

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The first workspace whose answer is worth more than nothing. */
async function anywhere<T>(ask: (tx: Tx) => Promise<T>, enough: (answer: T) => boolean): Promise<T | null> {
  const { server, close } = await openForCli();
  try {
    let last: T | null = null;
    for (const workspaceId of await allWorkspaces(server.ctx.db)) {
      last = await inWorkspace(server.ctx.db, { workspaceId }, ask);
      if (enough(last)) return last;
    }
    return last;
  } finally {
    await close();
  }
}

async function verify(path: string, json: boolean): Promise<number> {
  const file = await readFile(path);
  const found = await anywhere<Verdict>(
    (tx) => verifyAccord(tx, file),
    (answer) => answer.verdict !== 'unknown',
  );
  const { verdict, kind, accord } = found ?? { verdict: 'unknown' as const, kind: 'text' as const, accord: null };
  const which = accord ? `${accord.title} (${accord.reference}, ${accord.state}), SHA-256 ${accord.fingerprint}` : '';
  const words = {
    intact: `intact: ${which}`,
    altered: `ALTERED: this is not what was given out${which ? ` as ${which}` : ''}`,
    unknown: 'unknown: this is no accord of this Parley',
  };
  process.stdout.write(json ? `${JSON.stringify({ file: path, verdict, kind, accord })}\n` : `${words[verdict]}\n`);
  return EXIT[verdict];
}

async function write(number: string, format: string): Promise<number> {
  const known = FORMATS.find((f) => f === format);
  if (!known) throw new UsageError(`--format is one of ${FORMATS.join(', ')}`);
  if (!/^\d{1,12}$/.test(number)) throw new UsageError('an accord is named by its number');
  const file = await anywhere(
    (tx) => exportAccord(tx, Number(number), known),
    (answer) => answer !== null,
  );
  if (!file) throw new Error(`there is no accord ${number}`);
  process.stdout.write(file);
  return 0;
}
