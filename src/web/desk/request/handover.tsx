import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Handover as Offered } from '../../../contract/handover.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { type Command, useCommands } from '../../ui/commands.ts';
import { Button } from '../../ui/light/button.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { getHandover, withdrawHandover } from '../doors.ts';
import { useMe } from '../session/me.ts';
import type { Act } from './act-panel.tsx';
import { Carries } from './handover-form.tsx';
import { AnswerBack, AskBack, Receive } from './receive-form.tsx';
import type { Seen } from './request.ts';

const useHandover = (id: string) =>
  useQuery({ queryKey: ['handover', id], queryFn: () => getHandover({ params: { id } }) });

/** P7: a handover on its way – for the receiver to say back, for the giver to answer – and, once accepted, the word to the client. */
export function Handover({ page, again, onAct }: Seen & { onAct: (act: Act) => void }): ReactNode {
  const t = useT();
  const me = useMe().member.id;
  const { data } = useHandover(page.id);
  const open = page.phase !== 'closed' && data?.latest?.state !== 'offered';
  const commands = useMemo<readonly Command[]>(
    () =>
      open
        ? [
            {
              id: 'handover',
              label: t('desk-people.handover'),
              keys: 'h',
              group: 'act',
              run: () => onAct({ kind: 'handover' }),
            },
          ]
        : [],
    [open, onAct, t],
  );
  useCommands(commands);
  const latest = data?.latest;
  if (!latest || page.phase === 'closed') return null;
  if (latest.state === 'accepted') {
    if (latest.told || !data.letter) return null;
    return (
      <Notice tone="warn">
        <p>
          {t('desk-people.handover-accepted', { name: latest.toName })}. {t('desk-people.client-not-told')}{' '}
          <Button onClick={() => onAct({ kind: 'tell-handover' })}>
            {t('desk-people.tell-client', { name: data.letter.to })}
          </Button>
        </p>
      </Notice>
    );
  }
  return <Waiting offered={latest} me={me} again={again} />;
}

function Waiting({ offered, me, again }: { offered: Offered; me: string; again: () => Promise<void> }): ReactNode {
  const t = useT();
  const format = useFormat();
  const back = useAction(async () => {
    await withdrawHandover({ params: { id: offered.id }, body: {} });
    await again();
  });
  const mine = offered.toId === me;
  const asked = offered.asked.some((a) => a.answer === null);
  return (
    <Notice tone={offered.severity === 'critical' ? 'bad' : 'warn'}>
      <div className="grid gap-3">
        <h2 className="font-semibold">
          {mine
            ? t('desk-people.handed-to-you', { name: offered.fromName })
            : t('desk-people.handed-to', { name: offered.toName })}
          <span className="font-normal text-muted"> · {format.when(offered.at)}</span>
        </h2>
        <p className="font-medium">
          {t('desk-people.handover-serious', {
            severity: t(`desk-people.severity.${offered.severity}`),
            mood: t(`desk-people.mood.${offered.mood}`),
          })}
        </p>
        <p className="wrap-anywhere whitespace-pre-line">{offered.summary}</p>
        <Carries carried={offered.carried} promises />
        {offered.ifThen.length > 0 ? (
          <ul className="list-disc pl-5">
            {offered.ifThen.map((x) => (
              <li key={x.when}>{t('desk-people.if-then-line', x)}</li>
            ))}
          </ul>
        ) : null}
        {offered.asked.map((a) => (
          <p key={a.question}>
            {t('desk-people.asked-line', { question: a.question })}
            {a.answer === null ? null : (
              <span className="block">{t('desk-people.answered-line', { answer: a.answer })}</span>
            )}
          </p>
        ))}
        {mine ? <Receive id={offered.id} again={again} /> : null}
        {mine && !asked ? <AskBack id={offered.id} of={offered.fromName} again={again} /> : null}
        {offered.fromId === me && asked ? <AnswerBack id={offered.id} again={again} /> : null}
        {offered.fromId === me ? (
          <p>
            <Button kind="quiet" busy={back.busy} onClick={() => void back.run()}>
              {t('desk-people.handover-withdraw')}
            </Button>
          </p>
        ) : null}
        <ProblemNotice problem={back.problem} />
      </div>
    </Notice>
  );
}
