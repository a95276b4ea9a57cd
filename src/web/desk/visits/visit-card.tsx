import type { ReactNode } from 'react';
import type { Visit } from '../../../contract/visits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';

const LOOK: Record<Visit['state'], string> = {
  planned: 'border-dashed border-strong bg-paper',
  confirmed: 'border-accent bg-accent-soft',
  done: 'border-line bg-panel text-muted',
  'by-proxy': 'border-line bg-panel text-muted',
  'done-remotely': 'border-line bg-panel text-muted',
  blocked: 'border-amber bg-amber-soft',
  'called-off': 'border-line bg-panel text-muted line-through',
};

type Props = { visit: Visit; named: 'client' | 'people' | 'both'; onOpen: () => void };

/** One visit in a week: when, where to or who, what for, how it stands, and whether it clashes. */
export function VisitCard({ visit, named, onOpen }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const people = visit.people.map((p) => p.name).join(', ');
  const open = visit.clashes.filter((c) => c.settled === null);
  return (
    <button
      type="button"
      onClick={onOpen}
      data-visit={visit.id}
      className={`grid w-full gap-0.5 rounded-md border p-1.5 text-left text-sm hover:border-strong ${LOOK[visit.state]}`}
    >
      <span className="tabular-nums">
        {format.time(visit.from, visit.zone)}–{format.time(visit.to, visit.zone)}
      </span>
      {named === 'people' ? null : <strong className="wrap-anywhere">{visit.clientName}</strong>}
      {named === 'client' ? null : <span className="wrap-anywhere">{people}</span>}
      <span className="wrap-anywhere">{visit.purpose}</span>
      <span className="text-muted">
        {t(`desk-visits.state.${visit.state}`)}
        {visit.remote ? ` · ${t('desk-visits.remote')}` : ''}
        {visit.state === 'planned' && !visit.toldAt ? ` · ${t('desk-visits.not-told')}` : ''}
      </span>
      {open.length > 0 ? (
        <span className="font-medium text-amber">▲ {t('desk-visits.clashes', { n: open.length })}</span>
      ) : null}
    </button>
  );
}
