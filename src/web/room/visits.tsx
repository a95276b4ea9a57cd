import type { ReactNode } from 'react';
import type { roomVisits } from '../../contract/visits.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { useFormat } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { confirmVisit, listVisits } from './doors.ts';
import { Section } from './section.tsx';
import { useResource } from './use-resource.ts';

type Answer<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? R : never;
type Visit = Answer<typeof roomVisits>['items'][number];

/** Our visits as the client was told of them; confirming or picking is one press. On a request, only that request's. */
export function Visits({ requestId, may }: { requestId?: string; may: string }): ReactNode {
  const t = useT();
  const { value, problem, reload } = useResource(() => listVisits({}), `visits:${requestId ?? ''}`);
  const mine = value?.items.filter((v) => !requestId || v.requestId === requestId) ?? [];
  if (mine.length === 0) return <ProblemNotice problem={problem} />;
  return (
    <Section title={t('room-visits.visits')}>
      <ul className="grid gap-3">
        {mine.map((v) => (
          <One key={v.id} visit={v} may={may} reload={reload} />
        ))}
      </ul>
    </Section>
  );
}

function One({ visit, may, reload }: { visit: Visit; may: string; reload: () => Promise<void> }): ReactNode {
  const t = useT();
  const format = useFormat();
  const take = useAction(async (from: string) => {
    await confirmVisit({ params: { id: visit.id }, body: { from } });
    await reload();
  });
  const when = (w: { from: string; to: string }): string =>
    `${format.when(w.from, visit.zone)} – ${format.time(w.to, visit.zone)}`;
  const open = visit.state === 'planned' || visit.state === 'confirmed';
  return (
    <li className="grid gap-2 rounded-md border border-line p-3">
      <p className="font-medium">{visit.purpose}</p>
      <p className={visit.state === 'called-off' ? 'line-through' : ''}>{when(visit)}</p>
      <p className="text-muted">
        {visit.remote ? t('room-visits.remote') : visit.place}{' '}
        {t('room-visits.who', { people: format.list(visit.people) })}
      </p>
      <p>
        <strong>{t(`room-visits.state.${visit.state}`, { name: visit.proxyName ?? '' })}</strong>
      </p>
      <ProblemNotice problem={take.problem} />
      {open && may !== 'see' && visit.state === 'planned' ? (
        <p>
          <Button kind="primary" busy={take.busy} onClick={() => void take.run(visit.from)}>
            {t('room-visits.suits')}
          </Button>
        </p>
      ) : null}
      {open && may !== 'see' && visit.slots.length > 0 ? (
        <>
          <p className="text-muted">{t('room-visits.or-pick')}</p>
          <p className="flex flex-wrap gap-2">
            {visit.slots.map((s) => (
              <Button key={s.from} busy={take.busy} onClick={() => void take.run(s.from)}>
                {t('room-visits.pick', { when: when(s) })}
              </Button>
            ))}
          </p>
        </>
      ) : null}
      {open ? (
        <p>
          <a href={`/api/room/visits/${visit.id}/visit.ics`} className="text-accent underline">
            {t('room-visits.to-calendar')}
          </a>
        </p>
      ) : null}
    </li>
  );
}
