import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { answerApproval, listApprovals } from '../doors.ts';
import { useAgain } from '../request/request.ts';

type Approval = Awaited<ReturnType<typeof listApprovals>>['ofMe'][number];

/** T15: what waits for my word before it may leave. */
export function Approvals(): ReactNode {
  const t = useT();
  const { data } = useQuery({ queryKey: ['approvals'], queryFn: () => listApprovals({}) });
  if (!data || data.ofMe.length === 0) return null;
  return (
    <section className="grid gap-2" aria-label={t('desk-work.approvals')}>
      <h2 className="font-semibold">{t('desk-work.approvals')}</h2>
      {data.ofMe.map((a) => (
        <One key={a.id} approval={a} />
      ))}
    </section>
  );
}

function One({ approval: a }: { approval: Approval }): ReactNode {
  const t = useT();
  const format = useFormat();
  const again = useAgain();
  const [words, setWords] = useState('');
  const say = useAction(async (answer: 'approved' | 'refused') => {
    await answerApproval({ params: { id: a.id }, body: { answer, words } });
    await again();
  });
  return (
    <article className="grid gap-2 rounded-md border border-amber bg-amber-soft p-3">
      <p>
        <Link to="/requests/$id" params={{ id: a.requestId }} className="font-medium underline">
          {a.ref}
        </Link>{' '}
        {a.clientName ? `· ${a.clientName}` : ''} · {t('desk-work.asks', { name: a.askedByName })}
      </p>
      <p className="line-clamp-4 wrap-anywhere whitespace-pre-line">{a.text}</p>
      <p className="text-muted">
        {t('shared.hours', { n: a.hours })} {a.due ? `· ${format.when(a.due)}` : ''} · {a.why}
      </p>
      <Field label={t('desk-work.approval-words')} value={words} onChange={(event) => setWords(event.target.value)} />
      <ProblemNotice problem={say.problem} />
      <p className="flex gap-2">
        <Button kind="primary" busy={say.busy} onClick={() => void say.run('approved')}>
          {t('desk-work.approve')}
        </Button>
        <Button busy={say.busy} onClick={() => void say.run('refused')}>
          {t('desk-work.refuse')}
        </Button>
      </p>
    </article>
  );
}
