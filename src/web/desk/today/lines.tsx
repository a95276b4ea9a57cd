import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, lazy, Suspense, useCallback, useState } from 'react';
import type { Fate } from '../../../domain/triage/words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCommands } from '../../ui/commands.ts';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { UndoBar } from '../../ui/light/undo-bar.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { FateGlyph } from '../../ui/marks.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useRowKeys } from '../../ui/use-row-keys.ts';
import { getRequest, type getToday, snooze, watchRequest } from '../doors.ts';
import type { Act } from '../request/act-panel.tsx';
import { useAgain } from '../request/request.ts';
import { dateOf } from '../visits/week.ts';
import { SnoozeForm } from '../worklist/snooze-form.tsx';

// The forms of a request weigh more than the day; they come when a line is done.
const ActPanel = lazy(() => import('../request/act-panel.tsx').then((m) => ({ default: m.ActPanel })));

export type Line = Awaited<ReturnType<typeof getToday>>['items'][number];
type Doing = { readonly line: Line; readonly what: 'done' | 'snooze' };
const UNDO_MS = 8_000;
const SEEN_MS = 15 * 24 * 3_600_000;

/** What needs me, line by line: `j`/`k` move, `Enter` opens, `e` is done with it, `s` puts it off to a date. */
export function Lines({ lines }: { lines: readonly Line[] }): ReactNode {
  const t = useT();
  const again = useAgain();
  const navigate = useNavigate();
  const format = useFormat();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [off, setOff] = useState<{ line: Line; until: string } | null>(null);
  const gone = useCallback(() => setOff(null), []);
  const open = (line: Line): void => {
    const { requestId } = line;
    if (isVisit(line)) void navigate({ to: '/visits', search: visitOf(line, format.zone) });
    else if (requestId) void navigate({ to: '/requests/$id', params: { id: requestId } });
    else void navigate({ to: '/mail' });
  };
  const putOff = async (line: Line, until: string | null): Promise<void> => {
    await snooze({ body: { item: line.id, due: line.due, until } });
    setDoing(null);
    setOff(until ? { line, until: new Date(Date.now() + UNDO_MS).toISOString() } : null);
    await again();
  };
  const finish = useAction(async (line: Line) => {
    if (line.kind === 'delivery') return putOff(line, new Date(Date.now() + SEEN_MS).toISOString());
    if (line.kind === 'answer-in' && line.requestId) {
      await watchRequest({ params: { id: line.requestId }, body: { on: true } });
      return again();
    }
    if (actFor(line)) return setDoing({ line, what: 'done' });
    return open(line);
  });
  const { at, box, row } = useRowKeys({ count: lines.length, onOpen: (index) => open(lines[index] as Line) });
  const current = (act: (line: Line) => void) => () => {
    const line = lines[at];
    if (line && box.current?.contains(document.activeElement)) act(line);
  };
  useCommands([
    {
      id: 'line-done',
      label: t('desk-list.done'),
      keys: 'e',
      run: current((l) => void finish.run(l)),
      inPalette: false,
    },
    {
      id: 'line-snooze',
      label: t('desk-list.snooze'),
      keys: 's',
      run: current((line) => setDoing({ line, what: 'snooze' })),
      inPalette: false,
    },
  ]);
  return (
    <div ref={box} className="grid gap-2">
      <ProblemNotice problem={finish.problem} />
      <ol aria-label={t('desk-work.needs-me')} className="grid gap-1">
        {lines.map((line, index) => (
          <li
            key={line.id}
            {...row(index)}
            className="grid grid-cols-[auto_1fr] items-start gap-x-3 gap-y-1 rounded-md border border-line p-2 sm:grid-cols-[auto_1fr_auto_auto]"
          >
            {line.fate ? <FateGlyph fate={line.fate as Fate} /> : <span aria-hidden="true">·</span>}
            <Words line={line} />
            <Due line={line} />
            <span className="flex gap-1 max-sm:col-start-2">
              <Button
                kind="quiet"
                aria-label={`${t('desk-list.done')}: ${line.ref ?? ''} ${line.subject}`}
                onClick={() => void finish.run(line)}
              >
                {t('desk-list.done')}
              </Button>
              <Button
                kind="quiet"
                aria-label={`${t('desk-list.snooze')}: ${line.ref ?? ''} ${line.subject}`}
                onClick={() => setDoing({ line, what: 'snooze' })}
              >
                {t('desk-list.snooze')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {doing?.what === 'snooze' ? (
        <SidePanel title={t('desk-list.snooze')} onClose={() => setDoing(null)}>
          <SnoozeForm
            what={`${doing.line.ref ?? ''} ${doing.line.subject}`}
            act={(until) => putOff(doing.line, until)}
          />
        </SidePanel>
      ) : null}
      {doing?.what === 'done' ? <Finish line={doing.line} onClose={() => setDoing(null)} /> : null}
      {off ? (
        <UndoBar
          words={t('desk-list.put-off', { what: off.line.ref ?? off.line.subject })}
          until={off.until}
          onUndo={() => putOff(off.line, null)}
          onGone={gone}
        />
      ) : null}
    </div>
  );
}

const isVisit = ({ kind }: Line): boolean => kind === 'visit' || kind === 'visit-clash' || kind === 'visit-absent';
const visitOf = ({ id, due }: Line, zone: string) => ({ visit: id.split(':')[1] ?? '', day: dateOf(due ?? '', zone) });

function Words({ line }: { line: Line }): ReactNode {
  const t = useT();
  const format = useFormat();
  const look = 'font-medium hover:underline';
  return (
    <span className="min-w-0">
      {isVisit(line) ? (
        <Link to="/visits" search={visitOf(line, format.zone)} className={look}>
          {line.subject}
        </Link>
      ) : line.requestId ? (
        <Link to="/requests/$id" params={{ id: line.requestId }} className={look}>
          {line.ref} · {line.subject}
        </Link>
      ) : (
        <Link to="/mail" className={look}>
          {line.subject}
        </Link>
      )}
      <span className="block wrap-anywhere text-muted">
        {t(`desk-work.today-kind.${line.kind}`)}: {line.text} {line.clientName ? `· ${line.clientName}` : ''}
      </span>
    </span>
  );
}

function Due({ line }: { line: Line }): ReactNode {
  const format = useFormat();
  if (!line.due) return <span />;
  return (
    <span className={`max-sm:col-start-2 ${line.late ? 'font-medium text-red' : 'text-muted'}`}>
      {format.when(line.due)}
    </span>
  );
}

/** What being done with a line means: the next step set, the promise settled with its evidence, the stranger named (C7, P1). */
function actFor({ kind }: Line): 'next-step' | 'parties' | 'settle' | null {
  if (kind === 'next-step') return 'next-step';
  if (kind === 'unknown-sender') return 'parties';
  return kind === 'promise-due' || kind === 'promise-at-risk' ? 'settle' : null;
}

function Finish({ line, onClose }: { line: Line; onClose: () => void }): ReactNode {
  const again = useAgain();
  const id = line.requestId ?? '';
  const { data: page, error } = useQuery({ queryKey: ['request', id], queryFn: () => getRequest({ params: { id } }) });
  const kind = actFor(line);
  if (!page || !kind) return <ProblemNotice problem={error} />;
  const promise = page.promises.find((p) => line.id.endsWith(p.id));
  const act: Act | null = kind !== 'settle' ? { kind } : promise ? { kind, promise } : null;
  return <Suspense>{act ? <ActPanel page={page} again={again} act={act} onClose={onClose} /> : null}</Suspense>;
}
