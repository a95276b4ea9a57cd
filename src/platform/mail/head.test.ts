import { describe, expect, it } from 'vitest';
import { unflow } from './body.ts';
import { dateOf, messageIds, readHead } from './head.ts';

describe('the date of a mail', () => {
  it.each([
    ['as the standard wants it', 'Mon, 2 Nov 2026 10:00:00 +0100', '2026-11-02T09:00:00.000Z'],
    ['with a comment', 'Mon, 2 Nov 2026 10:00:00 +0100 (CET)', '2026-11-02T09:00:00.000Z'],
    ['with an old zone', '2 Nov 2026 10:00:00 EST', '2026-11-02T15:00:00.000Z'],
    ['without a zone it is UTC', 'Mon, 2 Nov 2026 10:00:00', '2026-11-02T10:00:00.000Z'],
    ['with a weekday in another language', 'Пн, 2 Nov 2026 10:00:00 +0300', '2026-11-02T07:00:00.000Z'],
    ['with a zone nobody knows', 'Mon, 2 Nov 2026 10:00:00 JST', '2026-11-02T10:00:00.000Z'],
    ['of a year no mail has', '2 Nov 1850 10:00:00 +0000', null],
    ['that is none', 'yesterday', null],
    ['that is missing', '', null],
  ])('%s', (_, given, wanted) => expect(dateOf(given)).toBe(wanted));
});

describe('Message-IDs', () => {
  it.each([
    ['several, folded', '<a@x>\r\n\t<b@y> <a@x>', ['<a@x>', '<b@y>']],
    ['broken by a fold', '<very-long\r\n -id@x>', ['<very-long-id@x>']],
    ['without brackets', 'a@x, b@y', ['<a@x>', '<b@y>']],
    ['with words around', 'message <a@x> of Monday', ['<a@x>']],
    ['none', 'your mail of Monday', []],
  ])('%s', (_, given, wanted) => expect(messageIds(given)).toEqual(wanted));
});

it('a head is read from a mail that is cut in its first header', () => {
  expect(
    readHead(Buffer.from('From: Ada <a@x.example>\r\nSubject: =?utf-8?Q?=C5=BB=C3=B3?=\r\nX: cut o')),
  ).toMatchObject({
    from: { name: 'Ada', address: 'a@x.example' },
    subject: 'Żó',
  });
  expect(readHead(Buffer.from(Array.from({ length: 500 }, (_, i) => i % 256)))).toMatchObject({ from: null });
});

describe('soft line breaks (format=flowed)', () => {
  it.each([
    ['lines of one paragraph', 'one \ntwo \nthree\nfour', false, 'one two three\nfour'],
    ['breaks inside a word', 'Donau \nschiff', true, 'Donauschiff'],
    ['quotes of one depth only', '> one \n> two\n>> three \n> four', false, '> one two\n>> three \n> four'],
    ['a signature stays apart', 'text \n-- \nAda', false, 'text \n-- \nAda'],
    ['stuffed blanks', ' From here\n >no quote', false, 'From here\n>no quote'],
  ])('%s', (_, given, delSp, wanted) => expect(unflow(given, delSp)).toBe(wanted));
});
