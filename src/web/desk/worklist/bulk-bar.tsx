import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Choice, Field } from '../../ui/light/fields.tsx';
import { Notice, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { changeMany, listMembers } from '../doors.ts';
import { Form } from '../request/form.tsx';
import { useAgain } from '../request/request.ts';
import { SnoozeForm } from './snooze-form.tsx';

type Act = Parameters<typeof changeMany>[0]['body']['act'];
type Props = { chosen: ReadonlySet<string>; onClear: () => void };

/** One act for all that are chosen; those that refused it are named, and stay chosen no longer than the others. */
export function BulkBar({ chosen, onClear }: Props): ReactNode {
  const t = useT();
  const again = useAgain();
  const [panel, setPanel] = useState<'assign' | 'describe' | 'snooze' | null>(null);
  const [said, setSaid] = useState<Awaited<ReturnType<typeof changeMany>> | null>(null);
  const change = async (act: Act): Promise<void> => {
    setSaid(await changeMany({ body: { ids: [...chosen].slice(0, 200), act } }));
    setPanel(null);
    onClear();
    await again();
  };
  const watch = useAction((on: boolean) => change({ kind: 'watch', on }));
  if (chosen.size === 0 && !said) return null;
  return (
    <section aria-label={t('desk-list.chosen', { n: chosen.size })} className="no-print grid gap-2">
      {chosen.size > 0 ? (
        <div className="sticky top-(--bar) z-20 flex flex-wrap items-center gap-2 rounded-lg border border-accent bg-paper p-2">
          <strong className="mr-auto">{t('desk-list.chosen', { n: chosen.size })}</strong>
          <Button onClick={() => setPanel('assign')}>{t('desk-list.give-to')}</Button>
          <Button onClick={() => setPanel('describe')}>{t('desk-list.kind-is')}</Button>
          <Button onClick={() => setPanel('snooze')}>{t('desk-list.snooze')}</Button>
          <Button busy={watch.busy} onClick={() => void watch.run(true)}>
            {t('desk-list.watch')}
          </Button>
          <Button busy={watch.busy} onClick={() => void watch.run(false)}>
            {t('desk-list.unwatch')}
          </Button>
          <Button kind="quiet" onClick={onClear}>
            {t('desk-list.choose-none')}
          </Button>
        </div>
      ) : null}
      <ProblemNotice problem={watch.problem} />
      {said ? <Said {...said} /> : null}
      {panel === 'assign' ? (
        <SidePanel title={t('desk-list.give-to')} onClose={() => setPanel(null)}>
          <Assign act={(ownerId) => change({ kind: 'assign', ownerId })} />
        </SidePanel>
      ) : null}
      {panel === 'describe' ? (
        <SidePanel title={t('desk-list.kind-is')} onClose={() => setPanel(null)}>
          <Describe act={(as) => change({ kind: 'describe', as })} />
        </SidePanel>
      ) : null}
      {panel === 'snooze' ? (
        <SidePanel title={t('desk-list.snooze')} onClose={() => setPanel(null)}>
          <SnoozeForm
            what={t('desk-list.chosen', { n: chosen.size })}
            act={(until) => change({ kind: 'snooze', until })}
          />
        </SidePanel>
      ) : null}
    </section>
  );
}

function Said({ done, refused }: Awaited<ReturnType<typeof changeMany>>): ReactNode {
  const t = useT();
  return (
    <Notice tone={refused.length > 0 ? 'warn' : 'plain'} live>
      {t('desk-list.bulk-done', { n: done })}
      {refused.length > 0 ? (
        <ul>
          {refused.map((r) => (
            <li key={r.id}>{t('desk-list.bulk-refused', { ref: r.ref })}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

function Assign({ act }: { act: (ownerId: string) => Promise<void> }): ReactNode {
  const t = useT();
  const [ownerId, setOwnerId] = useState('');
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  return (
    <Form act={() => act(ownerId)} send={t('desk-list.apply')}>
      <Choice
        label={t('desk-work.col.owner')}
        value={ownerId}
        required
        onChange={(event) => setOwnerId(event.target.value)}
      >
        <option value="" />
        {data?.items
          .filter((m) => m.active)
          .map((m) => (
            <option key={m.id} value={m.id}>
              {m.name}
            </option>
          ))}
      </Choice>
    </Form>
  );
}

function Describe({ act }: { act: (kind: string) => Promise<void> }): ReactNode {
  const t = useT();
  const [kind, setKind] = useState('');
  return (
    <Form act={() => act(kind.trim())} send={t('desk-list.apply')}>
      <Field
        label={t('desk-list.kind-is')}
        value={kind}
        required
        maxLength={100}
        onChange={(event) => setKind(event.target.value)}
      />
    </Form>
  );
}
