import type { Instant } from '../domain/shared/instant.ts';
import type { Case } from '../domain/forecasting/suggest-age.ts';
import { UsageError } from './command.ts';
import { csvRows } from './csv-file.ts';

type EventLog = { readonly cases: Case[]; readonly unread: { line: number; why: string }[] };

/** An instant in ms; a time without a zone is read as UTC, the same for all rows, so that durations hold. Null when it is no time. */
function time(text: string): Instant | null {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? null : at;
}

/** The groups of a row from the narrowest to the widest: all columns, then without the last, and so on. */
const ladder = (values: readonly string[]): string[] =>
  values.map((_, i) => values.slice(0, values.length - i).join(' | '));

/** Reads `opened_at, resolved_at` and the group columns of a CSV, packed or not. A row that cannot be read is listed; the rest goes on. */
export async function readEventLog(file: string, groups: readonly string[]): Promise<EventLog> {
  const log: EventLog = { cases: [], unread: [] };
  let checked = false;
  for await (const { line, record: row } of csvRows(file, (unread) => log.unread.push(unread))) {
    if (!checked) {
      const missing = ['opened_at', 'resolved_at', ...groups].filter((name) => !(name in row));
      if (missing.length > 0) throw new UsageError(`the file has no column ${missing.join(', ')}`);
      checked = true;
    }
    const opened = time(row.opened_at ?? '');
    const done = row.resolved_at ? time(row.resolved_at) : null;
    if (opened === null) log.unread.push({ line, why: `opened_at is no time: "${row.opened_at ?? ''}"` });
    else if (row.resolved_at && done === null)
      log.unread.push({ line, why: `resolved_at is no time: "${row.resolved_at}"` });
    else if (done !== null && done < opened) log.unread.push({ line, why: 'resolved_at is before opened_at' });
    else log.cases.push({ opened, done, groups: ladder(groups.map((g) => row[g] ?? '')) });
  }
  return log;
}
