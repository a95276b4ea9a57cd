import type { ReactNode } from 'react';
import { PROMISE_STATES } from '../../../domain/promises/words.ts';
import { BALLS, PHASES } from '../../../domain/request/words.ts';
import { FATES } from '../../../domain/triage/words.ts';
import { useT } from '../../i18n/i18n.tsx';
import { BallMark, FateGlyph, PhaseBar, PromiseMark } from '../../ui/marks.tsx';

/** What the marks mean, for somebody new: each with its words, as they are used everywhere. */
export function Page(): ReactNode {
  const t = useT();
  return (
    <div className="grid max-w-3xl gap-6">
      <h1 className="text-xl font-semibold">{t('desk-shell.marks')}</h1>
      <Group title={t('desk-shell.marks.fate')} text={t('desk-shell.marks.fate-text')}>
        {FATES.map((fate) => (
          <FateGlyph key={fate} fate={fate} labelled />
        ))}
      </Group>
      <Group title={t('desk-shell.marks.phase')} text={t('desk-shell.marks.phase-text')}>
        {PHASES.map((phase) => (
          <PhaseBar key={phase} phase={phase} labelled />
        ))}
      </Group>
      <Group title={t('desk-shell.marks.ball')} text={t('desk-shell.marks.ball-text')}>
        {BALLS.map((ball) => (
          <BallMark key={ball} ball={ball} />
        ))}
        <BallMark ball="ours" due="2026-01-05T10:00:00Z" />
      </Group>
      <Group title={t('desk-shell.marks.promise')} text={t('desk-shell.marks.promise-text')}>
        {PROMISE_STATES.map((state) => (
          <PromiseMark key={state} state={state} labelled />
        ))}
      </Group>
    </div>
  );
}

function Group({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode[] | ReactNode;
}): ReactNode {
  const marks = Array.isArray(children) ? children.flat() : [children];
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-muted">{text}</p>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {marks.map((mark, i) => (
          <li key={i}>{mark}</li>
        ))}
      </ul>
    </section>
  );
}
