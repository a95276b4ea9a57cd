import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/menu-button.tsx';
import { BallMark, FateGlyph, PhaseBar } from '../../ui/marks.tsx';
import type { Act } from './act-panel.tsx';
import { actOf } from './moves.ts';
import type { Seen } from './request.ts';

type Props = Seen & { onAct: (act: Act) => void; acts: readonly MenuEntry[] };

/** The five questions at a glance, who they are to us (L8), and the one next step as the page's only filled button. */
export function Head({ page, onAct, acts }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const next = page.moves.next;
  const act = next ? actOf(next.code) : null;
  return (
    <header className="grid gap-2 border-b border-line pb-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-xl font-semibold">
          {page.ref} · {page.subject}
        </h1>
        <FateGlyph fate={page.fate} labelled />
        <PhaseBar phase={page.phase} labelled />
        {page.phase === 'closed' ? null : <BallMark ball={page.ball} due={page.nextDue} />}
        <span className="no-print ml-auto">
          <MenuButton label={t('desk-list.acts')} icon="more" items={acts} />
        </span>
      </div>
      <p className="flex flex-wrap gap-x-3 text-muted">
        <span>{page.client ? page.client.name : t('desk-work.unknown-client')}</span>
        {page.contact ? (
          <span>
            {page.contact.name} ({t(`desk-work.may.${page.contact.may}`)})
          </span>
        ) : null}
        {page.client?.since ? (
          <span>{t('desk-work.client-since', { date: format.date(page.client.since) })}</span>
        ) : null}
        {page.client ? (
          <span>{t('desk-work.kept-of', { kept: page.client.kept, all: page.client.kept + page.client.broken })}</span>
        ) : null}
        {page.client?.declined ? <span>{t('desk-table.declined-talks', { n: page.client.declined })}</span> : null}
        {page.client?.coverage ? <span>{t('desk-work.coverage', { hours: page.client.coverage })}</span> : null}
        {page.client?.hoursAllowed != null ? (
          <span>
            {t('desk-work.hours-left', {
              left: format.number(page.client.hoursAllowed - (page.client.hoursUsed ?? 0)),
              all: format.number(page.client.hoursAllowed),
            })}
          </span>
        ) : null}
        <span>{t('desk-work.minutes', { n: page.minutes })}</span>
      </p>
      {page.phase === 'closed' ? null : (
        <div className="no-print flex flex-wrap items-center gap-3">
          {next && act ? (
            <Button kind="primary" onClick={() => onAct(act)}>
              {t(`desk-work.move.${next.code as 'reply'}`)}
            </Button>
          ) : next ? (
            <p className="font-medium">{t(`desk-work.move.${next.code as 'reply'}`)}</p>
          ) : null}
          <p className="text-muted">
            {t('desk-work.next-step', { step: page.nextStep })}{' '}
            <Button kind="quiet" onClick={() => onAct({ kind: 'next-step' })}>
              {t('desk-work.change')}
            </Button>
          </p>
        </div>
      )}
    </header>
  );
}
