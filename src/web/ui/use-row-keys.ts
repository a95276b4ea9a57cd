import { type RefObject, useId, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { useCommands } from './commands.ts';

type Options = {
  readonly count: number;
  readonly onOpen: (index: number) => void;
  readonly onSelect?: ((index: number) => void) | undefined;
  /** Brings a row that is not in the page yet into it. */
  readonly scrollTo?: (index: number) => void;
};

type RowKeys = {
  readonly at: number;
  /** Spread over each row; its element then takes the focus when the row is the current one. */
  readonly row: (index: number) => { id: string; tabIndex: 0 | -1; onFocus: () => void };
  readonly move: (by: number) => void;
  readonly box: RefObject<HTMLDivElement | null>;
};

/** `j`/`k` (or arrows inside) move, `Enter` opens, `x` selects: the same in every list of the desk. */
export function useRowKeys({ count, onOpen, onSelect, scrollTo }: Options): RowKeys {
  const t = useT();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setAt] = useState(0);
  const at = Math.min(wanted, Math.max(0, count - 1));
  const inside = (): boolean => box.current?.contains(document.activeElement) ?? false;
  const focus = (index: number): void => {
    scrollTo?.(index);
    requestAnimationFrame(() => document.getElementById(`${list}-${index}`)?.focus());
  };
  const move = (by: number): void => {
    if (count === 0) return;
    // The first press only shows where one is.
    const next = inside() ? Math.max(0, Math.min(count - 1, at + by)) : at;
    setAt(next);
    focus(next);
  };
  const onCurrent = (act: ((index: number) => void) | undefined) => () => {
    if (count > 0 && inside()) act?.(at);
  };
  useCommands([
    { id: 'row-down', label: t('shared.keys.down'), keys: 'j', run: () => move(1), inPalette: false },
    { id: 'row-up', label: t('shared.keys.up'), keys: 'k', run: () => move(-1), inPalette: false },
    { id: 'row-open', label: t('shared.keys.open'), keys: 'Enter', run: onCurrent(onOpen), inPalette: false },
    ...(onSelect
      ? [
          {
            id: 'row-select',
            label: t('shared.keys.select'),
            keys: 'x',
            run: onCurrent(onSelect),
            inPalette: false,
          },
        ]
      : []),
  ]);
  return {
    at,
    box,
    move,
    row: (index) => ({
      id: `${list}-${index}`,
      tabIndex: index === at ? 0 : -1,
      onFocus: () => setAt(index),
    }),
  };
}
