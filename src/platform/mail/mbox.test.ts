import { describe, expect, it } from 'vitest';
import { isMbox, splitMbox } from './mbox.ts';

const split = (text: string): string[] => splitMbox(Buffer.from(text, 'latin1')).map((mail) => mail.toString('latin1'));

describe('an mbox file', () => {
  it('is cut at From lines after an empty line only', () => {
    expect(
      split('From a Mon\nSubject: 1\n\nFirst\nFrom here on it works\n\nFrom b Tue\nSubject: 2\n\nSecond\n'),
    ).toEqual(['Subject: 1\n\nFirst\nFrom here on it works\n\n', 'Subject: 2\n\nSecond\n']);
  });

  it('may have Windows line ends', () => {
    expect(split('From a\r\nSubject: 1\r\n\r\nA\r\n\r\nFrom b\r\nSubject: 2\r\n\r\nB')).toEqual([
      'Subject: 1\r\n\r\nA\r\n\r\n',
      'Subject: 2\r\n\r\nB',
    ]);
  });

  it('gives back quoted From lines, one > less, and every other byte as it was', () => {
    expect(split('From a\nX: \xe9\n\n>From me\n>>From you\n> From him\n')).toEqual([
      'X: \xe9\n\nFrom me\n>From you\n> From him\n',
    ]);
  });

  it('a single mail is no mbox and stays one mail', () => {
    expect(isMbox(Buffer.from('Subject: x\n\nFrom the start'))).toBe(false);
    expect(split('Subject: x\n\n\nFrom the start')).toEqual(['Subject: x\n\n\nFrom the start']);
  });
});
