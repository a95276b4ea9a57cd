/**
 * The part of ICU MessageFormat our catalogues use: `{name}`, `{n, plural, =0 {…} one {…} other {# …}}`, `{x, select, a {…} other {…}}`, nested.
 * Numbers are written in the reader's way; dates and money are formatted by the caller. One formatter for mails, PDFs and pages.
 */
export type Values = Readonly<Record<string, string | number>>;

type Node =
  | string
  | { readonly arg: string }
  | {
      readonly arg: string;
      readonly kind: 'plural' | 'select';
      readonly cases: Readonly<Record<string, readonly Node[]>>;
    }
  | { readonly hash: true };

export class MessageSyntaxError extends Error {}

const parsed = new Map<string, readonly Node[]>();

export function formatMessage(message: string, lang: string, values: Values = {}): string {
  let nodes = parsed.get(message);
  if (!nodes) parsed.set(message, (nodes = parseMessage(message)));
  return write(nodes, lang, values, null);
}

function write(nodes: readonly Node[], lang: string, values: Values, n: number | null): string {
  let out = '';
  for (const node of nodes) {
    if (typeof node === 'string') out += node;
    else if ('hash' in node) out += n === null ? '#' : number(n, lang);
    else {
      const value = values[node.arg];
      if (!('kind' in node)) out += typeof value === 'number' ? number(value, lang) : (value ?? `{${node.arg}}`);
      else if (node.kind === 'select')
        out += write(node.cases[String(value)] ?? node.cases.other ?? [], lang, values, n);
      else {
        const count = Number(value ?? 0);
        const exact = node.cases[`=${count}`];
        out += write(
          exact ?? node.cases[new Intl.PluralRules(lang).select(count)] ?? node.cases.other ?? [],
          lang,
          values,
          count,
        );
      }
    }
  }
  return out;
}

const number = (n: number, lang: string): string => new Intl.NumberFormat(lang).format(n);

/** Throws MessageSyntaxError on a message that is not well formed. */
export function parseMessage(message: string): readonly Node[] {
  let at = 0;
  const fail = (what: string): never => {
    throw new MessageSyntaxError(`${what} at ${at} in "${message}"`);
  };
  const space = (): void => {
    while (/\s/.test(message[at] ?? '')) at += 1;
  };
  const word = (): string => {
    space();
    const found = /^[=\w-]+/.exec(message.slice(at))?.[0] ?? fail('a name was expected');
    at += found.length;
    space();
    return found;
  };
  const expect = (char: string): void => {
    if (message[at] !== char) fail(`"${char}" was expected`);
    at += 1;
  };
  const nodes = (inPlural: boolean, nested: boolean): Node[] => {
    const out: Node[] = [];
    let text = '';
    const flush = (): void => {
      if (text) out.push(text);
      text = '';
    };
    while (at < message.length && message[at] !== '}') {
      const char = message[at] as string;
      if (char === "'" && message[at + 1] === "'") {
        text += "'";
        at += 2;
      } else if (char === "'" && /[{}#]/.test(message[at + 1] ?? '')) {
        const end = message.indexOf("'", at + 1);
        if (end < 0) fail('an open quote');
        text += message.slice(at + 1, end);
        at = end + 1;
      } else if (char === '{') {
        flush();
        out.push(argument());
      } else if (char === '#' && inPlural) {
        flush();
        out.push({ hash: true });
        at += 1;
      } else {
        text += char;
        at += 1;
      }
    }
    if (!nested && at < message.length) fail('an unexpected "}"');
    flush();
    return out;
  };
  const argument = (): Node => {
    expect('{');
    const arg = word();
    if (message[at] === '}') {
      at += 1;
      return { arg };
    }
    expect(',');
    const kind = word();
    if (kind !== 'plural' && kind !== 'select') fail(`"${kind}" is not plural or select`);
    expect(',');
    space();
    const cases: Record<string, readonly Node[]> = {};
    while (message[at] !== '}') {
      if (at >= message.length) fail('an open argument');
      const key = word();
      expect('{');
      cases[key] = nodes(kind === 'plural', true);
      expect('}');
      space();
    }
    at += 1;
    if (!cases.other) fail(`"other" is missing in {${arg}}`);
    return { arg, kind: kind as 'plural' | 'select', cases };
  };
  return nodes(false, false);
}
