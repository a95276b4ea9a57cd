import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import type { Command } from './commands.ts';
import {
  type Row,
  agreedOnA,
  theirsToo,
  severalWork,
  NOW,
  after,
  declinedA,
  edit,
  hiddenRound,
  on,
  pick,
  refusalOf,
  say,
  told,
  twoOnTable,
} from './decide.fixture.ts';
import { findOption } from './table.ts';

describe('stances', () => {
  const oursOnA = after([say('ours', on('A'))], twoOnTable);
  const back = (optionId: string): Command => ({
    kind: 'withdraw-stance',
    optionId,
    side: 'theirs',
    personId: 'nowak',
  });
  const withdrawnA = after(
    [
      say('theirs', on('A')),
      { kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: 'crew ill' },
    ],
    twoOnTable,
  );
  const rows: readonly Row[] = [
    ['[T7] a stance on an option nobody knows', twoOnTable, say('theirs', on('X')), 'option-unknown'],
    ['[T7] taking back on an option nobody knows', twoOnTable, back('X'), 'option-unknown'],
    ['[T7] taking back what was never said', twoOnTable, back('A'), ''],
    ['[T7] taking back where the round has declined it', declinedA, back('A'), 'option-not-open'],
    ['[T7] saying a word again about what was withdrawn since', withdrawnA, say('theirs', on('A')), 'option-not-open'],
    [
      '[T7] picking a wording that changed meanwhile',
      after([edit('A', 'A1', 'A2')], severalWork),
      pick('ours', 'A'),
      'wording-changed',
    ],

    ['[T7] one yes is no agreement', twoOnTable, say('theirs', on('A')), 'stance-taken'],
    [
      '[T7] both say yes to the same wording',
      oursOnA,
      say('theirs', on('A')),
      'stance-taken agreed option-superseded round-closed:agreed',
    ],
    ['[T7] we say yes to A and they to B', oursOnA, say('theirs', on('B')), 'stance-taken'],
    ['[T7] "works if" is not yes', oursOnA, say('theirs', on('A', 'works-if')), 'stance-taken'],
    ['[T7] "need others" is not yes', oursOnA, say('theirs', on('A', 'need-others')), 'stance-taken'],
    [
      '[T7] an "if" without its condition',
      twoOnTable,
      say('theirs', { optionId: 'A', hash: 'A1', kind: 'works-if' }),
      'words-missing',
    ],
    [
      '[T7] "need others" without whom',
      twoOnTable,
      say('theirs', { optionId: 'A', hash: 'A1', kind: 'need-others', words: ' ' }),
      'words-missing',
    ],
    [
      '[T7] a no without its reason',
      twoOnTable,
      say('theirs', { optionId: 'A', hash: 'A1', kind: 'does-not-work', wouldWork: 'Friday' }),
      'words-missing',
    ],
    [
      '[T7] a no says what would make it work',
      twoOnTable,
      say('theirs', { optionId: 'A', hash: 'A1', kind: 'does-not-work', words: 'too dear' }),
      'what-would-work-missing',
    ],
    [
      '[T7] accepting a wording that was edited meanwhile',
      after([edit('A', 'A1', 'A2')], oursOnA),
      say('theirs', on('A')),
      'wording-changed',
    ],
    [
      '[T7] a yes to the old wording does not help the new one',
      after([edit('A', 'A1', 'A2')], oursOnA),
      say('theirs', on('A', 'works', 'A2')),
      'stance-taken',
    ],
    ['[T7] a double click is one answer', after([say('theirs', on('A'))], twoOnTable), say('theirs', on('A')), ''],
    ['[T7] a double click on the yes that made the agreement', agreedOnA, say('theirs', on('A')), ''],
    ['[T7] another yes after the agreement comes too late', agreedOnA, say('theirs', on('B')), 'option-not-open'],
    [
      '[T7] accepting what was withdrawn',
      after([{ kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: 'crew ill' }], twoOnTable),
      say('theirs', on('A')),
      'option-not-open',
    ],
    [
      '[T7] accepting what has expired, before any clock noticed',
      twoOnTable,
      say('theirs', on('A')),
      'option-not-open',
      NOW + 10 * DAY,
    ],
    ['[S11] accepting while work is suspended', { ...oursOnA, suspended: true }, say('theirs', on('A')), 'suspended'],
    ['[C2] accepting on a closed request', { ...oursOnA, closed: true }, say('theirs', on('A')), 'request-is-closed'],
    [
      '[P9] one person for both sides',
      oursOnA,
      { ...say('theirs', on('A')), personId: 'anna' } as Command,
      'acts-for-both-sides',
    ],
    [
      '[T7] one answer each to an option',
      twoOnTable,
      say('theirs', on('A'), on('A', 'works-if')),
      'option-named-twice',
    ],
    ['[T7] no answer is no answer', twoOnTable, say('theirs'), 'stance-missing'],
    [
      '[T7] our yes to the option of the client before cost and date are named',
      theirsToo,
      say('ours', on('C')),
      'needs-our-part',
    ],
    [
      '[T7] … after we completed it',
      after([edit('C', 'C1', 'C2')], theirsToo),
      say('ours', on('C', 'works', 'C2')),
      'stance-taken',
    ],
    [
      '[T7] one wrong answer and none counts',
      twoOnTable,
      say('theirs', on('A'), on('B', 'works', 'old')),
      'wording-changed',
    ],
    [
      '[T7] a stance is taken back',
      oursOnA,
      { kind: 'withdraw-stance', optionId: 'A', side: 'ours', personId: 'anna' },
      'stance-withdrawn',
    ],
    [
      '[T7] the agreement goes with the yes it stood on',
      agreedOnA,
      { kind: 'withdraw-stance', optionId: 'A', side: 'theirs', personId: 'nowak' },
      'stance-withdrawn',
    ],
    [
      '[P4] … until somebody has signed',
      { ...agreedOnA, signed: true },
      { kind: 'withdraw-stance', optionId: 'A', side: 'theirs', personId: 'nowak' },
      'accord-is-signed',
    ],
    [
      '[T7] both accept two at once: nobody chooses for them',
      after([say('ours', on('A'), on('B'))], twoOnTable),
      say('theirs', on('A'), on('B')),
      'stance-taken stance-taken several-work round-closed:several-work',
    ],
    [
      '[T7] in a hidden round nothing follows before both have answered all',
      after([say('ours', on('A'), on('B', 'works-if'))], hiddenRound),
      say('theirs', on('A')),
      'stance-taken',
    ],
    [
      '[T7] … then it does',
      after([say('ours', on('A'), on('B', 'works-if')), say('theirs', on('A'))], hiddenRound),
      say('theirs', on('B')),
      'stance-taken agreed option-superseded round-closed:agreed',
    ],
    ['[T7] several work: one side picks', severalWork, pick('ours', 'A'), 'picked'],
    [
      '[T7] both pick the same',
      after([pick('ours', 'A')], severalWork),
      pick('theirs', 'A'),
      'picked agreed option-superseded',
    ],
    [
      '[T7] each picks another: a split, and no agreement',
      after([pick('ours', 'A')], severalWork),
      pick('theirs', 'B'),
      'picked',
    ],
    [
      '[T7] one switches',
      after([pick('ours', 'A'), pick('theirs', 'B')], severalWork),
      pick('theirs', 'A'),
      'picked agreed option-superseded',
    ],
    ['[T7] a pick clicked twice is one', after([pick('ours', 'A')], severalWork), pick('ours', 'A'), ''],
    ['[T7] nothing to pick while the round is open', twoOnTable, pick('ours', 'A'), 'nothing-to-pick'],
    [
      '[T7] picking what no longer works for both',
      after([{ kind: 'withdraw-stance', optionId: 'A', side: 'theirs', personId: 'nowak' }], severalWork),
      pick('ours', 'A'),
      'does-not-work-for-both',
    ],
    [
      '[T7] a stance does not decide while each side picks',
      after([say('theirs', on('B', 'works-if'))], severalWork),
      say('theirs', on('B')),
      'stance-taken',
    ],
  ];
  for (const [name, table, command, expected, now] of rows)
    it(name, () => expect(told(table, command, now)).toBe(expected));

  it('[T7] who comes too late is told the wording in force', () => {
    const table = after([edit('A', 'A1', 'A2')], twoOnTable);
    expect(refusalOf(table, say('theirs', on('A')))).toEqual({
      code: 'wording-changed',
      data: { optionId: 'A', current: 'A2' },
    });
  });

  it('[T7] an edit names whose stances it voids', () => {
    const table = after([say('ours', on('A')), say('theirs', on('A', 'works-if'))], twoOnTable);
    const edited = after([edit('A', 'A1', 'A2')], table);
    expect(findOption(edited, 'A')?.stances).toEqual([]);
    expect(findOption(edited, 'B')?.stances).toEqual(findOption(table, 'B')?.stances);
  });

  it('[T7] our side speaks with one voice, the last', () => {
    const table = after(
      [
        say('ours', on('A', 'does-not-work')),
        { ...say('ours', on('A')), personId: 'piotr' } as Command,
        say('theirs', on('A')),
      ],
      twoOnTable,
    );
    expect(findOption(table, 'A')?.state).toBe('agreed');
  });

  it('[S11] two people of the client who disagree are no yes; the one who decides is', () => {
    const lis = { ...say('theirs', on('A', 'does-not-work')), personId: 'lis' } as Command;
    const split = after([say('ours', on('A')), lis, say('theirs', on('A'))], twoOnTable);
    expect(findOption(split, 'A')?.state).toBe('on-the-table');
    const decided = after([say('ours', on('A')), lis, say('theirs', on('A'))], {
      ...twoOnTable,
      decisionMakerId: 'nowak',
    });
    expect(findOption(decided, 'A')?.state).toBe('agreed');
  });
});
