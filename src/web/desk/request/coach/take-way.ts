import type { WayOut } from '../../../../domain/coach/types.ts';
import type { Act } from '../act-panel.tsx';
import type { Words } from './draft-field.tsx';
import type { Remark } from './read-draft.ts';

type Told = {
  readonly words: Words;
  readonly onAct: (act: Act) => void;
  readonly dueOf: (date: string) => string | null;
};

/** Ways out that only show what the remark itself already says. */
export const isShown = (way: WayOut): boolean => way.key !== 'coach.way.show-entry';

/** One key: wording put in for the sentence or beside it, or the form that makes good what the sentence says. Undone like any typing. */
export function takeWay(remark: Remark, way: WayOut, { words, onAct, dueOf }: Told): void {
  const { around, start, end, quote } = remark;
  const due = remark.due === null ? null : dueOf(remark.due);
  const instead = (text: string): void => words.replace(around.start, around.end, text.trimEnd());
  const { text = '' } = way;
  switch (way.key.replace('coach.way.', '')) {
    case 'own-promise':
      instead(text);
      return onAct({ kind: 'promise', prefill: { text, due } });
    case 'ask-first':
    case 'ask-approval':
      instead(remark.ways.find((w) => w.key === 'coach.way.reword')?.text ?? quote);
      return onAct({ kind: 'promise', prefill: { text: quote.trim().slice(0, 500), due, ask: quote.trim() } });
    case 'pick-date':
      return onAct({ kind: 'promise', prefill: { text: quote.trim().slice(0, 500), due } });
    case 'open-room':
      return onAct({ kind: 'invite' });
    case 'add-regret':
      return words.replace(around.start, around.start, `${text} `);
    case 'add-step':
    case 'ask-curiously':
      return words.replace(around.end, around.end, ` ${text}`);
    case 'cut-reason':
    case 'cut-sugar':
      return instead('');
    case 'neutral':
    case 'state-fact':
    case 'change-value':
    case 'start-with-point':
      return words.select(start, end);
    default:
      return instead(text);
  }
}
