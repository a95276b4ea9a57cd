import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BALLS } from '../../../domain/request/words.ts';
import { FATES } from '../../../domain/triage/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Choice } from '../../ui/light/fields.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { getClient, listMembers } from '../doors.ts';
import { PHASE_FILTERS, type Wanted } from './wanted.ts';

type Props = { readonly wanted: Wanted; readonly onChange: (wanted: Wanted) => void };
type Name = 'fate' | 'ball' | 'ownerId' | 'clientId' | 'watched';

/** Which phase, and further filters as tokens: each is taken off by a press on it. */
export function Filters({ wanted, onChange }: Props): ReactNode {
  const t = useT();
  const { data } = useQuery({ queryKey: ['members'], queryFn: () => listMembers({}) });
  const members = data?.items ?? [];
  const client = useQuery({
    queryKey: ['client', wanted.clientId],
    queryFn: () => getClient({ params: { id: wanted.clientId ?? '' } }),
    enabled: wanted.clientId !== undefined,
  });
  const set = (change: Partial<Wanted>) => () => onChange({ ...wanted, ...change });
  const tokens: [name: Name, label: string][] = [];
  if (wanted.fate) tokens.push(['fate', t(`shared.fate.${wanted.fate}`)]);
  if (wanted.ball) tokens.push(['ball', t(`shared.ball.${wanted.ball}`)]);
  if (wanted.ownerId)
    tokens.push(['ownerId', members.find((m) => m.id === wanted.ownerId)?.name ?? t('desk-work.col.owner')]);
  if (wanted.clientId) tokens.push(['clientId', client.data?.name ?? t('desk-work.client')]);
  if (wanted.watched) tokens.push(['watched', t('desk-list.watched')]);
  const without = (name: Name) => (): void => {
    const { [name]: _gone, ...rest } = wanted;
    onChange(rest);
  };
  return (
    <>
      <div className="sm:w-40">
        <Choice
          label={t('desk-work.show')}
          value={wanted.phase}
          onChange={(event) => onChange({ ...wanted, phase: event.target.value as Wanted['phase'] })}
        >
          {PHASE_FILTERS.map((p) => (
            <option key={p} value={p}>
              {t(`desk-work.phase-filter.${p}`)}
            </option>
          ))}
        </Choice>
      </div>
      <div className="flex flex-wrap items-center gap-2 self-end">
        {tokens.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-label={t('desk-list.remove-filter', { what: label })}
            onClick={without(name)}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-full border border-accent bg-accent-soft px-3"
          >
            {label}
            <Icon name="close" />
          </button>
        ))}
        <MenuButton
          label={t('desk-list.add-filter')}
          kind="plain"
          groups={[
            {
              id: 'fate',
              label: t('desk-work.col.fate'),
              items: FATES.map((f) => ({ id: f, label: t(`shared.fate.${f}`), run: set({ fate: f }) })),
            },
            {
              id: 'ball',
              label: t('desk-work.col.ball'),
              items: BALLS.map((b) => ({ id: b, label: t(`shared.ball.${b}`), run: set({ ball: b }) })),
            },
            {
              id: 'owner',
              label: t('desk-work.col.owner'),
              items: members
                .filter((m) => m.active)
                .map((m) => ({ id: m.id, label: m.name, run: set({ ownerId: m.id }) })),
            },
            {
              id: 'mine',
              label: t('desk-list.watch'),
              items: [{ id: 'watched', label: t('desk-list.watched'), run: set({ watched: true }) }],
            },
          ]}
        />
      </div>
    </>
  );
}
