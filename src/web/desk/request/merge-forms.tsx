import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { Message } from '../../../contract/conversation.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';
import { listRequests, mergeRequests, splitRequest } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** The same thing twice: this one goes on in another request of the same client, found by its number or words. */
export function MergeForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState('');
  const [why, setWhy] = useState('');
  const q = useDeferredValue(typed.trim());
  const clientId = page.client?.id;
  const { data } = useQuery({
    queryKey: ['merge', clientId, q],
    queryFn: () => listRequests({ query: { clientId, q, phase: 'open', limit: 20 } }),
    enabled: clientId !== undefined,
  });
  const others = data?.items.filter((r) => r.id !== page.id) ?? [];
  return (
    <Form
      send={t('desk-list.merge')}
      act={async () => {
        const { id } = await mergeRequests({ params: { id: page.id }, body: { into, why } });
        await done();
        await navigate({ to: '/requests/$id', params: { id } });
      }}
    >
      <p>{t('desk-list.merge-hint', { ref: page.ref })}</p>
      <Field
        label={t('desk-work.search')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Choice label={t('desk-list.merge-into')} value={into} required onChange={(event) => setInto(event.target.value)}>
        <option value="" />
        {others.map((r) => (
          <option key={r.id} value={r.id}>
            {r.ref} · {r.subject}
          </option>
        ))}
      </Choice>
      <Field
        label={t('desk-work.why')}
        value={why}
        required
        minLength={3}
        onChange={(event) => setWhy(event.target.value)}
      />
    </Form>
  );
}

/** Something else in the same breath: this message becomes a request of its own, as old as it is. */
export function SplitForm({ page, done, message }: FormProps & { message: Message }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [subject, setSubject] = useState('');
  return (
    <Form
      send={t('desk-list.split')}
      act={async () => {
        const body = { messageIds: [message.id], subject };
        const { id } = await splitRequest({ params: { id: page.id }, body });
        await done();
        await navigate({ to: '/requests/$id', params: { id } });
      }}
    >
      <p className="text-muted">{t('desk-list.split-hint')}</p>
      <p className="line-clamp-6 wrap-anywhere whitespace-pre-line">{message.body}</p>
      <Field
        label={t('desk-list.split-subject')}
        value={subject}
        required
        onChange={(event) => setSubject(event.target.value)}
      />
    </Form>
  );
}
