import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { Area } from '../../../ui/light/fields.tsx';
import type { DraftEditor, Mark } from './editor.tsx';

/** What the buttons of the coach do to the words. Offsets are those of the plain text. */
export type Words = {
  readonly focus: () => void;
  readonly select: (start: number, end: number) => void;
  readonly replace: (start: number, end: number, text: string) => void;
};
export type EditorProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Null: not read again yet; what is marked stays. */
  readonly marks: readonly Mark[] | null;
  readonly handle: Ref<Words>;
  readonly describedBy: string | undefined;
  /** Where the cursor stood before the editor was there; null when it was elsewhere. */
  readonly startAt: number | null;
  /** F8: on to what was found. True when there is something. */
  readonly onLeave: () => boolean;
};

let loaded: typeof DraftEditor | null = null;

/**
 * A plain field at once, and the editor that marks words in its place as soon as its code has come; the cursor stays where it was. Should
 * it never come, the plain field is all one needs to write.
 */
export function DraftField(props: Omit<EditorProps, 'startAt'>): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(loaded ? { Editor: loaded, startAt: null as number | null } : null);
  useEffect(() => {
    let current = true;
    void import('./editor.tsx')
      .then(({ DraftEditor: Editor }) => {
        loaded = Editor;
        const area = box.current?.querySelector('textarea');
        const startAt = area && area === document.activeElement ? area.selectionStart : null;
        if (current) setReady((known) => known ?? { Editor, startAt });
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, []);
  if (!ready)
    return (
      <div ref={box}>
        <Area
          label={props.label}
          value={props.value}
          rows={5}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </div>
    );
  return (
    <div className="grid gap-1">
      <span className="font-medium" aria-hidden="true">
        {props.label}
      </span>
      <ready.Editor {...props} startAt={ready.startAt} />
    </div>
  );
}
