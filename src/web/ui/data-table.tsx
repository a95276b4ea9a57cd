import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Skeleton } from './light/skeleton.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { type Step, useIsWide } from './use-width.ts';

export type Column<T> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  /** A CSS grid track: '6rem', 'minmax(12rem, 1fr)'. */
  readonly width: string;
  readonly align?: 'end';
  /** Shown from this width of the window on. */
  readonly from?: Step;
};

type Props<T> = {
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  onOpen: (row: T) => void;
  /** What one row says on a phone, where there is no room for columns. */
  card: (row: T) => ReactNode;
  /** Further pages: fetched when the end comes near. */
  more?: { readonly has: boolean; readonly load: () => void; readonly busy: boolean } | undefined;
  selection?: {
    readonly chosen: ReadonlySet<string>;
    readonly toggle: (row: T) => void;
    readonly nameOf: (row: T) => string;
  };
};

/** Many rows, only those in sight are in the page; keys of `useRowKeys`; on a phone each row is a card. */
export function DataTable<T>(props: Props<T>): ReactNode {
  const { label, rows, columns, keyOf, onOpen, card, more, selection } = props;
  const isWide = useIsWide();
  const wide = isWide('sm');
  const shown = columns.filter((c) => !c.from || isWide(c.from));
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top;
    if (top !== undefined) setAbove(Math.round(top + window.scrollY));
  }, [wide]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (wide ? 40 : 88),
    overscan: 12,
    getItemKey: (index) => keyOf(rows[index] as T),
    scrollMargin: above,
  });
  const { at, row, move, box } = useRowKeys({
    count: rows.length,
    onOpen: (index) => onOpen(rows[index] as T),
    onSelect: selection && ((index) => selection.toggle(rows[index] as T)),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const near = more?.has === true && !more.busy && lastShown >= rows.length - 20;
  useEffect(() => {
    if (near) more?.load();
    // Only the nearness of the end matters, not the identity of the loader.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [near]);
  const tracks = {
    gridTemplateColumns: [...(selection ? ['2rem'] : []), ...shown.map((c) => track(c.width))].join(' '),
  };
  const arrows = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      onKeyDown={arrows}
      className="min-w-0 outline-none"
    >
      {wide ? (
        <div role="rowgroup" className="sticky top-(--bar) z-10 border-b border-line bg-paper text-sm text-muted">
          <div role="row" aria-rowindex={1} className="grid items-center gap-x-3 px-2 py-1.5" style={tracks}>
            {selection ? (
              <span role="columnheader">
                <span className="sr-only">{t('shared.keys.select')}</span>
              </span>
            ) : null}
            {shown.map((c) => (
              <span key={c.id} role="columnheader" className={`truncate ${c.align === 'end' ? 'text-right' : ''}`}>
                {c.head}
              </span>
            ))}
          </div>
        </div>
      ) : null}
      <div role="rowgroup" ref={list} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const value = rows[item.index] as T;
          const chosen = selection?.chosen.has(keyOf(value)) ?? false;
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selection ? chosen : undefined}
              data-index={item.index}
              ref={virtual.measureElement}
              {...row(item.index)}
              onClick={(event) => {
                if (!(event.target instanceof Element && event.target.closest('a,button,input,label'))) onOpen(value);
              }}
              style={{ ...(wide ? tracks : {}), transform: `translateY(${item.start - above}px)` }}
              className={`absolute inset-x-0 cursor-pointer border-b border-line px-2 hover:bg-panel focus-visible:outline-offset-[-2px] ${wide ? 'grid min-h-10 items-center gap-x-3 py-1.5' : 'py-2.5'} ${item.index === at ? 'bg-panel' : ''} ${chosen ? 'bg-accent-soft' : ''}`}
            >
              {selection && wide ? (
                <span role="gridcell">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    checked={chosen}
                    aria-label={t('shared.select-row', { what: selection.nameOf(value) })}
                    onChange={() => selection.toggle(value)}
                    className="block size-4 accent-(--accent)"
                  />
                </span>
              ) : null}
              {wide ? (
                shown.map((c) => (
                  <span
                    key={c.id}
                    role="gridcell"
                    className={`min-w-0 overflow-x-clip ${c.align === 'end' ? 'text-right' : ''}`}
                  >
                    {c.cell(value)}
                  </span>
                ))
              ) : (
                <div role="gridcell">{card(value)}</div>
              )}
            </div>
          );
        })}
      </div>
      {more?.busy ? <Skeleton lines={2} /> : null}
    </div>
  );
}

/** A plain width is the most a column takes: where there is no room for all, the columns shrink rather than the page widens. */
const track = (width: string): string => (width.includes('(') ? width : `minmax(0, ${width})`);
