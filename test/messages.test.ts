import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatMessage, parseMessage } from '../src/messages/format.ts';
import { LANGS, asks, catalogue, namespaces, plurals, pseudo } from './support/catalogues.ts';
import { isSaid, saidKeys } from './support/said-keys.ts';

/** Words for codes that the core already gives and no page shows yet. */
const AHEAD = ['agreements.favour.', 'agreements.boundary.', 'agreements.problem.'];

const english = catalogue('en');
const keys = Object.keys(english);
const src = new URL('../src', import.meta.url).pathname;

describe.each(LANGS)('the catalogues in %s', (lang) => {
  const messages = catalogue(lang);
  const wrong = (is: (key: string, message: string) => boolean): string[] =>
    Object.entries(messages)
      .filter(([key, message]) => is(key, message))
      .map(([key, message]) => `${key}: ${message}`);

  it('are the same files with the same keys as in English', () => {
    expect(namespaces(lang).toSorted()).toEqual(namespaces('en').toSorted());
    expect(Object.keys(messages).toSorted()).toEqual(keys.toSorted());
  });

  it('can be read by the formatter, every one', () => {
    expect(() => Object.values(messages).forEach((message) => parseMessage(message))).not.toThrow();
  });

  it('fill in the same names as in English', () => {
    expect(wrong((key, message) => asks(message).join() !== asks(english[key] ?? '').join())).toEqual([]);
  });

  it('have words for exactly the plural categories of the language', () => {
    const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted().join();
    expect(wrong((_key, message) => plurals(message).some((found) => found.join() !== categories))).toEqual([]);
  });

  it('say something, and not their own key', () => {
    const isKey = (key: string, message: string): boolean =>
      message === key || (/[.-]/.test(message) && key.endsWith(`.${message}`));
    expect(wrong((key, message) => message.trim() === '' || isKey(key, message))).toEqual([]);
  });

  it('keep to their own letters', () => {
    const foreign = lang === 'ru' ? /[ąćęłńśźżéèàùç]/i : /[\p{Script=Cyrillic}]/u;
    expect(wrong((_key, message) => foreign.test(message))).toEqual([]);
  });
});

describe('the sources and the catalogues', () => {
  const said = saidKeys(src);
  const known = new Set(namespaces('en'));

  it('there are keys and sources at all', () => {
    expect(keys.length).toBeGreaterThan(300);
    expect(said.whole.size).toBeGreaterThan(100);
  });

  it('no message is there for nothing', () => {
    expect(keys.filter((key) => !isSaid(said, key) && !AHEAD.some((begin) => key.startsWith(begin)))).toEqual([]);
  });

  it('what was written ahead is still said by nobody, else it leaves the list', () => {
    expect(AHEAD.filter((begin) => !keys.some((key) => key.startsWith(begin) && !isSaid(said, key)))).toEqual([]);
  });

  it('a key nobody says would be found', () => {
    expect(isSaid(said, 'shared.nobody-says-this')).toBe(false);
    expect(isSaid(said, 'shared.fate.nobody-says-this')).toBe(false);
    expect(isSaid(said, 'shared.fate.neither')).toBe(true);
  });

  it('every key the server says exists; the pages’ keys are checked by the compiler', () => {
    const missing = globSync('{features,platform,server,cli}/**/*.ts', { cwd: src }).flatMap((file) =>
      [...readFileSync(`${src}/${file}`, 'utf8').matchAll(/\b(?:t|translator\([^)]*\))\(\s*'([a-z-]+)\.([\w.-]+)'/g)]
        .filter(([, namespace = '', key = '']) => known.has(namespace) && !(`${namespace}.${key}` in english))
        .map(([call]) => `${file}: ${call}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('nothing that people read is written into a page', () => {
  const NAMES = new Set(['Parley']);
  const pages = globSync('web/**/*.tsx', { cwd: src });
  const text = (file: string): string => readFileSync(`${src}/${file}`, 'utf8').replaceAll(/=>/g, '');

  it('neither between tags', () => {
    const found = pages.flatMap((file) =>
      [...text(file).matchAll(/>\s*([^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*?)\s*<\//gu)]
        .map(([, words = '']) => words.trim())
        .filter((words) => !NAMES.has(words))
        .map((words) => `${file}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it('nor in what is read aloud', () => {
    const found = pages.flatMap((file) =>
      [...text(file).matchAll(/\b(?:aria-label|title|placeholder|alt|label|hint)="([^"]*\p{L}{2,}[^"]*)"/gu)].map(
        ([, words]) => `${file}: ${words}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('the language that does not exist', () => {
  it('keeps what is filled in, is longer, and is told from every other', () => {
    const odd = pseudo('Hello {name}, {n, plural, one {# day} other {# days}}');
    expect(formatMessage(odd, 'en', { name: 'Ann', n: 2 })).toMatch(/^⟦Hëllö Ann, 2 days( ·)+⟧$/);
  });
});
