import type { ReactNode } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import type { PromiseState } from '../../domain/promises/words.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { PromiseMark } from '../ui/marks.tsx';
import { Section } from './section.tsx';

/** Promises of both sides, by date. */
export function Promises({ page }: { page: RoomPage }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t('room.promises')}>
      {page.promises.length === 0 ? <p className="text-muted">{t('room.promises-none')}</p> : null}
      <ul className="grid gap-2">
        {page.promises.map((p) => (
          <li key={p.id} className="rounded-md border border-line p-3">
            <p>{p.text}</p>
            <p className="flex flex-wrap gap-3 text-muted">
              <PromiseMark state={p.state as PromiseState} labelled />
              <span>{p.ours ? p.makerName : t('room.from-them')}</span>
              <span>{t('room.due', { date: format.when(p.due, p.dueZone) })}</span>
              {p.replacesId ? <span>{t('room.was-moved')}</span> : null}
            </p>
            {p.shift ? (
              <p className="text-amber">
                {t('room-table.shift', { date: format.when(p.shift.to, p.dueZone), because: p.shift.because })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
