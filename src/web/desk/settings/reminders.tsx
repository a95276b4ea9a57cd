import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Tick } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { getReminderSetting, setReminders } from '../doors.ts';

/** P5: whether the product itself reminds clients; off until somebody switches it on. */
export function Reminders(): ReactNode {
  const t = useT();
  const { data, refetch } = useQuery({ queryKey: ['reminder-setting'], queryFn: () => getReminderSetting({}) });
  const set = useAction(async (automatic: boolean) => {
    await setReminders({ body: { automatic } });
    await refetch();
  });
  return (
    <section className="grid gap-2">
      <Tick
        label={t('desk-people.reminders')}
        checked={data?.automatic ?? false}
        disabled={!data || set.busy}
        onChange={(event) => void set.run(event.target.checked)}
      />
      <ProblemNotice problem={set.problem} />
    </section>
  );
}
