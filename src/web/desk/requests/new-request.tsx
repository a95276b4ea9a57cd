import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Choice, Field } from '../../ui/light/fields.tsx';
import { useDraft } from '../../ui/light/use-draft.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ClientPicker } from '../clients/client-picker.tsx';
import { createRequest, getClient } from '../doors.ts';
import { Form } from '../request/form.tsx';

/** A request told by telephone or in person, written down as it was said (C4). */
export function NewRequest({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [clientId, setClientId] = useState('');
  const { data: client } = useQuery({
    queryKey: ['client', clientId],
    queryFn: () => getClient({ params: { id: clientId } }),
    enabled: clientId !== '',
  });
  const [contactId, setContactId] = useState('');
  const [subject, setSubject, subjectDone] = useDraft('new-request-subject');
  const [body, setBody, bodyDone] = useDraft('new-request');
  return (
    <SidePanel title={t('desk-work.new-request')} onClose={onClose}>
      <Form
        act={async () => {
          const made = await createRequest({ body: { subject, body, clientId, contactId, channel: 'call' } });
          subjectDone();
          bodyDone();
          await navigate({ to: '/requests/$id', params: { id: made.id } });
        }}
      >
        <ClientPicker value={clientId} onChange={setClientId} />
        <Choice
          label={t('desk-work.contact')}
          value={contactId}
          required
          onChange={(event) => setContactId(event.target.value)}
        >
          <option value="" />
          {client?.contacts.map((c) => (
            <option key={c.id} value={c.id}>
              {c.name}
            </option>
          ))}
        </Choice>
        <Field
          label={t('desk-work.subject')}
          value={subject}
          required
          onChange={(event) => setSubject(event.target.value)}
        />
        <Area
          label={t('desk-work.their-words')}
          value={body}
          required
          onChange={(event) => setBody(event.target.value)}
        />
      </Form>
    </SidePanel>
  );
}
