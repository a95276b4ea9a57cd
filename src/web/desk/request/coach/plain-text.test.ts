import { getSchema } from '@tiptap/core';
import { Node as Doc } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { contentOf, linesOf, plainText, positionOf, textOf } from './plain-text.ts';

const schema = getSchema(plainText);
const docOf = (text: string): Doc => Doc.fromJSON(schema, { type: 'doc', content: contentOf(text) });

describe('the draft is plain text', () => {
  it.each(['', 'one line', 'Hello,\n\ntwo lines with nothing between\n', '\n\n', 'naïve – „cudzysłów” 😀 ё\nпока'])(
    'goes in and comes out the same: %j',
    (text) => {
      expect(textOf(docOf(text))).toBe(text);
      expect(linesOf(schema, text).map((line) => line.textContent)).toEqual(text.split('\n'));
    },
  );

  it('ends of lines of other machines become ours', () => {
    expect(textOf(docOf('a\r\nb\rc'))).toBe('a\nb\nc');
  });

  it('[T14] a place in the text is the same place in the document, on every line', () => {
    const text = 'Hello Ada,\n\nI am sure my boss will agree.\nAdam 😀';
    const doc = docOf(text);
    const quote = 'my boss will agree';
    const start = text.indexOf(quote);
    const words = doc.textBetween(positionOf(doc, start), positionOf(doc, start + quote.length), '\n');
    expect(words).toBe(quote);
    for (let i = 0; i <= text.length; i += 1)
      expect(doc.textBetween(0, positionOf(doc, i), '\n')).toBe(text.slice(0, i));
    expect(positionOf(doc, 10_000)).toBe(doc.content.size - 1);
  });
});
