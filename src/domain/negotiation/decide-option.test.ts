import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import {
  type Row,
  agreedOnA,
  theirsToo,
  declinedA,
  NOW,
  START,
  after,
  draft,
  edit,
  lay,
  pause,
  told,
  twoOnTable,
} from './decide.fixture.ts';

describe('options', () => {
  const who = { ours: 'anna', theirs: 'nowak' } as const;
  const bring = (optionId: string, side: 'ours' | 'theirs' = 'ours'): Command => ({
    kind: 'bring-back-option',
    optionId,
    side,
    personId: who[side],
    changedWhy: 'cheaper now',
  });
  const pull = (optionId: string, side: 'ours' | 'theirs' = 'ours'): Command => ({
    kind: 'withdraw-option',
    optionId,
    side,
    personId: who[side],
    why: 'crew ill',
  });
  const rows: readonly Row[] = [
    ['[T7] editing what was declined', declinedA, edit('A', 'A1', 'A2'), 'option-not-open'],
    [
      '[T13] nothing new goes on the table while a pause runs',
      after([draft('D'), pause], twoOnTable),
      lay('D'),
      'paused',
    ],
    ['[T7] tabling an option nobody knows', START, lay('A'), 'option-unknown'],
    ['[T7] tabling what is on the table already', twoOnTable, lay('A'), ''],
    ['[T7] tabling what was declined', declinedA, lay('A'), 'option-not-open'],
    ['[L7] bringing back an option nobody knows', START, bring('A'), 'option-unknown'],
    ['[L7] bringing back the option of the other side', declinedA, bring('A', 'theirs'), 'not-their-option'],
    ['[L7] bringing back what still lies on the table', twoOnTable, bring('A'), 'option-not-open'],
    ['[T7] withdrawing an option nobody knows', START, pull('A'), 'option-unknown'],
    ['[T7] withdrawing the option of the other side', twoOnTable, pull('A', 'theirs'), 'not-their-option'],
    ['[T7] withdrawing twice', after([pull('A')], twoOnTable), pull('A'), ''],
    ['[T7] what was withdrawn does not come back', after([pull('A')], twoOnTable), bring('A'), 'option-not-open'],

    ['[T7] our side drafts one', START, draft('A'), 'option-drafted'],
    ['[T7] the client writes their own', START, draft('A', 'theirs'), 'option-drafted'],
    ['[T7] the same draft sent twice is one', after([draft('A')]), draft('A'), ''],
    [
      '[T9] a variant names an option that does not exist',
      START,
      { ...draft('B'), parents: ['A'] } as Command,
      'option-unknown',
    ],
    ['[T9] a combination of two', twoOnTable, { ...draft('C'), parents: ['A', 'B'] } as Command, 'option-drafted'],
    [
      '[T5] nothing of ours goes on the table before we know what is behind it',
      after([draft('A')], { ...START, interest: 'unknown' }),
      lay('A'),
      'interest-unknown',
    ],
    [
      '[T5] knowingly skipped is enough',
      after([draft('A')], { ...START, interest: 'skipped' }),
      lay('A'),
      'option-tabled',
    ],
    [
      '[T5] the client may table theirs at once',
      after([draft('A', 'theirs')], { ...START, interest: 'unknown' }),
      lay('A', 'theirs'),
      'option-tabled',
    ],
    [
      '[T7] an option is valid until a date that lies ahead',
      after([draft('A')]),
      lay('A', 'ours', NOW),
      'date-in-the-past',
    ],
    ['[T7] nobody tables the option of the other side', after([draft('A', 'theirs')]), lay('A'), 'not-their-option'],
    [
      '[P6] a sixth option is no choice but a catalogue',
      after(
        [...'ABCDE']
          .map((id) => draft(id))
          .concat(
            [...'ABCDE'].map((id) => lay(id)),
            draft('F'),
          ),
      ),
      lay('F'),
      'too-many-options',
    ],
    ['[T7] a wording is edited from the one in force', twoOnTable, edit('A', 'A1', 'A2'), 'option-edited'],
    [
      '[T7] an edit of a wording that has changed meanwhile',
      after([edit('A', 'A1', 'A2')], twoOnTable),
      edit('A', 'A1', 'A3'),
      'wording-changed',
    ],
    ['[T7] an edit that changes nothing', twoOnTable, edit('A', 'A1', 'A1'), ''],
    [
      '[T7] the client varies our option instead of rewriting it',
      twoOnTable,
      edit('A', 'A1', 'A2', 'theirs'),
      'not-their-option',
    ],
    ['[T7] we complete what the client wrote', theirsToo, edit('C', 'C1', 'C2'), 'option-edited'],
    ['[T7] an agreed option is edited only knowingly', agreedOnA, edit('A', 'A1', 'A2'), 'agreed-already'],
    [
      '[T7] … with a reason it is open again',
      agreedOnA,
      edit('A', 'A1', 'A2', 'ours', 'the crane is not free'),
      'option-edited',
    ],
    [
      '[P4] once somebody signed, the wording stays',
      { ...agreedOnA, signed: true },
      edit('A', 'A1', 'A2', 'ours', 'x'),
      'accord-is-signed',
    ],
    [
      '[T7] who proposed withdraws, with a reason',
      twoOnTable,
      { kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: 'crew ill' },
      'option-withdrawn',
    ],
    [
      '[T7] … not without one',
      twoOnTable,
      { kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: '' },
      'reason-missing',
    ],
    [
      '[T7] withdrawing after the other side accepted comes too late',
      agreedOnA,
      { kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: 'x' },
      'option-not-open',
    ],
    [
      '[L7] what was declined comes back with a stated change',
      declinedA,
      { kind: 'bring-back-option', optionId: 'A', side: 'ours', personId: 'anna', changedWhy: 'at half price now' },
      'option-brought-back',
    ],
    [
      '[L7] … and not without one',
      declinedA,
      { kind: 'bring-back-option', optionId: 'A', side: 'ours', personId: 'anna', changedWhy: ' ' },
      'declined-before',
    ],
    ['[L7] the declined wording under another letter', declinedA, draft('D', 'ours', 'A1'), 'declined-before'],
    [
      '[L7] … with what changed',
      declinedA,
      { ...draft('D', 'ours', 'A1'), changedWhy: 'their budget came' } as Command,
      'option-drafted',
    ],
    ['[L7] editing another option into the declined wording', declinedA, edit('B', 'B1', 'A1'), 'declined-before'],
    [
      '[P9] a person of ours cannot act for the client',
      twoOnTable,
      { ...draft('C', 'theirs'), personId: 'anna' } as Command,
      'acts-for-both-sides',
    ],
    ['[C2] nothing moves on a closed request', { ...START, closed: true }, draft('A'), 'request-is-closed'],
  ];
  for (const [name, table, command, expected, now] of rows)
    it(name, () => expect(told(table, command, now)).toBe(expected));
});
