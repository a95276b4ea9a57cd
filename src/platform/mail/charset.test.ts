import { describe, expect, it } from 'vitest';
import { cleanText, decodeBytes } from './charset.ts';
import { guessCharset } from './charset-guess.ts';

/** Encodes by asking the decoder what each byte means, so that no second table of charsets is needed. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map(Array.from({ length: 256 }, (_, b) => [decoder.decode(Uint8Array.of(b)), b]));
  return Uint8Array.from([...text].map((c) => table.get(c) ?? 0x3f));
}

const RUSSIAN = 'Здравствуйте! Принтер не печатает второй день.';
const POLISH = 'Dzień dobry, proszę o pilną odpowiedź w sprawie zgłoszenia źródła.';
const FRENCH = 'Bonjour, le système à été arrêté hier, ça nous gêne.';

describe('decoding bytes', () => {
  it.each([
    ['Russian in cp1251, label missing', RUSSIAN, 'windows-1251', null],
    ['Russian in koi8-r, label missing', RUSSIAN, 'koi8-r', null],
    ['Russian in koi8-r, declared', RUSSIAN, 'koi8-r', 'KOI8-R'],
    ['Russian in cp866, label unknown', RUSSIAN, 'ibm866', 'x-unknown'],
    ['Russian in cp1251, declared as us-ascii', RUSSIAN, 'windows-1251', 'us-ascii'],
    ['Russian in cp1251, declared as utf-8', RUSSIAN, 'windows-1251', 'utf-8'],
    ['Polish in iso-8859-2, label missing', POLISH, 'iso-8859-2', null],
    ['Polish in cp1250, label missing', POLISH, 'windows-1250', ''],
    ['Polish in iso-8859-2, declared with an odd name', POLISH, 'iso-8859-2', 'ISO8859_2'],
    ['French in latin-1, label missing', FRENCH, 'windows-1252', undefined],
    ['French in latin-1, declared', FRENCH, 'windows-1252', 'iso-8859-1'],
    ['French in latin-1, label invented', FRENCH, 'windows-1252', 'default'],
  ])('%s', (_, text, real, declared) => {
    expect(decodeBytes(encode(text, real), declared)).toBe(text);
  });

  it('believes UTF-8 bytes more than a latin-1 label', () => {
    expect(decodeBytes(Buffer.from('Zażółć gęślą jaźń'), 'iso-8859-1')).toBe('Zażółć gęślą jaźń');
  });

  it('keeps UTF-8 that was cut in the middle of a character', () => {
    expect(decodeBytes(Buffer.from('Zażółć gęślą').subarray(0, -1), 'utf-8')).toBe('Zażółć gęśl\ufffd');
  });

  it('reads UTF-7', () => {
    expect(decodeBytes(Buffer.from('Hi Mom +2D3eCg-! 1 +- 1 = 2, +BBcENAQ1'), 'unicode-1-1-utf-7')).toBe(
      'Hi Mom 😊! 1 + 1 = 2, Зде',
    );
  });

  it('reads Japanese in ISO-2022-JP without a label', () => {
    expect(decodeBytes(Buffer.from('\x1b$B$3$s$K$A$O\x1b(B', 'latin1'), null)).toBe('こんにちは');
  });

  it('guesses a short Russian subject', () => {
    expect(guessCharset(encode('Счёт', 'koi8-r'), null)).toBe('koi8-r');
    expect(guessCharset(encode('Оплата', 'windows-1251'), null)).toBe('windows-1251');
  });

  it('makes text fit for the database', () => {
    expect(cleanText('a\0b\r\nc\rd e\u0301 \ud800')).toBe('ab\nc\nd é \ufffd');
  });
});
