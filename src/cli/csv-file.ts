import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type CsvError, parse } from 'csv-parse';

export type CsvRow = { readonly line: number; readonly record: Readonly<Record<string, string>> };
type Unread = { readonly line: number; readonly why: string };

/**
 * The rows of a CSV, packed (.gz) or not, separated by comma, semicolon or tab as its head is. A row that is no row goes to `unread` and the
 * rest goes on. `share` hears how much of the file has been read, 0 to 1.
 */
export async function* csvRows(
  file: string,
  unread: (row: Unread) => void,
  share: (part: number) => void = () => undefined,
): AsyncGenerator<CsvRow> {
  const { size } = await stat(file);
  const separator = await separatorOf(file);
  const source = createReadStream(file);
  const text = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  const parser = parse({
    columns: true,
    bom: true,
    trim: true,
    info: true,
    skip_records_with_error: true,
    delimiter: separator,
  });
  parser.on('skip', (error: CsvError & { lines?: number }) => {
    unread({ line: error.lines ?? 0, why: error.message });
  });
  for (const stream of new Set([source, text])) stream.on('error', (error: Error) => parser.destroy(error));
  text.pipe(parser);
  for await (const { record, info } of parser) {
    share(size === 0 ? 1 : source.bytesRead / size);
    yield { line: info.lines as number, record: record as Record<string, string> };
  }
}

/** The one of the three that the head has most of. */
async function separatorOf(file: string): Promise<string> {
  const source = createReadStream(file);
  const text = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  let head = '';
  for (const stream of new Set([source, text])) stream.on('error', () => text.destroy());
  try {
    for await (const chunk of text) {
      head += (chunk as Buffer).toString('utf8');
      if (head.includes('\n') || head.length > 65_536) break;
    }
  } catch {
    return ','; // whoever reads the rows meets the same fault and says it
  } finally {
    source.destroy();
  }
  const count = (separator: string): number => (head.split('\n')[0] ?? '').split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
