import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';
import { ClientPicker } from '../clients/client-picker.tsx';
import { createContact, getClient, setParties } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** Unknown – who is it? A client, and one of their people or a new one. */
export function PartiesForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [clientId, setClientId] = useState(page.client?.id ?? '');
  const { data: client } = useQuery({
    queryKey: ['client', clientId],
    queryFn: () => getClient({ params: { id: clientId } }),
    enabled: clientId !== '',
  });
  const [contactId, setContactId] = useState('');
  const first = page.messages.find((m) => m.direction === 'in');
  const [name, setName] = useState(first?.authorName ?? '');
  const [email, setEmail] = useState('');
  return (
    <Form
      act={async () => {
        const id =
          contactId ||
          (
            await createContact({
              params: { id: clientId },
              body: { name, email, lang: client?.lang ?? 'en', roleText: null, may: 'talk' },
            })
          ).id;
        await setParties({ params: { id: page.id }, body: { clientId, contactId: id } });
        await done();
      }}
    >
      <ClientPicker value={clientId} onChange={setClientId} known={page.client} />
      <Choice label={t('desk-work.contact')} value={contactId} onChange={(event) => setContactId(event.target.value)}>
        <option value="">{t('desk-work.new-contact')}</option>
        {client?.contacts.map((c) => (
          <option key={c.id} value={c.id}>
            {c.name} · {c.email}
          </option>
        ))}
      </Choice>
      {contactId ? null : (
        <>
          <Field label={t('desk-work.name')} value={name} required onChange={(event) => setName(event.target.value)} />
          <Field
            label={t('desk-work.email')}
            type="email"
            value={email}
            required
            onChange={(event) => setEmail(event.target.value)}
          />
        </>
      )}
    </Form>
  );
}
