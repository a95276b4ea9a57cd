import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useDraft } from '../../ui/light/use-draft.ts';
import { getInvitation, inviteToTalk } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** T6: “can we talk about it?” – ready in the client's language, to be changed before it goes. */
export function InviteForm(props: FormProps): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['invitation', props.page.id],
    queryFn: () => getInvitation({ params: { id: props.page.id } }),
  });
  return data ? <Ready {...props} ready={data} /> : <ProblemNotice problem={error} />;
}

function Ready({ page, done, ready }: FormProps & { ready: { subject: string; body: string; to: string } }): ReactNode {
  const t = useT();
  const [subject, setSubject, subjectDone] = useDraft(`invite-subject:${page.id}`, ready.subject);
  const [body, setBody, bodyDone] = useDraft(`invite:${page.id}`, ready.body);
  return (
    <Form
      send={t('desk-work.send-invitation')}
      act={async (anyway) => {
        await inviteToTalk({ params: { id: page.id }, body: { subject, body, ...anyway } });
        subjectDone();
        bodyDone();
        await done();
      }}
    >
      <p className="text-muted">{t('desk-work.invite-hint', { name: ready.to })}</p>
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
        rows={14}
        onChange={(event) => setBody(event.target.value)}
      />
    </Form>
  );
}
