import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { MessageForm, Words } from '../visits/message-form.tsx';
import { getStandInLetter, sendStandInLetter } from './doors.ts';
import type { Passed } from './pass-on.tsx';

type Letter = Passed['letters'][number];

/** S6: the clients are told – each message ready, none sent before it was read. */
export function Letters({ letters }: { letters: readonly Letter[] }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState<Letter | null>(null);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const waiting = letters.filter((l) => !sent.has(l.id));
  const done = (id: string): void => {
    setSent(new Set([...sent, id]));
    setOpen(null);
  };
  if (waiting.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-md border border-accent bg-accent-soft p-3">
      <h2 className="font-semibold">{t('desk-absence.letters')}</h2>
      <p>{t('desk-absence.letters-hint')}</p>
      <ul className="grid gap-1">
        {waiting.map((l) => (
          <li key={l.id} className="flex flex-wrap items-center gap-2">
            <span className="mr-auto">
              {l.clientName} · {l.text}
            </span>
            <Button aria-label={`${t('desk-absence.write')}: ${l.text}`} onClick={() => setOpen(l)}>
              {t('desk-absence.write')}
            </Button>
          </li>
        ))}
      </ul>
      {open ? (
        <SidePanel title={open.text} onClose={() => setOpen(null)} wide>
          {open.kind === 'visit' ? (
            <MessageForm visitId={open.id} about={open.about} done={() => done(open.id)} onSkip={() => setOpen(null)} />
          ) : (
            <StandIn requestId={open.id} done={() => done(open.id)} />
          )}
        </SidePanel>
      ) : null}
    </section>
  );
}

function StandIn({ requestId, done }: { requestId: string; done: () => void }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['stand-in-letter', requestId],
    queryFn: () => getStandInLetter({ params: { id: requestId } }),
    gcTime: 0,
  });
  if (!data) return <ProblemNotice problem={error} />;
  const send = async (body: { subject: string; body: string; sendAnyway?: { reason: string } }): Promise<void> => {
    await sendStandInLetter({ params: { id: requestId }, body });
  };
  return <Words ready={{ ...data, calendar: false }} send={send} done={done} />;
}
