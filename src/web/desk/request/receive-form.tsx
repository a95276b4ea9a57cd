import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { answerBack, askBack, receiveHandover } from '../doors.ts';
import { Form } from './form.tsx';

type Props = { id: string; again: () => Promise<void> };

/** P7: said back in own words; the page shows what was handed over just above, so that nothing has to be remembered. */
export function Receive({ id, again }: Props): ReactNode {
  const t = useT();
  const [restated, setRestated] = useState('');
  return (
    <Form
      send={t('desk-people.receive')}
      act={async () => {
        await receiveHandover({ params: { id }, body: { restated } });
        await again();
      }}
    >
      <Area
        label={t('desk-people.restate')}
        value={restated}
        required
        rows={3}
        onChange={(event) => setRestated(event.target.value)}
      />
    </Form>
  );
}

export function AskBack({ id, of, again }: Props & { of: string }): ReactNode {
  const t = useT();
  const [question, setQuestion] = useState('');
  return (
    <details>
      <summary className="text-muted">{t('desk-people.ask-back')}</summary>
      <Form
        send={t('desk-people.ask-back-send', { name: of })}
        act={async () => {
          await askBack({ params: { id }, body: { question } });
          setQuestion('');
          await again();
        }}
      >
        <Field
          label={t('desk-people.ask-back')}
          hideLabel
          value={question}
          required
          minLength={3}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </Form>
    </details>
  );
}

export function AnswerBack({ id, again }: Props): ReactNode {
  const t = useT();
  const [answer, setAnswer] = useState('');
  return (
    <Form
      send={t('desk-people.answer-back-send')}
      act={async () => {
        await answerBack({ params: { id }, body: { answer } });
        await again();
      }}
    >
      <Field
        label={t('desk-people.answer-back')}
        value={answer}
        required
        minLength={3}
        onChange={(event) => setAnswer(event.target.value)}
      />
    </Form>
  );
}
