import type { ReactNode } from 'react';
import type { RequestPage } from '../../../contract/requests.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/light/button.tsx';
import { ProblemNotice } from '../../ui/light/notice.tsx';
import { useAction } from '../../ui/light/use-action.ts';
import { pickOption, withdrawStance } from '../doors.ts';
import type { Seen } from './request.ts';

type Option = RequestPage['options'][number];

/** T7: several options work for both: ours to pick one; and until somebody has signed, our word can be taken back. */
export function Pick({ option, page, again }: Seen & { option: Option }): ReactNode {
  const t = useT();
  const inOption = { id: page.id, optionId: option.id };
  const pick = useAction(async () => {
    await pickOption({ params: inOption, body: { hash: option.hash } });
    await again();
  });
  const back = useAction(async () => {
    await withdrawStance({ params: inOption, body: {} });
    await again();
  });
  const works = (side: 'ours' | 'theirs'): boolean =>
    option.stances.some((s) => s.side === side && !s.void && s.hash === option.hash && s.kind === 'works');
  const choosing = page.choosing && option.state === 'on-the-table' && works('ours') && works('theirs');
  const ours = option.stances.some((s) => s.side === 'ours' && !s.void && s.hash === option.hash);
  const signed = page.accords.some((a) => a.optionId === option.id && a.signatures.length > 0);
  const mayTakeBack = ours && !signed && (option.state === 'on-the-table' || option.state === 'agreed');
  return (
    <div className="no-print grid gap-1">
      {option.pickedByUs ? <p>{t('desk-table.picked-by-us', { name: option.pickedByUs })}</p> : null}
      {option.pickedByThem ? <p>{t('desk-table.picked-by-them', { name: option.pickedByThem })}</p> : null}
      <p className="flex flex-wrap gap-1">
        {choosing && !option.pickedByUs ? (
          <Button kind="primary" busy={pick.busy} onClick={() => void pick.run()}>
            {t('desk-table.pick')}
          </Button>
        ) : null}
        {mayTakeBack ? (
          <Button kind="quiet" busy={back.busy} onClick={() => void back.run()}>
            {t('desk-table.take-back')}
          </Button>
        ) : null}
      </p>
      <ProblemNotice problem={pick.problem ?? back.problem} />
    </div>
  );
}

/** What was said before and no longer counts, with the reason why. */
export function EarlierAnswers({ option }: { option: Option }): ReactNode {
  const t = useT();
  const earlier = option.stances.filter((s) => s.void || s.hash !== option.hash);
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary className="text-muted">{t('desk-table.earlier-answers', { n: earlier.length })}</summary>
      <ul>
        {earlier.map((s) => (
          <li key={s.id} className="text-muted">
            {s.byName}: {t(s.side === 'ours' ? `desk-work.stance.${s.kind}` : `shared.stance.${s.kind}`)}{' '}
            {s.words ? `“${s.words}”` : ''} –{' '}
            {t(s.hash === option.hash ? 'desk-table.void.replaced' : 'desk-table.void.reworded')}
          </li>
        ))}
      </ul>
    </details>
  );
}
