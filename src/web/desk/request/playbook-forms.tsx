import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { PLAYBOOKS, type PlaybookCode } from '../../../domain/playbooks/playbooks.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Area, Choice } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { getPlaybookLetter, listPlaybooks, reply, startPlaybook } from '../doors.ts';
import type { FormProps } from './act-panel.tsx';
import { Form } from './form.tsx';

/** Which playbook begins: the team's own first, then the fourteen. */
export function StartPlaybookForm({ page, done }: FormProps): ReactNode {
  const t = useT();
  const { data } = useQuery({ queryKey: ['playbooks'], queryFn: () => listPlaybooks({}) });
  const [playbook, setPlaybook] = useState<string>(page.playbook.suggested?.code ?? '');
  const own = data?.items ?? [];
  return (
    <Form
      send={t('desk-playbooks.begin')}
      act={async () => {
        await startPlaybook({ params: { id: page.id }, body: { playbook } });
        await done();
      }}
    >
      <Choice
        label={t('desk-playbooks.which')}
        value={playbook}
        required
        onChange={(event) => setPlaybook(event.target.value)}
      >
        <option value="" />
        {own.map((p) => (
          <option key={p.id} value={p.id}>
            {p.name}
          </option>
        ))}
        {PLAYBOOKS.map((p) => (
          <option key={p.code} value={p.code}>
            {t(`desk-playbooks.name.${p.code}`)}
          </option>
        ))}
      </Choice>
      {playbook ? (
        <p className="text-muted">
          {own.find((p) => p.id === playbook)?.when ?? t(`desk-playbooks.when.${playbook as PlaybookCode}`)}
        </p>
      ) : null}
      <p>
        <Link to="/playbooks" className="text-accent underline">
          {t('desk-playbooks.title')}
        </Link>
      </p>
    </Form>
  );
}

/** The ready message of a step, to be made one's own before it goes. */
export function LetterForm(props: FormProps & { runId: string; step: string }): ReactNode {
  const { page, runId, step } = props;
  const { data, error } = useQuery({
    queryKey: ['playbook-letter', runId, step],
    queryFn: () => getPlaybookLetter({ params: { id: page.id, runId, step } }),
  });
  return data ? <Letter {...props} letter={data} /> : <ProblemNotice problem={error} />;
}

function Letter({ page, done, letter }: FormProps & { letter: { body: string; to: string } }): ReactNode {
  const t = useT();
  const [body, setBody] = useState(letter.body);
  return (
    <Form
      send={t('shared.send')}
      act={async (anyway) => {
        const words = { body, purpose: 'reply' as const, minutes: 0, attachmentIds: [], ...anyway };
        await reply({ params: { id: page.id }, body: words });
        await done();
      }}
    >
      <p className="text-muted">{t('desk-playbooks.letter-to', { name: letter.to })}</p>
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
