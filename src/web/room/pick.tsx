import type { ReactNode } from 'react';
import type { RoomPage } from '../../contract/room.ts';
import { useT } from '../i18n/i18n.tsx';
import { Button } from '../ui/light/button.tsx';
import { ProblemNotice } from '../ui/light/notice.tsx';
import { useAction } from '../ui/light/use-action.ts';
import { pickOption, withdrawStance } from './doors.ts';
import type { Seen } from './section.tsx';

type Option = RoomPage['options'][number];

/** Several options work: pick one. Until somebody has signed, one's own answer can be taken back. */
export function Pick({ option, page, reload }: Seen & { option: Option }): ReactNode {
  const t = useT();
  const inOption = { id: page.id, optionId: option.id };
  const pick = useAction(async () => {
    await pickOption({ params: inOption, body: { hash: option.hash } });
    await reload();
  });
  const back = useAction(async () => {
    await withdrawStance({ params: inOption, body: {} });
    await reload();
  });
  const standing = option.stances.filter((s) => !s.void && s.hash === option.hash);
  const works = (side: 'ours' | 'theirs'): boolean => standing.some((s) => s.side === side && s.kind === 'works');
  const may = page.me.may !== 'see' && page.phase !== 'closed';
  const choosing = may && page.choosing && option.state === 'on-the-table' && works('ours') && works('theirs');
  const mine = standing.some((s) => s.side === 'theirs' && s.byName === page.me.name);
  const signed = page.accords.some((a) => a.optionId === option.id && a.signatures.length > 0);
  const mayTakeBack = may && mine && !signed && (option.state === 'on-the-table' || option.state === 'agreed');
  return (
    <div className="grid gap-2">
      {option.pickedByThem ? <p>{t('room-table.picked-by-you', { name: option.pickedByThem })}</p> : null}
      {option.pickedByUs ? <p>{t('room-table.picked-by-us', { name: option.pickedByUs })}</p> : null}
      {choosing && !option.pickedByThem ? (
        <Button kind="primary" busy={pick.busy} onClick={() => void pick.run()}>
          {t('room-table.pick')}
        </Button>
      ) : null}
      {mayTakeBack ? (
        <p>
          <Button kind="quiet" busy={back.busy} onClick={() => void back.run()}>
            {t('room-table.take-back')}
          </Button>
        </p>
      ) : null}
      <ProblemNotice problem={pick.problem ?? back.problem} />
    </div>
  );
}
