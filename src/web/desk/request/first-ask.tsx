import type { ReactNode } from 'react';
import { fate } from '../../../domain/triage/fate.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import type { Seen } from './request.ts';

/** T10: the first position as it was said; beside it, once something is agreed, how far that is from it. */
export function FirstAsk({ page }: Pick<Seen, 'page'>): ReactNode {
  const t = useT();
  const format = useFormat();
  const first = page.firstAsk;
  if (!first) return null;
  const { placement } = first;
  return (
    <details className="rounded-md bg-paper p-2" open={first.distance.length > 0}>
      <summary className="font-medium">{t('desk-table.first-ask')}</summary>
      <p className="wrap-anywhere whitespace-pre-line">“{first.words}”</p>
      <p className="text-muted">
        <a className="underline" href={`#m-${first.messageId}`}>
          {t('desk-table.asked-by', { name: first.byName, date: format.date(first.at) })}
        </a>
      </p>
      {placement ? (
        <p>
          {t('desk-table.first-placed', { fate: t(`shared.fate.${fate(placement.reasonable, placement.possible)}`) })}
          {placement.reason ? ` – “${placement.reason}”` : ''}
        </p>
      ) : null}
      {first.distance.map((d) => (
        <p key={d.kind} className="font-medium">
          {d.kind === 'money'
            ? t('desk-table.distance.money', {
                asked: format.money(d.asked, d.currency),
                agreed: format.money(d.agreed, d.currency),
              })
            : t('desk-table.distance.date', {
                asked: format.date(d.asked),
                agreed: d.agreed ? format.date(d.agreed) : t('desk-table.no-date'),
              })}
        </p>
      ))}
    </details>
  );
}
