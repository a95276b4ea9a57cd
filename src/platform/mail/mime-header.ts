import { decodeBytes } from './charset.ts';
import type { MailHeader } from './parsed-mail.ts';

/** `text/plain; charset=utf-8` as its value in lower case and its parameters. */
export type Structured = { readonly value: string; readonly params: Readonly<Record<string, string>> };

/**
 * Header fields of a block of lines, unfolded. Lines that are no fields – noise, a stray envelope line – are left out, but
 * what follows them is still read.
 */
export function readFields(block: string): MailHeader[] {
  const fields: MailHeader[] = [];
  for (const field of block.split(/\r?\n(?![ \t])/)) {
    const colon = field.indexOf(':');
    if (colon <= 0) continue;
    const name = field.slice(0, colon).trimEnd();
    if (!/^[^\s:]{1,200}$/.test(name)) continue;
    fields.push({
      name,
      value: field
        .slice(colon + 1)
        .replace(/\r?\n/g, '')
        .trim(),
    });
  }
  return fields;
}

/** First value of each content header counts, so that a second one cannot present the part as something else. */
export function firstValue(fields: readonly MailHeader[], name: string): string {
  return fields.find((f) => f.name.toLowerCase() === name)?.value ?? '';
}

/** Reads a structured header: quoted values, comments, continued and percent-encoded parameters (RFC 2231). */
export function readStructured(header: string): Structured {
  const [value = '', ...rest] = segments(header.slice(0, 100_000));
  const raw = new Map<string, string>();
  for (const segment of rest.slice(0, 500)) {
    const equals = segment.indexOf('=');
    if (equals <= 0) continue;
    const name = segment.slice(0, equals).trim().toLowerCase();
    if (!raw.has(name)) raw.set(name, paramValue(segment.slice(equals + 1).trim()));
  }
  return { value: withoutComment(value).toLowerCase(), params: joinContinuations(raw) };
}

/** Parts between semicolons that stand outside quotes. */
function segments(text: string): string[] {
  const out: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '\\') i++;
    else if (c === '"') quoted = !quoted;
    else if (c === ';' && !quoted) {
      out.push(text.slice(from, i));
      from = i + 1;
    }
  }
  out.push(text.slice(from));
  return out;
}

function paramValue(text: string): string {
  if (!text.startsWith('"')) return withoutComment(text).replace(/^'(.*)'$/, '$1');
  let out = '';
  for (let i = 1; i < text.length && text[i] !== '"'; i++) {
    // Only a quote and a backslash need escaping; in `C:\new` the backslash is content.
    if (text[i] === '\\' && (text[i + 1] === '"' || text[i + 1] === '\\')) i++;
    out += text[i];
  }
  return out;
}

/** A comment follows white space; a bracket inside a word, as in `Invoice(1).pdf`, is content. */
function withoutComment(text: string): string {
  const comment = text.search(/(?:^|[ \t])\(/);
  return (comment < 0 ? text : text.slice(0, comment) + text.slice(comment).replace(/\([^()]*\)/g, '')).trim();
}

function joinContinuations(raw: ReadonlyMap<string, string>): Record<string, string> {
  const params: Record<string, string> = Object.create(null) as Record<string, string>;
  const pieces = new Map<string, Array<{ index: number; encoded: boolean; value: string }>>();
  for (const [name, value] of raw) {
    const [, base, number, star] = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name) ?? [];
    if (base === undefined || (number === undefined && star === undefined)) params[name] ??= value;
    else pieces.set(base, [...(pieces.get(base) ?? []), { index: Number(number ?? 0), encoded: star === '*', value }]);
  }
  for (const [base, list] of pieces) {
    const sorted = list.toSorted((a, b) => a.index - b.index);
    const [, charset, first] = sorted[0]?.encoded ? (/^([^']*)'[^']*'(.*)$/s.exec(sorted[0].value) ?? []) : [];
    const bytes = sorted.map(({ encoded, value }, i) => {
      const text = i === 0 && first !== undefined ? first : value;
      return encoded ? fromPercent(text) : Buffer.from(text);
    });
    params[base] = decodeBytes(Buffer.concat(bytes), charset || 'utf-8');
  }
  return params;
}

function fromPercent(text: string): Buffer {
  const latin = Buffer.from(text).toString('latin1');
  return Buffer.from(
    latin.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
