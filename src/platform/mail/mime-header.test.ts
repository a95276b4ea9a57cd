import { describe, expect, it } from 'vitest';
import { readFields, readStructured } from './mime-header.ts';

describe('header fields', () => {
  it('are unfolded; noise between them is left out', () => {
    expect(
      readFields('From: a\r\nSubject: one\r\n two\r\n\tthree\r\nnoise\r\n: no name\r\nbad name: x\r\nX:y'),
    ).toEqual([
      { name: 'From', value: 'a' },
      { name: 'Subject', value: 'one two\tthree' },
      { name: 'X', value: 'y' },
    ]);
  });
});

describe('a structured header', () => {
  it.each([
    ['quoted', 'Text/Plain; charset="utf-8"; name="a;b.txt"', { charset: 'utf-8', name: 'a;b.txt' }],
    ['bare', 'text/plain; charset=koi8-r ; name=My file(1).txt', { charset: 'koi8-r', name: 'My file(1).txt' }],
    ['with comments', 'text/plain (a; b) ; charset=us-ascii (plain)', { charset: 'us-ascii' }],
    ['given twice', 'text/plain; charset=a; charset=b', { charset: 'a' }],
    ['with escapes', 'a/b; name="C:\\new\\\\x\\".txt"', { name: 'C:\\new\\x".txt' }],
    ['percent-encoded', "a/b; filename*=koi8-r'ru'%F3%DE%A3%D4.pdf", { filename: 'Счёт.pdf' }],
    ['continued and mixed', "a/b; filename*1=.b; filename*0*=utf-8''%C3%A9; filename*2*=%C3%A9", { filename: 'é.bé' }],
    ['a character split between two pieces', "a/b; name*0*=utf-8''%C3; name*1*=%A9", { name: 'é' }],
    ['named like a part of the language', 'a/b; constructor=x; __proto__=y', { constructor: 'x', ['__proto__']: 'y' }],
    ['without a value', 'a/b; flag; boundary="x"', { boundary: 'x' }],
    ['with a quote that never ends', 'a/b; boundary="x', { boundary: 'x' }],
  ])('%s', (_, header, params) =>
    expect(Object.entries(readStructured(header).params).toSorted()).toEqual(Object.entries(params).toSorted()),
  );

  it('[AT-37] leaves the language alone', () => {
    readStructured('a/b; __proto__=y; __proto__*0=z');
    expect(({} as Record<string, unknown>)['y']).toBeUndefined();
  });
});
