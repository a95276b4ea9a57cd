import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Visit, VisitLetter } from '../../../contract/visits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { Clashes } from './clashes.tsx';
import { changePeople } from './doors.ts';
import { MessageForm } from './message-form.tsx';
import { type After, OUTCOMES, type Outcome, OutcomeForm } from './outcome-form.tsx';
import { PeopleTicks } from './people-ticks.tsx';

type Doing =
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'people' }
  | { kind: 'letter'; visitId: string; about: VisitLetter }
  | null;

/** One visit: what is known of it, what became of it – one button each – and the words to the client. */
export function VisitPanel({ visit, onClose }: { visit: Visit; onClose: () => void }): ReactNode {
  const t = useT();
  const [doing, setDoing] = useState<Doing>(null);
  const [next, setNext] = useState<After['next']>([]);
  const letter = (about: VisitLetter, visitId = visit.id): void => setDoing({ kind: 'letter', visitId, about });
  const after = (found: After): void => {
    setNext(found.next);
    if (visit.contactId) letter(found.about);
    else setDoing(null);
  };
  const title =
    doing?.kind === 'outcome'
      ? t(`desk-visits.outcome.${doing.outcome}`)
      : doing?.kind === 'letter'
        ? t(`desk-visits.letter.${doing.about}`)
        : visit.purpose;
  return (
    <SidePanel title={title} onClose={onClose} wide>
      <div className="grid gap-4">
        {doing?.kind === 'outcome' ? <OutcomeForm visit={visit} outcome={doing.outcome} done={after} /> : null}
        {doing?.kind === 'people' ? (
          <People visit={visit} done={() => (visit.toldAt ? letter('substitute') : setDoing(null))} />
        ) : null}
        {doing?.kind === 'letter' ? (
          <MessageForm
            visitId={doing.visitId}
            about={doing.about}
            done={() => setDoing(null)}
            onSkip={() => setDoing(null)}
          />
        ) : null}
        {doing === null ? (
          <>
            <Facts visit={visit} />
            <Clashes visitId={visit.id} clashes={visit.clashes} onTell={() => letter('two-teams')} />
            <Next next={next} onTell={letter} />
            <Acts visit={visit} onDo={setDoing} onTell={letter} />
          </>
        ) : doing.kind === 'letter' ? null : (
          <p>
            <Button kind="quiet" onClick={() => setDoing(null)}>
              {t('desk-visits.back')}
            </Button>
          </p>
        )}
      </div>
    </SidePanel>
  );
}

function Facts({ visit }: { visit: Visit }): ReactNode {
  const t = useT();
  const format = useFormat();
  const lines: [string, string | null][] = [
    [t('desk-visits.when'), `${format.when(visit.from, visit.zone)} – ${format.time(visit.to, visit.zone)}`],
    [t('desk-visits.client'), visit.clientName],
    [t('desk-visits.contact'), visit.contactName ?? t('desk-visits.nobody')],
    [t('desk-visits.people'), visit.people.map((p) => p.name).join(', ')],
    [t('desk-visits.place'), visit.remote ? t('desk-visits.remote') : visit.place],
    [t('desk-visits.system'), visit.system],
    [t('desk-visits.proxy'), visit.proxyName],
    [t('desk-visits.what-happened'), visit.words],
    [t('desk-visits.slots'), visit.slots.map((s) => format.when(s.from, visit.zone)).join('; ')],
    [t('desk-visits.how-it-stands'), t(`desk-visits.state.${visit.state}`)],
  ];
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {lines
          .filter(([, value]) => Boolean(value))
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
      </dl>
      {visit.requestId ? (
        <p>
          <Link to="/requests/$id" params={{ id: visit.requestId }} className="text-accent underline">
            {visit.ref}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Acts({
  visit,
  onDo,
  onTell,
}: {
  visit: Visit;
  onDo: (doing: Doing) => void;
  onTell: (about: VisitLetter) => void;
}): ReactNode {
  const t = useT();
  const open = visit.state === 'planned' || visit.state === 'confirmed';
  const outcomes = open || visit.state === 'blocked' ? OUTCOMES.filter((o) => open || o !== 'blocked') : [];
  return (
    <div className="grid gap-3">
      {open && visit.contactId && (!visit.toldAt || visit.toldAgain) ? (
        <p>
          <Button kind="primary" onClick={() => onTell(visit.toldAt ? 'moved' : 'invitation')}>
            {t(visit.toldAt ? 'desk-visits.tell-again' : 'desk-visits.tell')}
          </Button>
        </p>
      ) : null}
      <p className="flex flex-wrap gap-2">
        {outcomes.map((outcome) => (
          <Button key={outcome} onClick={() => onDo({ kind: 'outcome', outcome })}>
            {t(`desk-visits.outcome.${outcome}`)}
          </Button>
        ))}
        {outcomes.length > 0 ? (
          <Button kind="quiet" onClick={() => onDo({ kind: 'people' })}>
            {t('desk-visits.other-people')}
          </Button>
        ) : null}
      </p>
    </div>
  );
}

/** S8: who waits next that day is offered a word. */
function Next({
  next,
  onTell,
}: {
  next: After['next'];
  onTell: (about: VisitLetter, visitId: string) => void;
}): ReactNode {
  const t = useT();
  const format = useFormat();
  if (next.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-md border border-amber bg-amber-soft p-3">
      <h3 className="font-semibold">{t('desk-visits.next-today')}</h3>
      {next.map((n) => (
        <div key={n.id} className="flex flex-wrap items-center gap-2">
          <span className="mr-auto">
            {n.clientName} · {format.time(n.from)}
          </span>
          <Button onClick={() => onTell('later', n.id)}>{t('desk-visits.letter.later')}</Button>
          <Button onClick={() => onTell('earlier', n.id)}>{t('desk-visits.letter.earlier')}</Button>
        </div>
      ))}
    </section>
  );
}

function People({ visit, done }: { visit: Visit; done: () => void }): ReactNode {
  const again = useAgain();
  const [ids, setIds] = useState<readonly string[]>(visit.people.map((p) => p.id));
  return (
    <Form
      act={async () => {
        await changePeople({ params: { id: visit.id }, body: { memberIds: [...ids] } });
        await again();
        done();
      }}
    >
      <PeopleTicks value={ids} onChange={setIds} />
    </Form>
  );
}
