import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Axis, Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Choice } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { FateGlyph } from '../../ui/marks.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ClientPicker } from '../clients/client-picker.tsx';
import { getBoard } from '../doors.ts';
import { Obstacles } from './obstacles.tsx';
import { useCarrying } from './use-carrying.ts';
import { PlaceForm } from '../request/place-form.tsx';
import { useAgain } from '../request/request.ts';

type Cell = Awaited<ReturnType<typeof getBoard>>['cells'][number];
type Card = Cell['cards'][number];
/** Reasonable above, possible right: where the eye reads the glyph. */
const GRID: readonly Fate[] = ['reasonable-not-possible', 'do-it', 'neither', 'possible-not-reasonable'];
const AXES: Record<Fate, { reasonable: Axis; possible: Axis }> = {
  'do-it': { reasonable: 'yes', possible: 'yes' },
  'reasonable-not-possible': { reasonable: 'yes', possible: 'no' },
  'possible-not-reasonable': { reasonable: 'no', possible: 'yes' },
  neither: { reasonable: 'no', possible: 'no' },
  'not-placed': { reasonable: 'unknown', possible: 'unknown' },
};
type Moving = { card: Card; to: Fate };
const PERIODS = ['all', '30', '90', '365'] as const;
type Period = (typeof PERIODS)[number];

/** T2: four cells and a tray. A card is moved by dragging it, by its button, or by `m` and the arrows; every move asks why. */
export function Page(): ReactNode {
  const t = useT();
  const again = useAgain();
  const [clientId, setClientId] = useState('');
  const [period, setPeriod] = useState<Period>('all');
  const { data, error } = useQuery({
    queryKey: ['board', clientId, period],
    queryFn: () => getBoard({ query: { ...(clientId ? { clientId } : {}), ...sinceOf(period) } }),
    placeholderData: keepPreviousData,
  });
  const [moving, setMoving] = useState<Moving | null>(null);
  const carrying = useCarrying(
    data?.cells.flatMap((c) => c.cards) ?? [],
    (card, to) => setMoving({ card, to }),
    moving === null,
  );
  const cells = data?.cells ?? [];
  const all = cells.reduce((n, c) => n + c.count, 0);
  const cell = (fate: Fate): ReactNode => {
    const found = cells.find((c) => c.fate === fate);
    return found ? (
      <OneCell key={fate} cell={found} all={all} onMove={setMoving} target={carrying?.to === fate} />
    ) : null;
  };
  return (
    <div className="grid gap-4">
      <div className="no-print flex flex-wrap items-end gap-3">
        <h1 className="mr-auto text-xl font-semibold">{t('desk-work.board')}</h1>
        <div className="w-full sm:w-64">
          <ClientPicker required={false} value={clientId} onChange={setClientId} />
        </div>
        <div className="w-full sm:w-48">
          <Choice
            label={t('desk-list.opened')}
            value={period}
            onChange={(event) => setPeriod(event.target.value as Period)}
          >
            {PERIODS.map((p) => (
              <option key={p} value={p}>
                {t(`desk-list.opened.${p}`)}
              </option>
            ))}
          </Choice>
        </div>
      </div>
      <p role="status" className="text-muted">
        {carrying
          ? t('desk-list.carrying', { ref: carrying.card.ref, cell: t(`shared.fate.${carrying.to}`) })
          : t('desk-list.carry-hint')}
      </p>
      <ProblemNotice problem={error} />
      <div className="grid gap-3 lg:grid-cols-[18rem_1fr]">
        {cell('not-placed')}
        <div className="grid gap-3 md:grid-cols-2">{GRID.map(cell)}</div>
      </div>
      <Obstacles />
      {moving ? (
        <SidePanel title={`${moving.card.ref} · ${moving.card.subject}`} onClose={() => setMoving(null)}>
          <PlaceForm
            key={moving.card.id}
            reasons={data?.recentReasons ?? []}
            page={{ id: moving.card.id, version: moving.card.version, ...AXES[moving.to], suggestion: null }}
            done={async () => {
              setMoving(null);
              await again();
            }}
          />
        </SidePanel>
      ) : null}
    </div>
  );
}

function sinceOf(period: Period): { since?: string } {
  if (period === 'all') return {};
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - Number(period));
  return { since: day.toISOString() };
}

type CellProps = { cell: Cell; all: number; onMove: (moving: Moving) => void; target: boolean };

function OneCell({ cell, all, onMove, target }: CellProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label={t(`shared.fate.${cell.fate}`)}
      className={`grid min-h-40 content-start gap-2 rounded-lg bg-panel p-3 ${over || target ? 'outline-2 outline-accent' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const text = event.dataTransfer.getData('text/x-parley-card');
        if (text) onMove({ card: JSON.parse(text) as Card, to: cell.fate });
      }}
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <FateGlyph fate={cell.fate} labelled />
      </h2>
      <p className="text-muted">
        {t('desk-work.cell-figures', {
          n: cell.count,
          share: all === 0 ? 0 : Math.round((cell.count / all) * 100),
          hours: format.number(Math.round(cell.minutes / 6) / 10),
        })}
      </p>
      <ul className="grid gap-2">
        {cell.cards.map((card) => (
          <li
            key={card.id}
            draggable
            data-card={card.id}
            onDragStart={(event) => event.dataTransfer.setData('text/x-parley-card', JSON.stringify(card))}
            className="grid gap-1 rounded-md border border-line bg-paper p-2"
          >
            <Link to="/requests/$id" params={{ id: card.id }} className="font-medium hover:underline">
              {card.ref} · {card.subject}
            </Link>
            <p className="flex flex-wrap items-center gap-2 text-muted">
              <span>{card.clientName ?? t('desk-work.unknown-client')}</span>
              <span>{format.ago(card.openedAt)}</span>
              {card.theirFate ? (
                <span>
                  {t('desk-work.they-see-it')} <FateGlyph fate={card.theirFate} />
                </span>
              ) : null}
              <Button
                kind="quiet"
                aria-label={t('desk-work.place-card', { ref: card.ref })}
                onClick={() => onMove({ card, to: card.fate })}
              >
                {t('desk-work.place')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
