import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Standing } from '../../../contract/table.ts';
import type { Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { type Command, useCommands } from '../../ui/commands.ts';
import { Button } from '../../ui/light/button.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { FateGlyph } from '../../ui/marks.tsx';
import { getSameAsk, linkSameAsk } from '../doors.ts';
import type { Seen } from './request.ts';

/** T11: asked again elsewhere: what stands, why, and who said so, in sight before anybody answers. One key links it. */
export function SameAsk({ page, again }: Seen): ReactNode {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['same-ask', page.id, page.messages.length],
    queryFn: () => getSameAsk({ params: { id: page.id } }),
    enabled: page.client !== null,
  });
  const say = useAction(async (toId: string, same: boolean) => {
    await linkSameAsk({ params: { id: page.id, toId }, body: { same } });
    await again();
  });
  const first = page.phase === 'closed' ? undefined : data?.suggested[0];
  const { run } = say;
  const commands = useMemo<Command[]>(
    () =>
      first
        ? [
            {
              id: 'same-ask',
              label: t('desk-table.same-ask-link', { ref: first.ref }),
              keys: 'y',
              run: () => void run(first.requestId, true),
            },
          ]
        : [],
    [first, t, run],
  );
  useCommands(commands);
  if (!data) return null;
  const rest = page.phase === 'closed' ? [] : data.suggested;
  return (
    <>
      {rest.map((s) => (
        <Notice key={s.requestId} tone="warn">
          <h2 className="font-semibold">{t('desk-table.same-ask')}</h2>
          <What standing={s} />
          <p className="no-print mt-2 flex flex-wrap gap-2">
            <Button busy={say.busy} onClick={() => void say.run(s.requestId, true)}>
              {t('desk-table.same-ask-yes')} {s === first ? <kbd className="text-muted">Y</kbd> : null}
            </Button>
            <Button kind="quiet" busy={say.busy} onClick={() => void say.run(s.requestId, false)}>
              {t('desk-table.same-ask-no')}
            </Button>
          </p>
          <ProblemNotice problem={say.problem} />
        </Notice>
      ))}
      {data.linked.map((s) => (
        <Notice key={s.requestId}>
          <h2 className="font-semibold">{t('desk-table.same-ask-linked')}</h2>
          <What standing={s} />
        </Notice>
      ))}
      {data.askedAgain.length > 0 ? (
        <Notice>
          <p>
            {t('desk-table.asked-again', { n: data.askedAgain.length })}{' '}
            {data.askedAgain.map((s) => (
              <Link key={s.requestId} to="/requests/$id" params={{ id: s.requestId }} className="mr-2 underline">
                {s.ref} ({s.askedBy})
              </Link>
            ))}
          </p>
        </Notice>
      ) : null}
    </>
  );
}

function What({ standing: s }: { standing: Standing }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3">
        <Link to="/requests/$id" params={{ id: s.requestId }} className="font-medium underline">
          {s.ref} · {s.subject}
        </Link>
        <span>{t('desk-table.asked-by', { name: s.askedBy, date: format.date(s.at) })}</span>
        <FateGlyph fate={s.fate as Fate} labelled />
      </p>
      {s.accord ? (
        <p>
          {t('desk-work.accord-state', {
            number: s.accord.number,
            state: t(`desk-work.accord.${s.accord.state as 'in-force'}`),
          })}
        </p>
      ) : null}
      {s.placement ? (
        <p>
          {t('desk-table.our-position', {
            reason: s.placement.reason,
            name: s.placement.byName,
            date: format.date(s.placement.at),
          })}{' '}
          {s.placement.evidence ? <span className="text-muted">{s.placement.evidence}</span> : null}{' '}
          {s.placement.clause ? (
            <span className="text-muted">{t('desk-work.clause', { clause: s.placement.clause })}</span>
          ) : null}
        </p>
      ) : null}
      {s.lastWord ? (
        <p>
          {t('desk-table.last-word', { name: s.lastWord.byName, date: format.date(s.lastWord.at) })}{' '}
          <q className="wrap-anywhere">{s.lastWord.words}</q>
        </p>
      ) : null}
      {!s.placement && !s.lastWord && !s.accord ? <p className="text-muted">{t('desk-table.no-position')}</p> : null}
    </div>
  );
}
