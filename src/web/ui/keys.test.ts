import { describe, expect, it } from 'vitest';
import { isPress, keyWords } from './keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {}, code = '') => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('a key press', () => {
  it.each([
    ['j is j', press('j'), 'j', false, true],
    ['J with the caps lock is j', press('J'), 'j', false, true],
    ['Ctrl J is not j', press('j', { ctrlKey: true }), 'j', false, false],
    ['Ctrl K is the palette', press('k', { ctrlKey: true }), 'mod+k', false, true],
    ['k alone is not the palette', press('k'), 'mod+k', false, false],
    ['⌘K is the palette on a Mac', press('k', { metaKey: true }), 'mod+k', true, true],
    ['Ctrl K is not, on a Mac', press('k', { ctrlKey: true }), 'mod+k', true, false],
    ['a Russian keyboard’s о is j', press('о', {}, 'KeyJ'), 'j', false, true],
    ['a French keyboard’s a, where q is, stays a', press('a', {}, 'KeyQ'), 'q', false, false],
    ['a question mark, wherever it lies', press('?', {}, 'Slash'), '?', false, true],
    ['AltGr does not fire letters', press('l', { altKey: true, ctrlKey: true }), 'l', false, false],
  ])('%s', (_name, event, combination, mac, expected) => {
    expect(isPress(event, combination, mac)).toBe(expected);
  });
  it.each([
    ['mod+k', false, 'Ctrl K'],
    ['mod+k', true, '⌘K'],
    ['j', false, 'J'],
    ['Enter', false, '↵'],
  ])('%s is written for people', (combination, mac, words) => {
    expect(keyWords(combination, mac)).toBe(words);
  });
});
