import { describe, expect, it } from 'vitest';
import { NOW, after, edit, hiddenRound, on, say, twoOnTable } from './decide.fixture.ts';
import { broughtUp } from './brought-up.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { type Table, findOption } from './table.ts';
import { visibleEvent, visibleStances } from './visible-stances.ts';

const close: Command = { kind: 'close-round', side: 'ours', personId: 'anna' };
const withdraw: Command = { kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: 'crew ill' };
const sees = (table: Table, viewer: 'ours' | 'theirs', id = 'A'): string => {
  const option = findOption(table, id);
  return option
    ? visibleStances(table, option, viewer)
        .map((s) => `${s.side} ${s.kind}`)
        .sort()
        .join(', ')
    : '';
};

describe('[T7] what a side sees of the other side’s stances', () => {
  const one = say('theirs', on('A', 'does-not-work'));
  const all = [say('ours', on('A'), on('B')), say('theirs', on('A', 'works-if'), on('B', 'does-not-work'))];
  it.each<[string, Table, 'ours' | 'theirs', string]>([
    ['at once: as soon as it is said', after([one], twoOnTable), 'ours', 'theirs does-not-work'],
    ['hidden: nothing before both have answered', after([one], hiddenRound), 'ours', ''],
    ['hidden: one’s own, always', after([one], hiddenRound), 'theirs', 'theirs does-not-work'],
    [
      'hidden: not even when both spoke on this one, while another waits',
      after([one, say('ours', on('A'))], hiddenRound),
      'ours',
      'ours works',
    ],
    ['hidden: everything once both have answered all', after(all, hiddenRound), 'ours', 'ours works, theirs works-if'],
    [
      'hidden: an edit hides again, since it must be answered again',
      after([...all, edit('B', 'B1', 'B2')], hiddenRound),
      'ours',
      'ours works',
    ],
    ['hidden: over, and only one spoke: it stays unseen', after([one, close], hiddenRound), 'ours', ''],
    [
      'hidden: over, and both spoke on this one',
      after([one, say('ours', on('A')), close], hiddenRound),
      'ours',
      'ours works, theirs does-not-work',
    ],
    ['hidden: withdrawn before both spoke reveals nothing', after([one, withdraw], hiddenRound), 'ours', ''],
    [
      'hidden: expired before both spoke reveals nothing',
      after([{ kind: 'tick' }], after([one], hiddenRound), NOW * 2),
      'ours',
      '',
    ],
  ])('%s', (_name, table, viewer, expected) => expect(sees(table, viewer)).toBe(expected));
});

describe('[T7] the next round starts from what a no and an if brought up', () => {
  it('a no becomes an issue with what would work, an if a condition, others are people to ask', () => {
    const table = after(
      [say('theirs', on('A', 'does-not-work'), on('B', 'works-if')), say('ours', on('B', 'need-others'))],
      twoOnTable,
    );
    expect(broughtUp(table, 'r1', 'ours')).toEqual([
      { optionId: 'A', side: 'theirs', as: 'issue', words: 'on Friday', wouldWork: 'another day' },
      { optionId: 'B', side: 'theirs', as: 'condition', words: 'on Friday', wouldWork: 'another day' },
      { optionId: 'B', side: 'ours', as: 'people', words: 'on Friday', wouldWork: 'another day' },
    ]);
  });

  it('shows nothing the viewer may not see yet', () => {
    const table = after([say('theirs', on('A', 'does-not-work'))], hiddenRound);
    expect(broughtUp(table, 'r1', 'ours')).toEqual([]);
  });
});

describe('[T7] the ledger tells no more than the page', () => {
  const seenBy = (
    table: Table,
    command: Command,
    viewer: 'ours' | 'theirs',
    later: readonly Command[] = [],
  ): string => {
    const result = decide(table, command, NOW);
    const end = after([command, ...later], table);
    return (result.ok ? result.value : []).flatMap((e) => visibleEvent(end, e, viewer)?.kind ?? []).join(' ');
  };
  const one = say('theirs', on('A', 'does-not-work'));
  it.each<[string, Table, Command, 'ours' | 'theirs', readonly Command[], string]>([
    ['at once: the answer is in the timeline', twoOnTable, one, 'ours', [], 'stance-taken'],
    ['hidden: it is not', hiddenRound, one, 'ours', [], ''],
    ['hidden: one’s own is', hiddenRound, one, 'theirs', [], 'stance-taken'],
    [
      'hidden: it appears once both have answered all',
      hiddenRound,
      one,
      'ours',
      [say('ours', on('A'), on('B')), say('theirs', on('B', 'works-if'))],
      'stance-taken',
    ],
    ['hidden: an answer voided while hidden never does', hiddenRound, one, 'ours', [edit('A', 'A1', 'A2')], ''],
    [
      'hidden: nor that it was taken back',
      after([one], hiddenRound),
      { kind: 'withdraw-stance', optionId: 'A', side: 'theirs', personId: 'nowak' },
      'ours',
      [],
      '',
    ],
  ])('%s', (_name, table, command, viewer, later, expected) =>
    expect(seenBy(table, command, viewer, later)).toBe(expected),
  );

  it('what is about no option, and what happens to an option, is for both', () => {
    const table = after([one], hiddenRound);
    const opened = { kind: 'several-work', optionIds: ['A'] } as const;
    const expired = { kind: 'option-expired', optionId: 'A' } as const;
    expect([visibleEvent(table, opened, 'ours'), visibleEvent(table, expired, 'ours')]).toEqual([opened, expired]);
  });

  it('hidden: an edit does not tell us that they had answered', () => {
    const table = after([one], hiddenRound);
    const result = decide(table, edit('A', 'A1', 'A2'), NOW);
    const event = result.ok ? result.value[0] : undefined;
    expect(event && visibleEvent(after([edit('A', 'A1', 'A2')], table), event, 'ours')).toMatchObject({ voided: [] });
    expect(event && visibleEvent(after([edit('A', 'A1', 'A2')], table), event, 'theirs')).toMatchObject({
      voided: ['nowak'],
    });
  });
});
