import { type ReactNode, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { DateTimeField } from '../../ui/light/date-time-field.tsx';
import { morning } from '../../ui/light/morning.ts';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { useNow } from '../../ui/light/use-now.ts';

type Props = { what: string; act: (until: string) => Promise<unknown> };

/** Until when it stays out of sight: three usual answers, or any date. */
export function SnoozeForm({ what, act }: Props): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const [own, setOwn] = useState<string | null>(null);
  const put = useAction(act);
  const untilMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const choices = [
    ['tomorrow', morning(now, 1)],
    ['monday', morning(now, untilMonday)],
    ['week', morning(now, 7)],
  ] as const;
  return (
    <div className="grid gap-4">
      <p>{what}</p>
      <div className="grid gap-2">
        {choices.map(([name, at]) => (
          <Button key={name} busy={put.busy} onClick={() => void put.run(at)}>
            {t(`desk-list.until.${name}`)} · {format.when(at)}
          </Button>
        ))}
      </div>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (own) void put.run(own);
        }}
      >
        <DateTimeField label={t('desk-list.until.date')} value={own} required onChange={setOwn} />
        <Button type="submit" busy={put.busy}>
          {t('desk-list.snooze')}
        </Button>
      </form>
      <ProblemNotice problem={put.problem} />
    </div>
  );
}
