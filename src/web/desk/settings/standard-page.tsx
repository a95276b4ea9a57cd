import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Area } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { getServiceStandard, wordValue } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { useMe } from '../session/me.ts';

type Row = Awaited<ReturnType<typeof getServiceStandard>>['items'][number];

/** P10: what this team stands for, in its own words; the remarks of the coach lead here. */
export function Page(): ReactNode {
  const t = useT();
  const format = useFormat();
  const lead = useMe().member.role !== 'agent';
  const { data, error, refetch } = useQuery({ queryKey: ['standard'], queryFn: () => getServiceStandard({}) });
  const [editing, setEditing] = useState<Row | null>(null);
  const back = useAction(async (row: Row) => {
    await wordValue({ params: { value: row.value }, body: { words: null } });
    await refetch();
  });
  const there = data !== undefined;
  useEffect(() => {
    if (there && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [there]);
  return (
    <div className="grid max-w-3xl gap-5">
      <p className="no-print">
        <Link to="/settings" className="text-accent underline">
          {t('desk-work.settings')}
        </Link>
      </p>
      <h1 className="text-xl font-semibold">{t('desk-standard.title')}</h1>
      <p className="text-muted">{t('desk-standard.hint')}</p>
      <ProblemNotice problem={error ?? back.problem} />
      <ul className="grid gap-3">
        {data?.items.map((row) => (
          <li
            key={row.value}
            id={row.value}
            className="grid scroll-mt-16 gap-1 rounded-md border border-line p-3 target:border-accent target:bg-accent-soft"
          >
            <h2 className="font-semibold">{t(`desk-standard.value.${row.value}`)}</h2>
            <p className="wrap-anywhere whitespace-pre-line">{row.words ?? t(`desk-standard.words.${row.value}`)}</p>
            {row.at && row.byName ? (
              <p className="text-sm text-muted">
                {row.byName}, {format.date(row.at)}
              </p>
            ) : null}
            {lead ? (
              <p className="no-print flex gap-2">
                <Button
                  kind="quiet"
                  aria-label={`${t('desk-work.change')}: ${t(`desk-standard.value.${row.value}`)}`}
                  onClick={() => setEditing(row)}
                >
                  {t('desk-work.change')}
                </Button>
                {row.words ? (
                  <Button kind="quiet" busy={back.busy} onClick={() => void back.run(row)}>
                    {t('desk-standard.back')}
                  </Button>
                ) : null}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {editing ? (
        <SidePanel title={t(`desk-standard.value.${editing.value}`)} onClose={() => setEditing(null)}>
          <Words
            row={editing}
            done={async () => {
              await refetch();
              setEditing(null);
            }}
          />
        </SidePanel>
      ) : null}
    </div>
  );
}

function Words({ row, done }: { row: Row; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [words, setWords] = useState(row.words ?? t(`desk-standard.words.${row.value}`));
  return (
    <Form
      act={async () => {
        await wordValue({ params: { value: row.value }, body: { words } });
        await done();
      }}
    >
      <Area
        label={t('desk-standard.in-our-words')}
        value={words}
        required
        rows={5}
        maxLength={2_000}
        onChange={(event) => setWords(event.target.value)}
      />
    </Form>
  );
}
