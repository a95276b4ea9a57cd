import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { getClosingDraft, sendClosing, waiveClosing } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

type Draft = Awaited<ReturnType<typeof getClosingDraft>>;

/** C2: solved is not closed. Four things are said; the client's word, or a stated time, closes. */
export function ClosingForm(props: FormProps): ReactNode {
  const { data, error } = useQuery({
    queryKey: ['closing-draft', props.page.id, props.page.version],
    queryFn: () => getClosingDraft({ params: { id: props.page.id } }),
  });
  return data ? <Words {...props} draft={data} /> : <ProblemNotice problem={error} />;
}

function Words({ page, done, draft }: FormProps & { draft: Draft }): ReactNode {
  const t = useT();
  const [words, setWords] = useState({
    asked: draft.asked,
    done: draft.done,
    kept: draft.kept,
    comesBack: draft.comesBack,
  });
  const field = (name: keyof typeof words, label: string): ReactNode => (
    <Area
      label={label}
      value={words[name]}
      required
      rows={3}
      onChange={(event) => setWords({ ...words, [name]: event.target.value })}
    />
  );
  return (
    <Form
      send={t('desk-work.send-closing')}
      act={async (anyway) => {
        await sendClosing({ params: { id: page.id }, body: { ...words, ...anyway } });
        await done();
      }}
    >
      {draft.openPromises > 0 ? (
        <Notice tone="warn">{t('desk-work.promises-open', { n: draft.openPromises })}</Notice>
      ) : null}
      {field('asked', t('desk-work.closing-asked'))}
      {field('done', t('desk-work.closing-done'))}
      {field('kept', t('desk-work.closing-kept'))}
      {field('comesBack', t('desk-work.closing-comes-back'))}
    </Form>
  );
}

export function WaiveForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const [why, setWhy] = useState('');
  return (
    <Form
      act={async () => {
        await waiveClosing({ params: { id: page.id }, body: { why } });
        await done();
      }}
    >
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
