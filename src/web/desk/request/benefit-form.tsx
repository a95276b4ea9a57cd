import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useDraft } from '../../ui/light/use-draft.ts';
import { getBenefitMessage, recordJustDoIt, sendBenefit } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** T12: they said “just do it”, by mail or telephone: kept in their words. */
export function JustDoItForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [words, setWords] = useState('');
  return (
    <Form
      act={async () => {
        await recordJustDoIt({ params: { id: page.id }, body: { words } });
        await done();
      }}
    >
      <Field
        label={t('desk-table.their-words')}
        value={words}
        required
        minLength={3}
        onChange={(event) => setWords(event.target.value)}
      />
    </Form>
  );
}

/** T12: what they gain by talking, ready in their language, to be changed before it goes. */
export function BenefitForm(props: FormProps): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['benefit', props.page.id],
    queryFn: () => getBenefitMessage({ params: { id: props.page.id } }),
  });
  return data ? <Ready {...props} ready={data} /> : <ProblemNotice problem={error} />;
}

function Ready({ page, done, ready }: FormProps & { ready: { subject: string; body: string; to: string } }): ReactNode {
  const t = useT();
  const [subject, setSubject, subjectDone] = useDraft(`benefit-subject:${page.id}`, ready.subject);
  const [body, setBody, bodyDone] = useDraft(`benefit:${page.id}`, ready.body);
  return (
    <Form
      send={t('desk-table.send-benefit')}
      act={async (anyway) => {
        await sendBenefit({ params: { id: page.id }, body: { subject, body, ...anyway } });
        subjectDone();
        bodyDone();
        await done();
      }}
    >
      <p className="text-muted">{t('desk-table.benefit-hint', { name: ready.to })}</p>
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
        rows={16}
        onChange={(event) => setBody(event.target.value)}
      />
    </Form>
  );
}
