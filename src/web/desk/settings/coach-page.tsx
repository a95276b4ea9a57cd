import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { RULE_STATUSES, type RuleStatus } from '../../../domain/coach/rule-life.ts';
import { useFormat } from '../../i18n/format.ts';
import { LANG_NAMES, LANGS, type Lang, useT, useWords } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { changeRule, listRules } from '../doors.ts';
import { useMe } from '../session/me.ts';
import { SentAnyway } from '../today/sent-anyway.tsx';

type Row = Awaited<ReturnType<typeof listRules>>['items'][number];

/** The rules of the coach, each off, on trial or on in each language; what people made of them, and what a trial would have said. */
export function Page(): ReactNode {
  const t = useT();
  const { lang: own } = useWords();
  const [lang, setLang] = useState<Lang>(own);
  const { data, error, refetch } = useQuery({
    queryKey: ['coach-rules', lang],
    queryFn: () => listRules({ query: { lang } }),
  });
  return (
    <div className="grid max-w-4xl gap-5">
      <p>
        <Link to="/settings" className="text-accent underline">
          {t('desk-work.settings')}
        </Link>
      </p>
      <h1 className="text-xl font-semibold">{t('desk-coach.settings')}</h1>
      <p className="text-muted">{t('desk-coach.settings-hint')}</p>
      <div className="max-w-60">
        <Choice label={t('desk-coach.language')} value={lang} onChange={(event) => setLang(event.target.value as Lang)}>
          {LANGS.map((l) => (
            <option key={l} value={l}>
              {LANG_NAMES[l]}
            </option>
          ))}
        </Choice>
      </div>
      <ProblemNotice problem={error} />
      <ul aria-label={t('desk-coach.rules')} className="grid gap-2">
        {data?.items.map((row) => (
          <li key={`${row.rule}:${row.lang}`}>
            <Rule row={row} again={async () => void (await refetch())} />
          </li>
        ))}
      </ul>
      <SentAnyway days={366} />
    </div>
  );
}

function Rule({ row, again }: { row: Row; again: () => Promise<void> }): ReactNode {
  const t = useT();
  const format = useFormat();
  const lead = useMe().member.role !== 'agent';
  const { rule, lang } = row;
  const set = useAction(async (status: RuleStatus) => {
    await changeRule({ params: { rule }, body: { lang, status } });
    await again();
  });
  return (
    <article className="grid gap-2 rounded-md border border-line p-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="grid content-start gap-1">
        <h2 className="font-medium">{t(`desk-coach.rule-name.${rule}`)}</h2>
        <p className="text-muted">{t(`coach.rule.${rule}`)}</p>
        <p>
          {row.shown === 0
            ? t('desk-coach.never-shown')
            : t('desk-coach.figures', { shown: row.shown, share: format.percent(row.wrong / row.shown) })}
        </p>
        {row.at ? (
          <p className={row.byItself ? 'text-amber' : 'text-muted'}>
            {row.byItself
              ? t('desk-coach.by-itself', { date: format.date(row.at) })
              : t('desk-coach.set-by', { name: row.byName ?? '?', date: format.date(row.at) })}
          </p>
        ) : null}
        {row.wouldHaveSaid.length > 0 ? (
          <details>
            <summary className="cursor-pointer">{t('desk-coach.would-have-said')}</summary>
            <ul lang={lang} className="list-disc pl-5">
              {row.wouldHaveSaid.map((quote) => (
                <li key={quote} className="wrap-anywhere">
                  “{quote}”
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      {lead ? (
        <div>
          <Choice
            label={t('desk-coach.status', { rule: t(`desk-coach.rule-name.${rule}`) })}
            hideLabel
            value={row.status}
            disabled={set.busy}
            onChange={(event) => void set.run(event.target.value as RuleStatus)}
          >
            {RULE_STATUSES.map((s) => (
              <option key={s} value={s}>
                {t(`desk-coach.status.${s}`)}
              </option>
            ))}
          </Choice>
        </div>
      ) : (
        <p>{t(`desk-coach.status.${row.status}`)}</p>
      )}
      <ProblemNotice problem={set.problem} />
    </article>
  );
}
