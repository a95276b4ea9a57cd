import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { MailboxAccount } from '../../../contract/mailboxes.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field } from '../../ui/light/fields.tsx';
import { Empty, Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { listMailboxAccounts, removeMailbox, setAuthserv, tryMailbox } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { MailboxForm } from './mailbox-form.tsx';

type Tried = Awaited<ReturnType<typeof tryMailbox>>;

/** The mailboxes of the desk: how they are, how to get in, whether it works. Owners only. */
export function Page(): ReactNode {
  const t = useT();
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox-accounts'],
    queryFn: () => listMailboxAccounts({}),
    refetchInterval: 10_000,
  });
  const [editing, setEditing] = useState<MailboxAccount | 'new' | null>(null);
  const again = async (): Promise<void> => {
    setEditing(null);
    await refetch();
  };
  return (
    <div className="grid max-w-4xl gap-5">
      <p>
        <Link to="/settings" className="text-accent underline">
          {t('desk-work.settings')}
        </Link>
      </p>
      <h1 className="text-xl font-semibold">{t('desk-mailboxes.title')}</h1>
      <p className="text-muted">{t('desk-mailboxes.hint')}</p>
      <ProblemNotice problem={error} />
      {data ? (
        <>
          <div className="text-muted">
            {data.environment.imap ? (
              <p>{t('desk-mailboxes.environment-in', { host: data.environment.imap })}</p>
            ) : null}
            <p>{t(data.environment.smtp ? 'desk-mailboxes.environment-out' : 'desk-mailboxes.no-environment-out')}</p>
          </div>
          {data.items.length === 0 ? <Empty>{t('desk-mailboxes.none')}</Empty> : null}
          <ul aria-label={t('desk-mailboxes.title')} className="grid gap-2">
            {data.items.map((box) => (
              <li key={box.id}>
                <Box box={box} edit={() => setEditing(box)} again={again} />
              </li>
            ))}
          </ul>
          <p>
            <Button kind="primary" onClick={() => setEditing('new')}>
              {t('desk-mailboxes.add')}
            </Button>
          </p>
          <Trust authservId={data.authservId} again={again} />
        </>
      ) : null}
      {editing ? (
        <SidePanel
          title={editing === 'new' ? t('desk-mailboxes.add') : t('desk-mailboxes.change', { address: editing.address })}
          onClose={() => setEditing(null)}
        >
          <MailboxForm box={editing === 'new' ? null : editing} done={again} />
        </SidePanel>
      ) : null}
    </div>
  );
}

function Box({ box, edit, again }: { box: MailboxAccount; edit: () => void; again: () => Promise<void> }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { address } = box;
  const [tried, setTried] = useState<Tried | null>(null);
  const [sure, setSure] = useState(false);
  const attempt = useAction(async () => setTried(await tryMailbox({ params: { id: box.id } })));
  const remove = useAction(async () => {
    await removeMailbox({ params: { id: box.id } });
    await again();
  });
  const state = box.reading ? (box.state as 'new') : 'resting';
  return (
    <article className="grid gap-2 rounded-md border border-line p-3">
      <h2 className="font-medium wrap-anywhere">
        {box.name} · {address}
      </h2>
      <p className={box.reading && box.error ? 'text-red' : 'text-muted'}>
        {t(`desk-mailboxes.state.${state}`)}
        {box.reading && box.stateAt ? ` ${t('desk-mailboxes.since', { when: format.when(box.stateAt) })}` : ''}
      </p>
      {box.reading && box.error ? <p className="wrap-anywhere">{box.error}</p> : null}
      <p className="flex flex-wrap gap-2">
        <Button onClick={edit} aria-label={`${t('desk-work.change')}: ${address}`}>
          {t('desk-work.change')}
        </Button>
        <Button
          busy={attempt.busy}
          onClick={() => void attempt.run()}
          aria-label={`${t('desk-mailboxes.try')}: ${address}`}
        >
          {t('desk-mailboxes.try')}
        </Button>
        <Button
          kind="quiet"
          busy={remove.busy}
          onClick={() => (sure ? void remove.run() : setSure(true))}
          aria-label={`${t(sure ? 'desk-mailboxes.remove-sure' : 'desk-mailboxes.remove')}: ${address}`}
        >
          {sure ? t('desk-mailboxes.remove-sure') : t('desk-mailboxes.remove')}
        </Button>
      </p>
      <div aria-live="polite" className="grid gap-1">
        {tried ? (
          <>
            <Outcome tried={tried.incoming} way="in" />
            {tried.outgoing ? <Outcome tried={tried.outgoing} way="out" /> : null}
          </>
        ) : null}
      </div>
      <ProblemNotice problem={attempt.problem ?? remove.problem} />
    </article>
  );
}

function Outcome({ tried, way }: { tried: Tried['incoming']; way: 'in' | 'out' }): ReactNode {
  const t = useT();
  return (
    <Notice tone={tried.ok ? 'good' : 'warn'}>
      {tried.ok ? t(`desk-mailboxes.works-${way}`) : t(`desk-mailboxes.fails-${way}`, { why: tried.error ?? '?' })}
    </Notice>
  );
}

function Trust({ authservId, again }: { authservId: string | null; again: () => Promise<void> }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(authservId ?? '');
  return (
    <div className="max-w-xl">
      <Form
        act={async () => {
          await setAuthserv({ body: { authservId: typed.trim() } });
          await again();
        }}
      >
        <Field
          label={t('desk-mailboxes.authserv')}
          hint={t('desk-mailboxes.authserv-hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Form>
    </div>
  );
}
