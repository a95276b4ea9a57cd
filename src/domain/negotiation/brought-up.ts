import type { Side } from '../request/words.ts';
import type { Table } from './table.ts';
import type { Stance } from './words.ts';
import { visibleStances } from './visible-stances.ts';

/** What a "no" or an "if" brought up: the next round starts from it, as an issue or a condition. */
export type BroughtUp = {
  readonly optionId: string;
  readonly side: Side;
  readonly as: 'issue' | 'condition' | 'people';
  readonly words: string;
  readonly wouldWork?: string;
};

const AS = { 'does-not-work': 'issue', 'works-if': 'condition', 'need-others': 'people' } as const satisfies Partial<
  Record<Stance['kind'], BroughtUp['as']>
>;

/** T7: the reasons and conditions of a round that the viewer may see, in the order of its options. */
export function broughtUp(table: Table, roundId: string, viewer: Side): readonly BroughtUp[] {
  return table.options
    .filter((o) => o.roundId === roundId)
    .flatMap((o) => visibleStances(table, o, viewer).map((stance) => ({ optionId: o.id, stance })))
    .flatMap(({ optionId, stance: { kind, side, words, wouldWork } }) =>
      kind === 'works'
        ? []
        : [{ optionId, side, as: AS[kind], words: words ?? '', ...(wouldWork ? { wouldWork } : {}) }],
    );
}
