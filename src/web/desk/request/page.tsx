import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { getRequest } from '../doors.ts';
import { Composer } from './composer.tsx';
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

/** Two sides, one table: theirs left, ours right, what is on the table in the middle. */
export function Page(): ReactNode {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const again = useAgain();
  const { data: page, error } = useQuery({ queryKey: ['request', id], queryFn: () => getRequest({ params: { id } }) });
  const [act, setAct] = useState<Act | null>(null);
  const [tab, setTab] = useState<'conversation' | 'table' | 'timeline'>('conversation');
  if (!page) return <ProblemNotice problem={error} />;
  const seen: Seen = { page, again };
  const onTable = page.options.filter((o) => o.state === 'on-the-table').length;
  return (
    <div className="grid gap-4">
      <Head {...seen} onAct={setAct} />
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
          {page.phase === 'closed' ? null : <Composer {...seen} onAct={setAct} />}
        </div>
        <OurSide {...seen} onAct={setAct} />
      </div>
      {act ? <ActPanel {...seen} act={act} onClose={() => setAct(null)} /> : null}
    </div>
  );
}
