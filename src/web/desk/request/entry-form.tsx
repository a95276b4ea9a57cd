import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Choice, Field, Tick } from '../../ui/light/fields.tsx';
import { useDraft } from '../../ui/light/use-draft.ts';
import { addEntry, answerQuestion, changeEntry } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

const KINDS = ['interest', 'condition', 'fact', 'already-has', 'question'] as const;
type Source = { messageId: string; quote: string; start: number; end: number };

/** L1: their own words on the ledger. A condition can carry what can be compared: at most how much money (L5). */
export function EntryForm({ page, done, source }: FormProps & { source?: Source | undefined }): ReactNode {
  const t = useT();
  const [kind, setKind] = useState<(typeof KINDS)[number]>(
    page.entries.some((e) => e.kind === 'interest') ? 'condition' : 'interest',
  );
  const [text, setText, clear] = useDraft(`entry:${page.id}`, source?.quote ?? '');
  const [free, setFree] = useState(false);
  const [standing, setStanding] = useState(false);
  const quoted = source && source.quote !== '' ? source : null;
  return (
    <Form
      act={async () => {
        const value =
          kind === 'condition' && free ? ({ kind: 'money', max: { minor: 0, currency: 'EUR' } } as const) : null;
        await addEntry({ params: { id: page.id }, body: { kind, text, value, source: quoted, standing } });
        clear();
        await done();
      }}
    >
      <Choice
        label={t('desk-work.entry-kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as (typeof KINDS)[number])}
      >
        {KINDS.map((k) => (
          <option key={k} value={k}>
            {t(`shared.entry.${k}`)}
          </option>
        ))}
      </Choice>
      <Field
        label={t('desk-work.their-words')}
        hint={quoted ? `“${quoted.quote}”` : undefined}
        value={text}
        required
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      {kind === 'condition' ? (
        <Tick label={t('desk-work.zero-cost')} checked={free} onChange={(event) => setFree(event.target.checked)} />
      ) : null}
      {kind === 'condition' || kind === 'already-has' ? (
        <Tick
          label={t('desk-work.standing')}
          checked={standing}
          onChange={(event) => setStanding(event.target.checked)}
        />
      ) : null}
    </Form>
  );
}

export function AnswerForm({
  page,
  done,
  entryId,
  question,
}: FormProps & { entryId: string; question: string }): ReactNode {
  const [text, setText] = useState('');
  return (
    <Form
      act={async () => {
        await answerQuestion({ params: { id: page.id, entryId }, body: { answer: text } });
        await done();
      }}
    >
      <Field label={question} value={text} required maxLength={500} onChange={(event) => setText(event.target.value)} />
    </Form>
  );
}

export function CorrectForm({
  page,
  done,
  entryId,
  text: before,
}: FormProps & { entryId: string; text: string }): ReactNode {
  const t = useT();
  const [text, setText] = useState(before);
  return (
    <Form
      act={async () => {
        await changeEntry({ params: { id: page.id, entryId }, body: { text } });
        await done();
      }}
    >
      <Field
        label={t('desk-work.their-words')}
        value={text}
        required
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
    </Form>
  );
}
