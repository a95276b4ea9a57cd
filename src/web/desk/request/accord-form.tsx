import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { Empty, Notice } from '../../ui/light/notice.tsx';
import { askAccordApproval, listMembers, signAccord } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** P4, T15: sign the exact text for our side; beyond one's authority a named colleague approves first. */
export function AccordForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const accord = page.accords.findLast((a) => a.state === 'drawn-up' || a.state === 'half-signed');
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const [name, setName] = useState('');
  const [ticked, setTicked] = useState(false);
  const [over, setOver] = useState(false);
  const [approver, setApprover] = useState('');
  const [asked, setAsked] = useState(false);
  if (!accord) return <Empty>{t('desk-work.no-accord')}</Empty>;
  return (
    <div className="grid gap-4">
      <div className="rounded-md bg-panel p-3 wrap-anywhere whitespace-pre-line" lang={accord.lang}>
        {accord.text}
      </div>
      <Form
        send={t('desk-work.sign')}
        act={async () => {
          try {
            await signAccord({
              params: { id: accord.id },
              body: { fingerprint: accord.fingerprint, typedName: name, understood: true },
            });
          } catch (error) {
            if (error instanceof ApiProblem && error.code === 'over-authority') setOver(true);
            throw error;
          }
          await done();
        }}
      >
        <Field
          label={t('desk-work.your-name')}
          value={name}
          required
          onChange={(event) => setName(event.target.value)}
        />
        <Tick
          label={t('desk-work.read-and-accept')}
          required
          checked={ticked}
          onChange={(event) => setTicked(event.target.checked)}
        />
      </Form>
      {over && !asked ? (
        <Form
          send={t('desk-work.ask-approval')}
          act={async () => {
            await askAccordApproval({
              params: { id: accord.id },
              body: { approver, why: t('desk-work.over-my-authority') },
            });
            setAsked(true);
          }}
        >
          <Choice
            label={t('desk-work.approver')}
            value={approver}
            required
            onChange={(event) => setApprover(event.target.value)}
          >
            <option value="" />
            {data?.items
              .filter((m) => m.active)
              .map((m) => (
                <option key={m.id} value={m.id}>
                  {m.name}
                </option>
              ))}
          </Choice>
        </Form>
      ) : null}
      {asked ? <Notice tone="good">{t('desk-work.approval-asked')}</Notice> : null}
    </div>
  );
}
