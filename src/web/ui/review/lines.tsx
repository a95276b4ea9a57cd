import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Num } from './behind.tsx';
import type { Shown } from './matrix.tsx';

const ASKS = [
  ['asAsked', 'as-asked'],
  ['conditionsKept', 'conditions-kept'],
  ['changed', 'changed'],
  ['declined', 'declined'],
  ['noAgreement', 'no-agreement'],
  ['open', 'open'],
] as const;
const HOW = ['confirmed', 'silent', 'waived'] as const;

/** A list of figures: the number first, in one column, then what it is. */
export function NumberList({
  items,
}: {
  items: readonly { metric: string; key: string; n: number; words: ReactNode }[];
}): ReactNode {
  const format = useFormat();
  return (
    <ul className="grid gap-1">
      {items.map(({ metric, key, n, words }) => (
        <li key={metric + key} className="grid grid-cols-[3.5rem_1fr] gap-2">
          <span className="text-right font-semibold">
            <Num metric={metric} key_={key}>
              {format.number(n)}
            </Num>
          </span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** T10: the distance between what was asked first and what was agreed. */
export function Asked({ figures }: { figures: Shown }): ReactNode {
  const t = useT();
  const items = ASKS.map(([name, key]) => ({
    metric: 'ask',
    key,
    n: figures.ask[name],
    words: t(`review.ask.${key}`),
  }));
  return (
    <div className="grid gap-2">
      <NumberList items={items.filter(({ n }) => n > 0)} />
      {figures.conditions.asked > 0 ? <p className="text-muted">{t('review.conditions', figures.conditions)}</p> : null}
    </div>
  );
}

/** C2: brought to a close, and how. */
export function Closed({ figures }: { figures: Shown }): ReactNode {
  const t = useT();
  const { opened, closed, before, how } = figures.closing;
  const items = HOW.map((key) => ({
    metric: 'closed',
    key,
    n: how.find((h) => h.key === key)?.n ?? 0,
    words: t(`review.how.${key}`),
  }));
  return (
    <div className="grid gap-2">
      <p>{t('review.closing-line', { opened, closed, before })}</p>
      <NumberList items={items.filter(({ n }) => n > 0)} />
    </div>
  );
}
