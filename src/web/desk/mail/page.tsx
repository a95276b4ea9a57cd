import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Empty, Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { getMailboxes, listKeptAside, listTroubledOutbox, retryMail, settleOutbox } from '../doors.ts';
import { useAgain } from '../request/request.ts';

/** Mail that needs a person: kept aside, not delivered, unknown. Nothing of it is lost. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const again = useAgain();
  const aside = useQuery({ queryKey: ['kept-aside'], queryFn: () => listKeptAside({}) });
  const outbox = useQuery({ queryKey: ['outbox'], queryFn: () => listTroubledOutbox({}) });
  const boxes = useQuery({ queryKey: ['mailboxes'], queryFn: () => getMailboxes({}) });
  const retry = useAction(async (id: string) => {
    await retryMail({ params: { id } });
    await again();
  });
  const settle = useAction(async (id: string, as: 'sent' | 'send-again' | 'given-up') => {
    await settleOutbox({ params: { id }, body: { as } });
    await again();
  });
  return (
    <div className="grid max-w-4xl gap-5">
      <h1 className="text-xl font-semibold">{t('desk-work.mail')}</h1>
      {boxes.data && !boxes.data.smtp ? <Notice tone="warn">{t('desk-work.no-smtp')}</Notice> : null}
      <ul className="grid gap-1">
        {boxes.data?.items.map((b) => (
          <li key={b.id}>
            {b.address} · {b.state} {b.error ? <span className="text-red">{b.error}</span> : null}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={aside.error ?? outbox.error ?? retry.problem ?? settle.problem} />
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('desk-work.kept-aside')}</h2>
        {aside.data?.items.length === 0 ? <Empty>{t('desk-work.kept-aside-empty')}</Empty> : null}
        <ul className="grid gap-1">
          {aside.data?.items.map((m) => (
            <li key={m.id} className="grid gap-1 rounded-md border border-line p-2">
              <p>
                {m.subject ?? '–'} · {m.from ?? '?'} · {format.when(m.receivedAt)}
              </p>
              <p className="text-amber">{m.reason}</p>
              <p className="flex gap-2">
                <Button busy={retry.busy} onClick={() => void retry.run(m.id)}>
                  {t('desk-work.retry')}
                </Button>
                <a className="self-center text-accent underline" href={`/api/mail/${m.id}/raw`} download>
                  {t('desk-work.raw')}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('desk-work.outbox')}</h2>
        {outbox.data?.items.length === 0 ? <Empty>{t('desk-work.outbox-empty')}</Empty> : null}
        <ul className="grid gap-1">
          {outbox.data?.items.map((o) => (
            <li key={o.id} className="grid gap-1 rounded-md border border-line p-2">
              <p>
                {o.recipient} · {o.ref ?? ''} {o.subject ?? ''} · {t(`desk-work.delivery.${o.state as 'queued'}`)} ·{' '}
                {format.when(o.createdAt)}
              </p>
              {o.error ? <p className="text-muted">{o.error}</p> : null}
              {o.state === 'unknown' || o.state === 'failed' || o.state === 'bounced' ? (
                <p className="flex gap-2">
                  <Button busy={settle.busy} onClick={() => void settle.run(o.id, 'sent')}>
                    {t('desk-work.it-arrived')}
                  </Button>
                  <Button busy={settle.busy} onClick={() => void settle.run(o.id, 'send-again')}>
                    {t('desk-work.send-again')}
                  </Button>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
