import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ClientPage } from '../../../contract/clients.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Choice, Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { contactGone, getGoneLetter, getInheritance, sendGoneLetter } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';

type Contact = ClientPage['contacts'][number];
type Props = { contact: Contact; others: readonly Contact[]; done: () => Promise<void> };

/** S5: somebody left or died. First everything to them stops and a successor takes over; then words for the successor are ready. */
export function GoneForm(props: Props): ReactNode {
  const [marked, setMarked] = useState(props.contact.status !== 'active');
  return marked ? (
    <Words contact={props.contact} done={props.done} />
  ) : (
    <Mark {...props} onMarked={() => setMarked(true)} />
  );
}

function Mark({ contact, others, onMarked }: Props & { onMarked: () => void }): ReactNode {
  const t = useT();
  const again = useAgain();
  const [how, setHow] = useState<'left' | 'died'>('left');
  const [successor, setSuccessor] = useState('');
  const { data } = useQuery({
    queryKey: ['inheritance', contact.id],
    queryFn: () => getInheritance({ params: { id: contact.id } }),
  });
  const { name } = contact;
  return (
    <Form
      send={t('desk-people.gone-mark')}
      act={async () => {
        await contactGone({ params: { id: contact.id }, body: { how, successorId: successor || null } });
        onMarked();
        await again();
      }}
    >
      <p>{t('desk-people.gone-hint', { name })}</p>
      <Choice label={t('desk-people.gone-how')} value={how} onChange={(event) => setHow(event.target.value as 'left')}>
        {(['left', 'died'] as const).map((h) => (
          <option key={h} value={h}>
            {t(`desk-people.how.${h}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('desk-people.gone-successor')}
        value={successor}
        onChange={(event) => setSuccessor(event.target.value)}
      >
        <option value="">{t('desk-people.gone-nobody')}</option>
        {others
          .filter((c) => c.status === 'active' && c.id !== contact.id)
          .map((c) => (
            <option key={c.id} value={c.id}>
              {c.name}
            </option>
          ))}
      </Choice>
      {data ? <p className="text-muted">{t('desk-people.gone-goes-over', { ...data })}</p> : null}
    </Form>
  );
}

function Words({ contact, done }: { contact: Contact; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const { data, error, isPending } = useQuery({
    queryKey: ['gone-letter', contact.id],
    queryFn: () => getGoneLetter({ params: { id: contact.id } }),
  });
  if (isPending || error) return <ProblemNotice problem={error} />;
  if (!data) return <Notice>{t('desk-people.gone-no-words')}</Notice>;
  return <Letter id={contact.id} ready={data} done={done} />;
}

type Ready = NonNullable<Awaited<ReturnType<typeof getGoneLetter>>>;

function Letter({ id, ready, done }: { id: string; ready: Ready; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [subject, setSubject] = useState(ready.subject);
  const [body, setBody] = useState(ready.body);
  const { requestId } = ready;
  const fields = (
    <>
      <h3 className="font-medium">{t('desk-people.gone-words', { name: ready.to })}</h3>
      <Field
        label={t('desk-work.subject')}
        value={subject}
        required
        onChange={(event) => setSubject(event.target.value)}
      />
      <Area
        label={t('desk-work.body')}
        value={body}
        required
        rows={12}
        onChange={(event) => setBody(event.target.value)}
      />
    </>
  );
  if (!requestId)
    return (
      <div className="grid gap-3">
        {fields}
        <Notice>{t('desk-people.gone-words-nowhere', { name: ready.to })}</Notice>
      </div>
    );
  return (
    <Form
      send={t('desk-people.send-words')}
      act={async (anyway) => {
        await sendGoneLetter({ params: { id }, body: { requestId, subject, body, ...anyway } });
        await done();
      }}
    >
      {fields}
    </Form>
  );
}
