import type { ReactNode, RefObject } from 'react';
import type { WayOut } from '../../../../domain/coach/types.ts';
import { useT } from '../../../i18n/i18n.tsx';
import type { Act } from '../act-panel.tsx';
import type { Seen } from '../request.ts';
import type { Words } from './draft-field.tsx';
import { dueOf } from './due.ts';
import type { Remark } from './read-draft.ts';
import { Remarks } from './remarks.tsx';
import { takeWay } from './take-way.ts';
import { Undertakings } from './undertakings.tsx';
import type { Coach } from './use-coach.ts';

type Props = Seen & {
  coach: Coach;
  text: string;
  words: RefObject<Words | null>;
  onAct: (act: Act) => void;
};

/** Beneath the words: what was found, said aloud as a number once the hands rest, and what the draft undertakes. */
export function CoachPanel({ coach, text, words, page, again, onAct }: Props): ReactNode {
  const t = useT();
  const { reading, coaching } = coach;
  const n = reading?.remarks.length ?? 0;
  const { calendar, zone } = coaching ?? {};
  // Words typed since the last reading have moved everything: the draft is read once more before anything is put into it.
  const onWay = async (old: Remark, way: WayOut): Promise<void> => {
    const now = reading?.draft === text ? reading : await coach.readNow();
    const remark = now?.remarks.find((r) => r.key === old.key) ?? now?.remarks.find((r) => r.rule === old.rule);
    if (!remark || !words.current || !calendar || !zone) return;
    takeWay(remark, way, { words: words.current, onAct, dueOf: (date) => dueOf(date, calendar, zone) });
  };
  return (
    <>
      <p role="status" className="sr-only">
        {n > 0 ? t('desk-coach.found', { n }) : ''}
      </p>
      {reading && n > 0 ? (
        <Remarks
          remarks={reading.remarks}
          lang={reading.lang}
          onWave={(remark) => {
            coach.wave(remark);
            words.current?.focus();
          }}
          onBack={() => words.current?.focus()}
          onWay={(remark, way) => void onWay(remark, way)}
        />
      ) : null}
      {reading && calendar && zone && page.phase !== 'closed' ? (
        <Undertakings
          undertakings={reading.undertakings}
          calendar={calendar}
          zone={zone}
          page={page}
          again={again}
          onForm={(prefill) => onAct({ kind: 'promise', prefill })}
        />
      ) : null}
    </>
  );
}
