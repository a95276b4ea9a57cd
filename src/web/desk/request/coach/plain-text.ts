import { Extension, type JSONContent, Node } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Fragment, type Node as Doc, type Schema, Slice } from '@tiptap/pm/model';

/** Mail is plain text: a document of lines, one paragraph each. */
const nodes = [
  Node.create({ name: 'doc', topNode: true, content: 'line+' }),
  Node.create({ name: 'line', parseHTML: () => [{ tag: 'p' }], renderHTML: () => ['p', 0], content: 'text*' }),
  Node.create({ name: 'text' }),
];

const undoing = Extension.create({
  name: 'undoing',
  addProseMirrorPlugins: () => [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo })],
});

export const plainText = [...nodes, undoing];

const rows = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');

/** The same as data, for an editor that is not there yet. */
export const contentOf = (text: string): JSONContent[] =>
  rows(text).map((words) => ({ type: 'line', ...(words ? { content: [{ type: 'text', text: words }] } : {}) }));

const lineOf = (schema: Schema, words: string): Doc =>
  schema.nodes['line']?.create(null, words ? schema.text(words) : null) as Doc;

export const linesOf = (schema: Schema, text: string): Doc[] => rows(text).map((words) => lineOf(schema, words));

/** Pasted or inserted words: every line of theirs a line of ours, also the empty ones; the first and the last join what is there. */
export const sliceOf = (schema: Schema, text: string): Slice =>
  new Slice(Fragment.fromArray(linesOf(schema, text)), 1, 1);

export const textOf = (doc: Doc): string => doc.textBetween(0, doc.content.size, '\n');

/** A place in the text is a place in the document one further for each line begun. */
export function positionOf(doc: Doc, offset: number): number {
  let before = 0;
  for (let i = 0; i < doc.childCount; i += 1) {
    const { length } = doc.child(i).textContent;
    if (offset <= before + length || i === doc.childCount - 1) return Math.min(offset, before + length) + i + 1;
    before += length + 1;
  }
  return 1;
}
