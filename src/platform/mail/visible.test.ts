import { describe, expect, it } from 'vitest';
import { cleanFileName, showBidi } from './visible.ts';

describe('[AT-20] names of attachments', () => {
  it.each([
    ['an ordinary name', 'Offer 2026.pdf', 'Offer 2026.pdf'],
    ['a path', '../../etc/passwd', 'passwd'],
    ['a Windows path', 'C:\\x\\y.doc', 'y.doc'],
    ['a line break', 'a\r\nContent-Type: x.txt', 'a Content-Type_ x.txt'],
    ['a NUL', 'a\0.txt', 'a .txt'],
    ['a right-to-left override', 'ab\u202egpj.exe', 'ab[U+202E]gpj.exe'],
    ['a zero-width start', '\u200b.htaccess', '_htaccess'],
    ['a hidden file', '.htaccess', '_htaccess'],
    ['dots and spaces at the end', 'a.txt. . ', 'a.txt'],
    ['characters Windows forbids', 'a<b>:"c|?*.txt', 'a_b___c___.txt'],
    ['Cyrillic', 'Счёт № 5.xlsx', 'Счёт № 5.xlsx'],
    ['no name', null, 'attachment.pdf'],
    ['only dots', '..', 'attachment.pdf'],
    ['only a slash', '/', 'attachment.pdf'],
  ])('%s', (_, given, wanted) => expect(cleanFileName(given, 'application/pdf')).toBe(wanted));

  it('a thousand characters become 150 and keep the extension', () => {
    const name = cleanFileName(`${'é'.repeat(1000)}.docx`, 'x/y');
    expect([...name]).toHaveLength(150);
    expect(name.endsWith('é.docx')).toBe(true);
  });
});

it('controls of direction are shown as codes', () => {
  expect(showBidi('a\u2067b\u200fc')).toBe('a[U+2067]b[U+200F]c');
});
