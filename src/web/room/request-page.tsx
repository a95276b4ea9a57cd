import type { ReactNode } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { Notice, ProblemNotice } from '../ui/light/notice.tsx';
import { PhaseBar } from '../ui/marks.tsx';
import { Accords } from './accords.tsx';
import { Claims } from './claims.tsx';
import { Closing } from './closing.tsx';
import { Conflict } from './conflict.tsx';
import { Conversation } from './conversation.tsx';
import { roomRequest } from './doors.ts';
import { MethodChange } from './method-change.tsx';
import { OwnPlacement } from './own-placement.tsx';
import { Promises } from './promises.tsx';
import { OnTheTable } from './table.tsx';
import { Understood } from './understood.tsx';
import { Section, type Seen } from './section.tsx';
import { useResource } from './use-resource.ts';
import { Visits } from './visits.tsx';

/** One request from the client's side: where we are, what we understood, what is on the table, agreed, promised, closed, said. */
export function RequestPage({ id }: { id: string; me: unknown }): ReactNode {
  const t = useT();
  const { value: page, problem, reload } = useResource(() => roomRequest({ params: { id } }), id);
  if (!page) return <ProblemNotice problem={problem} />;
  const seen: Seen = { page, reload };
  const waiting = page.closing?.state === 'sent';
  return (
    <>
      <h1 className="text-2xl font-semibold">{t('room.title', { ref: page.ref, subject: page.subject })}</h1>
      <ProblemNotice problem={problem} />
      <Where page={page} />
      {waiting ? <Closing {...seen} /> : null}
      <Conflict {...seen} />
      <Claims {...seen} />
      <Understood {...seen} />
      <OwnPlacement {...seen} />
      <MethodChange {...seen} />
      <OnTheTable {...seen} />
      <Accords {...seen} />
      <Visits requestId={page.id} may={page.me.may} />
      <Promises page={page} />
      {waiting ? null : <Closing {...seen} />}
      <Conversation {...seen} />
    </>
  );
}

function Where({ page }: { page: RoomPage }): ReactNode {
  const t = useT();
  const format = useFormat();
  const pause = page.pauses.findLast((p) => p.state === 'running');
  return (
    <Section title={t('room.where')}>
      <p>
        <PhaseBar phase={page.phase} labelled /> – {t(`room.phase.${page.phase}`)}
      </p>
      {page.phase === 'closed' ? null : (
        <p>
          <strong>{t(`room.move.${page.ball}`)}</strong>{' '}
          <span className="text-muted">{t('room.next-date', { date: format.date(page.nextDue, page.zone) })}</span>
        </p>
      )}
      {pause ? (
        <Notice>{t('room.pause', { missing: pause.missing, date: format.date(pause.resumeAt, page.zone) })}</Notice>
      ) : null}
    </Section>
  );
}
