import { describe, expect, it } from 'vitest';
import { MessageSyntaxError, formatMessage, parseMessage } from './format.ts';

describe('a message', () => {
  const files = '{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}';
  it.each([
    ['an argument', 'Hello {name}.', 'en', { name: 'Ann' }, 'Hello Ann.'],
    ['a number in the reader’s way', '{n} h', 'pl', { n: 1234567.5 }, '1 234 567,5 h'],
    ['Polish 22 is few', files, 'pl', { n: 22 }, '22 pliki'],
    ['Polish 21 is many', files, 'pl', { n: 21 }, '21 plików'],
    [
      'Russian 21 is one',
      '{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
      'ru',
      { n: 21 },
      '21 день',
    ],
    ['an exact case before the category', '{n, plural, =0 {none} one {one} other {#}}', 'en', { n: 0 }, 'none'],
    [
      'a select with a nested plural',
      '{who, select, us {{n, plural, one {# of ours} other {# of ours}}} other {theirs}}',
      'en',
      { who: 'us', n: 2 },
      '2 of ours',
    ],
    ['a French apostrophe stays', "l'accord n'est pas signé", 'fr', {}, "l'accord n'est pas signé"],
    ['quoted braces', "a '{b}' c", 'en', {}, 'a {b} c'],
  ])('%s', (_name, message, lang, values, expected) => {
    expect(formatMessage(message, lang, values).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(expected);
  });

  it.each(['{', '{n, plural, one {x}}', 'a } b', '{n, date, short}', "'{ open"])('%s is refused', (message) => {
    expect(() => parseMessage(message)).toThrow(MessageSyntaxError);
  });
});
