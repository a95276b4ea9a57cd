import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { Form } from '../request/form.tsx';
import { useMe } from '../session/me.ts';
import { getHouseRules, setHouseRules } from './doors.ts';

/** S8: what we accept at a client's table and what not, at hand where somebody stands before it; a lead words them. */
export function HouseRules(): ReactNode {
  const t = useT();
  const { member } = useMe();
  const { data, error, refetch } = useQuery({ queryKey: ['house-rules'], queryFn: () => getHouseRules({}) });
  const [draft, setDraft] = useState<string | null>(null);
  if (draft !== null)
    return (
      <Form
        act={async () => {
          await setHouseRules({ body: { text: draft } });
          await refetch();
          setDraft(null);
        }}
      >
        <Area
          label={t('desk-visits.house-rules')}
          hint={t('desk-visits.house-rules-hint')}
          rows={12}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
      </Form>
    );
  return (
    <div className="grid gap-3">
      <ProblemNotice problem={error} />
      <p className="whitespace-pre-line">{data?.text}</p>
      {data && member.role !== 'agent' ? (
        <p>
          <Button onClick={() => setDraft(data.text)}>{t('desk-visits.change')}</Button>
        </p>
      ) : null}
    </div>
  );
}
