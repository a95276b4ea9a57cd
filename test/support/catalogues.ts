import { readFileSync, readdirSync } from 'node:fs';
import { parseMessage } from '../../src/messages/format.ts';

export const LANGS = ['en', 'ru', 'pl', 'fr'] as const;
export type Catalogue = Readonly<Record<string, string>>;
type Nodes = ReturnType<typeof parseMessage>;

const folder = new URL('../../src/messages/', import.meta.url);

export const namespaces = (lang: string): string[] =>
  readdirSync(new URL(`${lang}/`, folder)).map((file) => file.replace(/\.json$/, ''));

/** Every message of one language by its full key, `namespace.key`. */
export function catalogue(lang: string): Catalogue {
  const all: Record<string, string> = {};
  for (const namespace of namespaces(lang)) {
    const text = readFileSync(new URL(`${lang}/${namespace}.json`, folder), 'utf8');
    for (const [key, message] of Object.entries(JSON.parse(text) as Record<string, string>))
      all[`${namespace}.${key}`] = message;
  }
  return all;
}

/** What a message asks for: the names it fills in and how, each once. */
export function asks(message: string): string[] {
  const found = new Set<string>();
  walk(parseMessage(message), (node) => found.add('kind' in node ? `${node.arg} (${node.kind})` : node.arg));
  return [...found].toSorted();
}

/** For each plural of a message the categories it has words for, without exact numbers. */
export function plurals(message: string): string[][] {
  const found: string[][] = [];
  walk(parseMessage(message), (node) => {
    if ('kind' in node && node.kind === 'plural')
      found.push(
        Object.keys(node.cases)
          .filter((name) => !name.startsWith('='))
          .toSorted(),
      );
  });
  return found;
}

type Argument = Extract<Nodes[number], { arg: string }>;

function walk(nodes: Nodes, see: (node: Argument) => void): void {
  for (const node of nodes) {
    if (typeof node === 'string' || 'hash' in node) continue;
    see(node);
    if ('kind' in node) for (const inner of Object.values(node.cases)) walk(inner, see);
  }
}

const LETTERS: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Á',
  E: 'Ë',
  I: 'Ï',
  O: 'Ö',
  U: 'Ü',
};

/**
 * The message in a language that does not exist: legible, a third longer, in brackets. Text on a page without brackets was not
 * taken from the catalogues, a lost closing bracket was cut off.
 */
export function pseudo(message: string): string {
  let depth = 0;
  let words = '';
  for (const char of message) {
    if (char === '}') depth -= 1;
    words += depth === 0 ? (LETTERS[char] ?? char) : char;
    if (char === '{') depth += 1;
  }
  return `⟦${words}${' ·'.repeat(Math.ceil(message.length / 6))}⟧`;
}
