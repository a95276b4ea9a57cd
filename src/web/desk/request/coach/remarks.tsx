import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Link } from '@tanstack/react-router';
import { VALUE_OF } from '../../../../domain/coach/standard.ts';
import type { Lang, WayOut } from '../../../../domain/coach/types.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/light/button.tsx';
import { ProblemNotice } from '../../../ui/light/notice.tsx';
import { useAction } from '../../../ui/light/use-action.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { callWrong, hushHint } from '../../doors.ts';
import type { Remark } from './read-draft.ts';
import { isShown } from './take-way.ts';

type Props = {
  readonly remarks: readonly Remark[];
  readonly lang: Lang;
  readonly onWay: (remark: Remark, way: WayOut) => void;
  readonly onWave: (remark: Remark) => void;
  readonly onBack: () => void;
};

/**
 * At most three remarks (and everything that stops), the most harmful first; each with one sentence and its ways out. In a remark the
 * figures take a way, x puts it aside, w says that it is wrong, Escape goes back to the words.
 */
export function Remarks({ remarks, ...rest }: Props): ReactNode {
  const t = useT();
  return (
    <ul aria-label={t('desk-coach.remarks')} className="grid gap-2">
      {remarks.map((remark) => (
        <li key={remark.key}>
          <One remark={remark} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function One({ remark, lang, onWay, onWave, onBack }: Omit<Props, 'remarks'> & { remark: Remark }): ReactNode {
  const t = useT();
  const id = useId();
  const stops = remark.level === 'stop';
  const ways = remark.ways.filter(isShown);
  const { rule, sentence } = remark;
  const wrong = useAction(async () => {
    await callWrong({ body: { rule, lang, sentence } });
    if (!stops) onWave(remark);
  });
  const hush = useAction(async (scope: 'me' | 'team') => {
    await hushHint({ body: { rule, sentence, scope } });
    onWave(remark);
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ways[Number(event.key) - 1];
    if (way) onWay(remark, way);
    else if (event.key === 'x' && !stops) onWave(remark);
    else if (event.key === 'w') void wrong.run();
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="group"
      aria-labelledby={id}
      data-remark={rule}
      tabIndex={-1}
      onKeyDown={onKey}
      className={`grid gap-1.5 rounded-md border-l-4 bg-panel p-2 ${stops ? 'border-amber' : 'border-line'}`}
    >
      <p id={id} className="wrap-anywhere">
        <strong>{t(`desk-coach.level.${remark.level}`)}</strong> {t(`coach.rule.${rule}`)}{' '}
        <span className="text-muted">“{remark.quote.trim()}”</span>{' '}
        <Link to="/settings/standard" hash={VALUE_OF[rule]} target="_blank" className="text-accent underline">
          {t('desk-standard.stands-for', { value: t(`desk-standard.value.${VALUE_OF[rule]}`) })}
        </Link>
      </p>
      {remark.entry ? (
        <p className="wrap-anywhere text-muted">{t('desk-coach.they-said', { words: remark.entry })}</p>
      ) : null}
      <div className="flex flex-wrap items-center gap-1">
        {ways.map((way, i) => (
          <Button key={way.key} aria-keyshortcuts={String(i + 1)} onClick={() => onWay(remark, way)}>
            <span aria-hidden="true" className="text-muted">
              {i + 1}
            </span>{' '}
            {t(way.key as 'coach.way.reword')}
          </Button>
        ))}
        <Button kind="quiet" aria-keyshortcuts="w" busy={wrong.busy} onClick={() => void wrong.run()}>
          {t('desk-coach.wrong')}
        </Button>
        {stops ? null : (
          <>
            <Button kind="quiet" aria-keyshortcuts="x" onClick={() => onWave(remark)}>
              {t('desk-coach.not-now')}
            </Button>
            <MenuButton
              label={t('desk-coach.never')}
              items={[
                { id: 'me', label: t('desk-coach.never-me'), run: () => void hush.run('me') },
                { id: 'team', label: t('desk-coach.never-team'), run: () => void hush.run('team') },
              ]}
            />
          </>
        )}
      </div>
      <ProblemNotice problem={wrong.problem ?? hush.problem} />
    </div>
  );
}
