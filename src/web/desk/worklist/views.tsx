import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Field, Tick } from '../../ui/light/fields.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { dropView, listViews, saveView } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { useMe } from '../session/me.ts';
import type { Wanted } from '../requests/wanted.ts';

type Props = { wanted: Wanted; onChoose: (wanted: Wanted) => void };

/** Views of the table one comes back to: one's own and the team's, a press away; the one that is shown can be kept or forgotten. */
export function Views({ wanted, onChoose }: Props): ReactNode {
  const t = useT();
  const again = useAgain();
  const me = useMe();
  const [naming, setNaming] = useState(false);
  const { data } = useQuery({ queryKey: ['views'], queryFn: () => listViews({}) });
  const shown = data?.items.find((view) => same(view.filter, wanted));
  const drop = useAction(async (id: string) => {
    await dropView({ params: { id } });
    await again();
  });
  const plain = same(wanted, { phase: 'open' });
  return (
    <nav aria-label={t('desk-list.views')} className="no-print flex flex-wrap items-center gap-1">
      {data?.items.map((view) => (
        <span key={view.id} className="flex items-center">
          <Button
            kind={view === shown ? 'plain' : 'quiet'}
            aria-pressed={view === shown}
            onClick={() => onChoose(view === shown ? { phase: 'open' } : view.filter)}
          >
            {view.team ? t('desk-list.view-of-team', { name: view.name }) : view.name}
          </Button>
          {view === shown && (view.mine || (view.team && me.member.role !== 'agent')) ? (
            <Button
              kind="quiet"
              aria-label={t('desk-list.view-drop', { name: view.name })}
              busy={drop.busy}
              onClick={() => void drop.run(view.id)}
            >
              <Icon name="close" />
            </Button>
          ) : null}
        </span>
      ))}
      {shown || plain ? null : (
        <Button kind="quiet" onClick={() => setNaming(true)}>
          {t('desk-list.view-save')}
        </Button>
      )}
      <ProblemNotice problem={drop.problem} />
      {naming ? (
        <SidePanel title={t('desk-list.view-save')} onClose={() => setNaming(false)}>
          <Naming
            wanted={wanted}
            done={async () => {
              await again();
              setNaming(false);
            }}
          />
        </SidePanel>
      ) : null}
    </nav>
  );
}

function Naming({ wanted, done }: { wanted: Wanted; done: () => Promise<void> }): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  const [team, setTeam] = useState(false);
  return (
    <Form
      act={async () => {
        await saveView({ body: { name, team, filter: wanted } });
        await done();
      }}
    >
      <Field
        label={t('desk-list.view-name')}
        value={name}
        required
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      <Tick label={t('desk-list.view-team')} checked={team} onChange={(event) => setTeam(event.target.checked)} />
    </Form>
  );
}

const same = (a: object, b: object): boolean => plainOf(a) === plainOf(b);
const plainOf = (view: object): string => JSON.stringify(Object.entries(view).toSorted(([a], [b]) => (a < b ? -1 : 1)));
