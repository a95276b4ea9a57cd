/** One property of a calendar file: `DTSTART;TZID=Europe/Warsaw:20260314T090000`. Names and parameter names are upper case. */
export type IcsProperty = {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
  /** Line of the file it begins on, from 1. */
  readonly line: number;
};

/** A component and what stands in it: VEVENT, VTIMEZONE … */
export type IcsComponent = {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly IcsProperty[];
  readonly children: readonly IcsComponent[];
};

export type Unread = { readonly line: number; readonly what: string; readonly why: string };

type Report = (line: number, what: string, why: string) => void;
type Open = { name: string; line: number; properties: IcsProperty[]; children: IcsComponent[] };

/**
 * RFC 5545 §3.1: folded lines joined, components nested. Tolerant: any line ending, a byte order mark, NUL bytes, components that
 * are not closed or closed twice. What is no property is reported and left out; nothing throws.
 */
export function parseIcs(text: string, report: Report): IcsComponent[] {
  const root: Open = { name: '', line: 0, properties: [], children: [] };
  const open: Open[] = [root];
  for (const { content, line } of unfold(text)) {
    if (content.trim() === '') continue;
    const property = parseLine(content, line);
    if (!property) {
      report(line, content.slice(0, 60), 'no-property');
      continue;
    }
    const name = property.value.trim().toUpperCase();
    const top = open.at(-1) ?? root;
    if (property.name === 'BEGIN') {
      const made: Open = { name, line, properties: [], children: [] };
      top.children.push(made);
      open.push(made);
    } else if (property.name === 'END') {
      const depth = open.findLastIndex((c) => c.name === name);
      if (depth > 0) open.length = depth;
      else report(line, `END:${name}`.slice(0, 60), 'never-began');
    } else {
      top.properties.push(property);
    }
  }
  return root.children;
}

function unfold(text: string): { content: string; line: number }[] {
  const out: { parts: string[]; line: number }[] = [];
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .split(/\r*\n|\r/);
  lines.forEach((raw, i) => {
    // Some programs write \r\r\n or an empty line before a continuation.
    if (raw === '') return;
    const last = out.at(-1);
    if (last && (raw.startsWith(' ') || raw.startsWith('\t'))) last.parts.push(raw.slice(1));
    else out.push({ parts: [raw], line: i + 1 });
  });
  return out.map(({ parts, line }) => ({ content: parts.join(''), line }));
}

/** Name, parameters and value; a colon or semicolon inside quotes belongs to the parameter. */
function parseLine(content: string, line: number): IcsProperty | null {
  const head = /^[A-Za-z0-9-]+/.exec(content.trimStart())?.[0];
  if (!head) return null;
  const rest = content.trimStart().slice(head.length).trimStart();
  const params: Record<string, string> = Object.create(null);
  let at = 0;
  while (rest[at] === ';') {
    const m = /^;\s*([A-Za-z0-9-]*)\s*=?((?:"[^"]*"?|[^";:])*)/.exec(rest.slice(at));
    if (!m) return null;
    if (m[1]) params[m[1].toUpperCase()] = unquote(m[2] ?? '');
    at += m[0].length;
  }
  if (rest[at] !== ':') return null;
  return { name: head.toUpperCase(), params, value: rest.slice(at + 1), line };
}

/** RFC 6868: ^n, ^^ and ^' stand for what quotes cannot hold. */
function unquote(text: string): string {
  return text
    .trim()
    .replaceAll('"', '')
    .replace(/\^([n^'])/g, (_, c: string) => (c === 'n' ? '\n' : c === "'" ? '"' : '^'));
}

/** RFC 5545 §3.3.11: \\ \; \, \n in texts. */
export const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));
