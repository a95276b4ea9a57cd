import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PLAYBOOKS, type PlaybookCode } from '../../../domain/playbooks/playbooks.ts';
import type { Action } from '../../../domain/playbooks/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { Empty, ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { archivePlaybook, listPlaybooks } from '../doors.ts';
import { useMe } from '../session/me.ts';
import { type Draft, EditForm } from './edit-form.tsx';

/** The fourteen situations, and what the team has made of them. */
export function Page(): ReactNode {
  const t = useT();
  const lead = useMe().member.role !== 'agent';
  const { data, error, refetch } = useQuery({ queryKey: ['playbooks'], queryFn: () => listPlaybooks({}) });
  const [draft, setDraft] = useState<Draft | null>(null);
  const again = async (): Promise<void> => {
    await refetch();
    setDraft(null);
  };
  const putAway = useAction(async (id: string) => {
    await archivePlaybook({ params: { id } });
    await again();
  });
  return (
    <div className="grid max-w-4xl gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-xl font-semibold">{t('desk-playbooks.title')}</h1>
        {lead ? <Button onClick={() => setDraft(BLANK)}>{t('desk-playbooks.new')}</Button> : null}
      </div>
      <p className="text-muted">{t('desk-playbooks.page-hint')}</p>
      <ProblemNotice problem={error ?? putAway.problem} />
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('desk-playbooks.ours')}</h2>
        {data?.items.length === 0 ? <Empty>{t('desk-playbooks.ours-none')}</Empty> : null}
        {data?.items.map((p) => (
          <One key={p.id} name={p.name} when={p.when} steps={p.steps.map((s) => [s.title, s.how] as const)}>
            {lead ? (
              <p className="flex flex-wrap gap-2">
                <Button onClick={() => setDraft({ ...p, copiedFrom: p.copiedFrom as PlaybookCode | null })}>
                  {t('desk-playbooks.edit')}
                </Button>
                <Button kind="quiet" busy={putAway.busy} onClick={() => void putAway.run(p.id)}>
                  {t('desk-playbooks.archive')}
                </Button>
              </p>
            ) : null}
          </One>
        ))}
      </section>
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('desk-playbooks.shipped')}</h2>
        {PLAYBOOKS.map((p) => (
          <ShippedOne key={p.code} of={p} onCopy={lead ? setDraft : undefined} />
        ))}
      </section>
      {draft ? (
        <SidePanel title={draft.name || t('desk-playbooks.new')} onClose={() => setDraft(null)} wide>
          <EditForm draft={draft} done={again} />
        </SidePanel>
      ) : null}
    </div>
  );
}

const BLANK: Draft = {
  name: '',
  when: '',
  copiedFrom: null,
  steps: [{ title: '', how: '', action: null, letter: '' }],
};

function ShippedOne({
  of,
  onCopy,
}: {
  of: (typeof PLAYBOOKS)[number];
  onCopy: ((draft: Draft) => void) | undefined;
}): ReactNode {
  const t = useT();
  const name = t(`desk-playbooks.name.${of.code}`);
  const when = t(`desk-playbooks.when.${of.code}`);
  const steps = of.steps.map((s) => ({
    title: t(`desk-playbooks.step.${s.id}`),
    how: t(`desk-playbooks.how.${s.id}`),
    action: 'action' in s ? (s.action as Action) : null,
  }));
  const copy = (): Draft => ({
    name,
    when,
    copiedFrom: of.code,
    // The ready words of a shipped step are the program's, in four languages; a team writes its own.
    steps: steps.map((s) => ({ ...s, action: s.action === 'letter' ? null : s.action, letter: '' })),
  });
  return (
    <One name={name} when={when} steps={steps.map((s) => [s.title, s.how] as const)}>
      {onCopy ? (
        <p>
          <Button aria-label={`${t('desk-playbooks.copy')}: ${name}`} onClick={() => onCopy(copy())}>
            {t('desk-playbooks.copy')}
          </Button>
        </p>
      ) : null}
    </One>
  );
}

function One({
  name,
  when,
  steps,
  children,
}: {
  name: string;
  when: string;
  steps: readonly (readonly [title: string, how: string])[];
  children: ReactNode;
}): ReactNode {
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="min-h-8 cursor-pointer font-medium">
        {name}
        <span className="block font-normal text-muted">{when}</span>
      </summary>
      <ol className="mt-2 grid list-decimal gap-1 pl-5">
        {steps.map(([title, how], i) => (
          <li key={i}>
            {title}
            {how ? <span className="block text-muted">{how}</span> : null}
          </li>
        ))}
      </ol>
      <div className="mt-2">{children}</div>
    </details>
  );
}
