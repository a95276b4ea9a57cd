import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { getRequest } from '../doors.ts';
import { type Asked, type Compose, Composer } from './composer.tsx';
import { Conflict } from './conflict.tsx';
import { Conversation } from './conversation.tsx';
import { Handover } from './handover.tsx';
import { Heated } from './heated.tsx';
import { Head } from './head.tsx';
import { type Act, ActPanel } from './act-panel.tsx';
import { OurSide } from './our-side.tsx';
import { type Seen, useAgain } from './request.ts';
import { WaitingFor } from './waiting.tsx';
import { SameAsk } from './same-ask.tsx';
import { OnTheTable } from './table.tsx';
import { TheirSide } from './their-side.tsx';
import { Timeline } from './timeline.tsx';
import { useActs } from './use-acts.ts';

/** Two sides, one table: theirs left, ours right, what is on the table in the middle. */
export function Page(): ReactNode {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const again = useAgain();
  const { data: page, error } = useQuery({ queryKey: ['request', id], queryFn: () => getRequest({ params: { id } }) });
  if (!page) return <ProblemNotice problem={error} />;
  return <Loaded key={page.id} page={page} again={again} />;
}

function Loaded(seen: Seen): ReactNode {
  const { page } = seen;
  const t = useT();
  const [act, setAct] = useState<Act | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [tab, setTab] = useState<'conversation' | 'table' | 'timeline'>('conversation');
  const onCompose = (kind: Compose): void => setAsked((before) => ({ kind, n: (before?.n ?? 0) + 1 }));
  const acts = useActs({ ...seen, onAct: setAct, onCompose });
  const onTable = page.options.filter((o) => o.state === 'on-the-table').length;
  return (
    <div className="grid gap-4">
      {page.mergedInto ? (
        <Notice>
          <Link to="/requests/$id" params={{ id: page.mergedInto.id }} className="text-accent underline">
            {t('desk-list.merged-into', { ref: page.mergedInto.ref })}
          </Link>
        </Notice>
      ) : null}
      <Head {...seen} onAct={setAct} acts={acts} />
      <Handover {...seen} onAct={setAct} />
      <WaitingFor {...seen} onAct={setAct} />
      <SameAsk {...seen} />
      <Conflict {...seen} onAct={setAct} />
      <Heated {...seen} />
      <div className="grid gap-4 xl:grid-cols-[18rem_minmax(0,1fr)_20rem]">
        <TheirSide {...seen} onAct={setAct} />
        <div className="grid min-w-0 content-start gap-4 max-xl:order-first">
          <Tabs
            label={t('desk-work.middle')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              {
                id: 'conversation',
                label: t('desk-work.conversation'),
                panel: <Conversation {...seen} onAct={setAct} />,
              },
              {
                id: 'table',
                label: t('desk-work.on-the-table'),
                count: onTable,
                panel: <OnTheTable {...seen} onAct={setAct} />,
              },
              {
                id: 'timeline',
                label: t('desk-work.timeline'),
                panel: <Timeline id={page.id} version={page.version} />,
              },
            ]}
          />
          {page.phase === 'closed' ? null : <Composer {...seen} onAct={setAct} asked={asked} />}
        </div>
        <OurSide {...seen} onAct={setAct} />
      </div>
      {act ? <ActPanel {...seen} act={act} onClose={() => setAct(null)} /> : null}
    </div>
  );
}
