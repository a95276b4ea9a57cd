import { Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type ReactNode, useEffect, useImperativeHandle, useRef } from 'react';
import type { Level } from '../../../../domain/coach/types.ts';
import { BOX } from '../../../ui/light/look.ts';
import type { EditorProps } from './draft-field.tsx';
import { contentOf, linesOf, plainText, positionOf, sliceOf, textOf } from './plain-text.ts';

export type Mark = { readonly start: number; readonly end: number; readonly level: Level };

const MARK: Record<Level, string> = {
  stop: 'underline decoration-amber decoration-2 decoration-wavy underline-offset-4 bg-amber-soft',
  check: 'underline decoration-amber decoration-2 underline-offset-4',
  note: 'underline decoration-(--muted) decoration-dotted decoration-2 underline-offset-4',
};
const marksKey = new PluginKey<DecorationSet>('coach');

/** What was found stays under its words while somebody types on, until the draft has been read again. */
const marking = Extension.create({
  name: 'marking',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marksKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, old) => (tr.getMeta(marksKey) as DecorationSet | undefined) ?? old.map(tr.mapping, tr.doc),
      },
      props: { decorations: (state) => marksKey.getState(state) },
    }),
  ],
});

/** The writing field with marks under the words. Plain text in, plain text out; all styles come from the page's own sheet. */
export function DraftEditor(props: EditorProps): ReactNode {
  const { label, value, onChange, marks, handle, describedBy, startAt, onLeave } = props;
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const live = useRef({ onChange, onLeave });
  useEffect(() => {
    live.current = { onChange, onLeave };
  });
  useEffect(() => {
    const made = open(box.current as HTMLDivElement, { label, value, describedBy }, live);
    editor.current = made;
    if (startAt !== null) focusAt(made, startAt, startAt);
    return () => made.destroy();
    // Opened once; what changes afterwards is carried over below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    const { view, schema } = editor.current as Editor;
    if (textOf(view.state.doc) === value) return;
    const tr = view.state.tr.replaceWith(0, view.state.doc.content.size, linesOf(schema, value));
    view.dispatch(tr.setMeta('addToHistory', false));
  }, [value]);
  useEffect(() => {
    if (!marks) return;
    const { view } = editor.current as Editor;
    const { doc } = view.state;
    const at = (m: Mark): Decoration =>
      Decoration.inline(positionOf(doc, m.start), positionOf(doc, m.end), {
        class: MARK[m.level],
        'data-mark': m.level,
      });
    view.dispatch(view.state.tr.setMeta(marksKey, DecorationSet.create(doc, marks.map(at))));
  }, [marks]);
  useImperativeHandle(handle, () => ({
    focus: () => editor.current?.view.focus(),
    select: (start, end) => editor.current && focusAt(editor.current, start, end),
    replace: (start, end, text) => {
      const { view, schema } = editor.current as Editor;
      const { doc, tr } = view.state;
      view.dispatch(tr.replace(positionOf(doc, start), positionOf(doc, end), sliceOf(schema, text)));
      focusAt(editor.current as Editor, start + text.length, start + text.length);
    },
  }));
  return <div ref={box} />;
}

function focusAt({ view }: Editor, start: number, end: number): void {
  const { doc, tr } = view.state;
  view.dispatch(
    tr.setSelection(TextSelection.create(doc, positionOf(doc, start), positionOf(doc, end))).scrollIntoView(),
  );
  view.focus();
}

type Live = { current: Pick<EditorProps, 'onChange' | 'onLeave'> };

function open(element: HTMLElement, first: Pick<EditorProps, 'label' | 'value' | 'describedBy'>, live: Live): Editor {
  return new Editor({
    element,
    extensions: [...plainText, marking],
    injectCSS: false,
    // As data and never as markup: the page's policy lets nothing be parsed as HTML.
    content: { type: 'doc', content: contentOf(first.value) },
    onUpdate: ({ editor }) => live.current.onChange(textOf(editor.state.doc)),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': first.label,
        ...(first.describedBy ? { 'aria-describedby': first.describedBy } : {}),
        class: `${BOX} min-h-32 max-h-96 overflow-y-auto whitespace-pre-wrap wrap-anywhere`,
      },
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
      handleDOMEvents: {
        paste: (view, event) => insertPlain(view, event, event.clipboardData),
        drop: (view, event) => insertPlain(view, event, event.dataTransfer),
      },
      handleKeyDown: (_view, event) => event.key === 'F8' && live.current.onLeave(),
    },
  });
}

/** Plain words only, wherever they come from; files dropped here go nowhere. */
function insertPlain(view: EditorView, event: Event, from: DataTransfer | null): boolean {
  event.preventDefault();
  const text = from?.getData('text/plain') ?? '';
  if (text) view.dispatch(view.state.tr.replaceSelection(sliceOf(view.state.schema, text)).scrollIntoView());
  return true;
}
