import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { VisitLetter } from '../../../contract/visits.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import type { Anyway } from '../request/anyway.tsx';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { getVisitMessage, sendVisitMessage } from './doors.ts';

type Props = { visitId: string; about: VisitLetter; done: () => void; onSkip: () => void };

/** The message to the client, ready in their language; a person reads it and sends it, or does not. */
export function MessageForm({ visitId, about, done, onSkip }: Props): ReactNode {
  const t = useT();
  const { data, error } = useQuery({
    queryKey: ['visit-message', visitId, about],
    queryFn: () => getVisitMessage({ params: { id: visitId }, query: { about } }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className="grid gap-3">
      <ProblemNotice problem={error} />
      {data ? (
        <Words
          key={about}
          ready={data}
          done={done}
          send={async (words) => {
            await sendVisitMessage({ params: { id: visitId }, body: { about, ...words } });
          }}
        />
      ) : null}
      <p>
        <Button kind="quiet" onClick={onSkip}>
          {t('desk-visits.not-now')}
        </Button>
      </p>
    </div>
  );
}

type Ready = Awaited<ReturnType<typeof getVisitMessage>>;
type Sent = { subject: string; body: string } & Anyway;

/** Ready words that a person may change before they leave. */
export function Words({
  ready,
  send,
  done,
}: {
  ready: Ready;
  send: (words: Sent) => Promise<void>;
  done: () => void;
}): ReactNode {
  const t = useT();
  const again = useAgain();
  const [subject, setSubject] = useState(ready.subject);
  const [body, setBody] = useState(ready.body);
  return (
    <Form
      send={t('desk-visits.send')}
      act={async (anyway) => {
        await send({ subject, body, ...anyway });
        await again();
        done();
      }}
    >
      <p className="text-muted">
        {t('desk-visits.goes-to', { name: ready.to })} {ready.calendar ? t('desk-visits.with-entry') : ''}
      </p>
      <Field
        label={t('desk-visits.subject')}
        value={subject}
        required
        onChange={(event) => setSubject(event.target.value)}
      />
      <Area
        label={t('desk-visits.words')}
        rows={12}
        value={body}
        required
        onChange={(event) => setBody(event.target.value)}
      />
    </Form>
  );
}
