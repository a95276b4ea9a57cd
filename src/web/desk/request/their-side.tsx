import type { ReactNode } from 'react';
import type { Entry } from '../../../contract/listening.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { FateGlyph } from '../../ui/marks.tsx';
import { saidAgain } from '../doors.ts';
import type { Act } from './act-panel.tsx';
import { FirstAsk } from './first-ask.tsx';
import type { Seen } from './request.ts';

type Props = Seen & { onAct: (act: Act) => void };
const KINDS = ['interest', 'condition', 'already-has', 'fact', 'question'] as const;

/** Their side of the table: what is behind it, conditions, what they have, facts and open questions, in their words. */
export function TheirSide({ page, again, onAct }: Props): ReactNode {
  const t = useT();
  return (
    <section aria-label={t('desk-work.their-side')} className="grid content-start gap-3 rounded-lg bg-panel p-3">
      <h2 className="text-sm font-semibold tracking-wide text-muted uppercase">{t('desk-work.their-side')}</h2>
      {page.theirFate ? (
        <p>
          {t('desk-work.they-see-it')} <FateGlyph fate={page.theirFate} labelled />
        </p>
      ) : null}
      <FirstAsk page={page} />
      {KINDS.map((kind) => (
        <Entries
          key={kind}
          kind={kind}
          entries={page.entries.filter((e) => e.kind === kind && e.state !== 'withdrawn')}
          page={page}
          again={again}
          onAct={onAct}
        />
      ))}
      {page.phase === 'closed' ? null : (
        <>
          <Button onClick={() => onAct({ kind: 'entry' })}>{t('desk-work.add-entry')}</Button>
          {page.client ? (
            <Button kind="quiet" onClick={() => onAct({ kind: 'room-people' })}>
              {t('desk-table.room-people')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}

function Entries({
  kind,
  entries,
  page,
  again,
  onAct,
}: Props & { kind: (typeof KINDS)[number]; entries: readonly Entry[] }): ReactNode {
  const t = useT();
  const repeat = useAction(async (entryId: string) => {
    await saidAgain({ params: { id: page.id, entryId }, body: { source: null } });
    await again();
  });
  if (entries.length === 0 && kind !== 'interest') return null;
  return (
    <div className="grid gap-1">
      <h3 className="font-medium">{t(`shared.entry.${kind}`)}</h3>
      {entries.length === 0 ? <p className="text-muted">{t('desk-work.interest-unknown')}</p> : null}
      <ul className="grid gap-1">
        {entries.map((e) => (
          <li key={e.id} className="rounded-md bg-paper p-2">
            <p className="wrap-anywhere">“{e.text}”</p>
            {e.answer ? <p className="text-accent">{e.answer}</p> : null}
            {e.dispute ? <p className="text-amber">{t('desk-work.they-say', { words: e.dispute })}</p> : null}
            <p className="flex flex-wrap items-center gap-2 text-muted">
              {e.sources[0]?.messageId ? (
                <a className="underline" href={`#m-${e.sources[0].messageId}`}>
                  {t('desk-work.source')}
                </a>
              ) : null}
              {e.said > 1 ? <span>{t('shared.said-times', { n: e.said })}</span> : null}
              {kind === 'question' && e.state === 'open' ? (
                <Button kind="quiet" onClick={() => onAct({ kind: 'answer', entryId: e.id, question: e.text })}>
                  {t('desk-work.answer')}
                </Button>
              ) : null}
              {e.state === 'disputed' ? (
                <Button
                  kind="quiet"
                  onClick={() => onAct({ kind: 'correct', entryId: e.id, text: e.dispute ?? e.text })}
                >
                  {t('desk-work.correct')}
                </Button>
              ) : null}
              {kind === 'condition' || kind === 'interest' ? (
                <Button kind="quiet" busy={repeat.busy} onClick={() => void repeat.run(e.id)}>
                  {t('desk-work.said-again')}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
