import { expect, it } from 'vitest';
import { fits } from './fits.ts';

it.each([
  ['nothing typed fits everything', 'Make a promise', '', true],
  ['the beginning of a word', 'Make a promise', 'prom', true],
  ['two beginnings in any order', 'Make a promise', 'pro mak', true],
  ['not the middle of a word', 'Make a promise', 'omise', false],
  ['without accents', 'Zamknij zgłoszenie', 'zglo', true],
  ['Russian', 'Сделать обещание', 'обещ', true],
  ['one word that fits nothing', 'Make a promise', 'make x', false],
])('%s', (_name, label, typed, expected) => {
  expect(fits(label, typed)).toBe(expected);
});
