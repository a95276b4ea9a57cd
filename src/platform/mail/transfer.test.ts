import { describe, expect, it } from 'vitest';
import { decodeTransfer } from './transfer.ts';

describe('transfer encodings', () => {
  it.each([
    [
      'quoted-printable with soft breaks',
      'quoted-printable',
      'caf=C3=A9 =\r\nau lait=20\r\nend',
      'café au lait \r\nend',
    ],
    [
      'quoted-printable with white space added at line ends',
      'quoted-printable',
      'one  \t\r\ntwo =  \r\nthree',
      'one\r\ntwo three',
    ],
    ['quoted-printable in small letters and broken', 'quoted-printable', 'a=c3=a9 b=ZZ c=', 'aé b=ZZ c'],
    ['quoted-printable with blanks inside', 'quoted-printable', 'a  b\tc', 'a  b\tc'],
    ['base64 in lines', 'base64', 'SGVs\r\nbG8=\r\n', 'Hello'],
    ['base64 without padding', 'base64', 'SGVsbG8', 'Hello'],
    ['base64 in two padded blocks', 'base64', 'SGk=\r\nSGVsbG8=\r\n', 'HiHello'],
    [
      'base64 with the footer of a list',
      'base64',
      'SGVsbG8=\r\n\r\n_______\r\nlist mailing list: info@list.example\r\n',
      'Hello',
    ],
    ['uuencode', 'x-uuencode', 'begin 644 cat.txt\n#0V%T\n`\nend\n', 'Cat'],
    ['nothing', '7bit', 'a=20b', 'a=20b'],
    ['an unknown one', 'x-odd', 'a=20b', 'a=20b'],
  ])('%s', (_, encoding, given, wanted) =>
    expect(decodeTransfer(Buffer.from(given), encoding).toString()).toBe(wanted),
  );

  it('[AT-25] blanks without end are linear', () => {
    const blanks = Buffer.alloc(5_000_000, 32);
    expect(decodeTransfer(blanks, 'quoted-printable').length).toBe(5_000_000);
    expect(decodeTransfer(Buffer.from('= '.repeat(1_000_000)), 'quoted-printable').length).toBe(1_999_998);
  });
});
