import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { PROMISE_KINDS, type PromiseKind } from '../../../domain/promises/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { changeMember, invite, listMembers, withdrawInvitation } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { Reminders } from './reminders.tsx';
import { useMe } from '../session/me.ts';

type Member = Awaited<ReturnType<typeof listMembers>>['items'][number];
const ROLES = ['agent', 'lead', 'owner'] as const;

/** People of our side, what each may promise alone (T15), invitations by link. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const owner = useMe().member.role === 'owner';
  const { data, error, refetch } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const [editing, setEditing] = useState<Member | null>(null);
  const withdraw = useAction(async (id: string) => {
    await withdrawInvitation({ params: { id } });
    await refetch();
  });
  return (
    <div className="grid max-w-4xl gap-5">
      <h1 className="text-xl font-semibold">{t('desk-work.settings')}</h1>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <Link to="/settings/coach" className="text-accent underline">
          {t('desk-coach.to-settings')}
        </Link>
        <Link to="/settings/standard" className="text-accent underline">
          {t('desk-standard.title')}
        </Link>
        <Link to="/settings/listening" className="text-accent underline">
          {t('desk-standard.listening')}
        </Link>
        {owner ? (
          <Link to="/settings/mailboxes" className="text-accent underline">
            {t('desk-mailboxes.to-settings')}
          </Link>
        ) : null}
      </p>
      <Reminders />
      <ProblemNotice problem={error ?? withdraw.problem} />
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('desk-work.people')}</h2>
        <ul className="grid gap-1">
          {data?.items.map((m) => (
            <li
              key={m.id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line p-2"
            >
              <span>
                <strong>{m.name}</strong> · {m.email} · {t(`desk-work.role.${m.role}`)}
                <span className="block text-muted">
                  {t('desk-work.may-promise', { hours: m.authority.hours, money: m.authority.moneyMinor / 100 })}
                </span>
              </span>
              <span className="flex flex-wrap items-center gap-3">
                <Link to="/settings/away/$id" params={{ id: m.id }} className="text-accent underline">
                  {t('desk-absence.away')}
                  <span className="sr-only">: {m.name}</span>
                </Link>
                <Button onClick={() => setEditing(m)}>{t('desk-work.change')}</Button>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Invite again={async () => void (await refetch())} />
      <ul className="grid gap-1">
        {data?.invitations.map((i) => (
          <li key={i.id}>
            {i.email} · {t(`desk-work.role.${i.role}`)} ·{' '}
            {t('desk-work.valid-until', { date: format.date(i.expiresAt) })}{' '}
            <Button kind="quiet" busy={withdraw.busy} onClick={() => void withdraw.run(i.id)}>
              {t('desk-work.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      {editing ? (
        <SidePanel title={editing.name} onClose={() => setEditing(null)}>
          <MemberForm
            member={editing}
            done={async () => {
              setEditing(null);
              await refetch();
            }}
          />
        </SidePanel>
      ) : null}
    </div>
  );
}

function Invite({ again }: { again: () => Promise<void> }): ReactNode {
  const t = useT();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('agent');
  const [link, setLink] = useState<string | null>(null);
  return (
    <section className="grid max-w-md gap-2">
      <h2 className="font-semibold">{t('desk-work.invite')}</h2>
      <Form
        send={t('desk-work.make-link')}
        act={async () => {
          const made = await invite({ body: { email, role } });
          setLink(made.link);
          await again();
        }}
      >
        <Field
          label={t('desk-work.email')}
          type="email"
          value={email}
          required
          onChange={(event) => setEmail(event.target.value)}
        />
        <Choice
          label={t('desk-work.role-label')}
          value={role}
          onChange={(event) => setRole(event.target.value as 'agent')}
        >
          {ROLES.map((r) => (
            <option key={r} value={r}>
              {t(`desk-work.role.${r}`)}
            </option>
          ))}
        </Choice>
      </Form>
      {link ? (
        <Notice tone="good">
          <p>{t('desk-work.link-hint')}</p>
          <p className="break-all" data-invitation="">
            {link}
          </p>
        </Notice>
      ) : null}
    </section>
  );
}

function MemberForm({ member, done }: { member: Member; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [role, setRole] = useState(member.role);
  const [hours, setHours] = useState(String(member.authority.hours));
  const [money, setMoney] = useState(String(member.authority.moneyMinor / 100));
  const [kinds, setKinds] = useState<PromiseKind[]>(member.authority.kinds);
  return (
    <Form
      act={async () => {
        const authority = { hours: Number(hours) || 0, moneyMinor: Math.round(Number(money) * 100) || 0, kinds };
        await changeMember({ params: { id: member.id }, body: { role, authority } });
        await done();
      }}
    >
      <Choice
        label={t('desk-work.role-label')}
        value={role}
        onChange={(event) => setRole(event.target.value as 'agent')}
      >
        {ROLES.map((r) => (
          <option key={r} value={r}>
            {t(`desk-work.role.${r}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={t('desk-work.max-hours')}
        type="number"
        min={0}
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
      <Field
        label={t('desk-work.max-money')}
        type="number"
        min={0}
        step="0.01"
        value={money}
        onChange={(event) => setMoney(event.target.value)}
      />
      <fieldset className="grid gap-1">
        <legend className="font-medium">{t('desk-work.may-kinds')}</legend>
        {PROMISE_KINDS.map((k) => (
          <Tick
            key={k}
            label={t(`desk-work.kind.${k}`)}
            checked={kinds.includes(k)}
            onChange={(event) => setKinds(event.target.checked ? [...kinds, k] : kinds.filter((x) => x !== k))}
          />
        ))}
      </fieldset>
    </Form>
  );
}
