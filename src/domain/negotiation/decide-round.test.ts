import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import type { Command } from './commands.ts';
import {
  type Row,
  theirsToo,
  NOW,
  after,
  draft,
  lay,
  hiddenRound,
  on,
  pause,
  round,
  say,
  told,
  twoOnTable,
} from './decide.fixture.ts';
import { findOption } from './table.ts';

describe('rounds and pauses', () => {
  const drafts = after([draft('A'), draft('B'), draft('C', 'theirs')]);
  const close: Command = { kind: 'close-round', side: 'ours', personId: 'anna' };
  const stayed = after([close], twoOnTable);
  const sixth = after([...'ABCDEF'].map((id) => draft(id)).concat([...'ABCDE'].map((id) => lay(id))));
  const rows: readonly Row[] = [
    ['[C2] no round on a closed request', { ...drafts, closed: true }, round(['A', 'B']), 'request-is-closed'],
    ['[S11] no round while work is suspended', { ...drafts, suspended: true }, round(['A', 'B']), 'suspended'],
    [
      '[T7] our side leads the rounds',
      drafts,
      round(['A', 'B'], { side: 'theirs', personId: 'nowak' }),
      'only-our-side',
    ],
    [
      '[P9] nobody of the client opens one for us',
      drafts,
      round(['A', 'B'], { personId: 'nowak' }),
      'acts-for-both-sides',
    ],
    ['[T7] an option nobody knows', drafts, round(['A', 'X']), 'option-unknown'],
    [
      '[T7] what was withdrawn is not tabled',
      after([{ kind: 'withdraw-option', optionId: 'A', side: 'ours', personId: 'anna', why: 'x' }], drafts),
      round(['A', 'B']),
      'option-not-open',
    ],
    [
      '[P6] five lie open, and a round would add a sixth',
      sixth,
      round(['F'], { roundId: 'r2', oneOptionWhy: 'x' }),
      'too-many-options',
    ],
    [
      '[T7] an option that stayed on the table comes along',
      stayed,
      round(['A', 'B'], { roundId: 'r2' }),
      'round-opened',
    ],
    [
      '[T7] one that has expired does not',
      stayed,
      round(['A', 'B'], { roundId: 'r2', closesAt: NOW + 20 * DAY, expiresAt: NOW + 20 * DAY }),
      'option-not-open',
      NOW + 10 * DAY,
    ],
    ['[T7] nothing to close', drafts, close, 'no-open-round'],
    ['[T13] no pause on a closed request', { ...twoOnTable, closed: true }, pause, 'request-is-closed'],
    [
      '[P9] nobody pauses for the other side',
      after([say('theirs', on('A'))], twoOnTable),
      { ...pause, personId: 'nowak' } as Command,
      'acts-for-both-sides',
    ],
    [
      '[T13] resuming says what was found',
      after([pause], twoOnTable),
      { kind: 'resume', side: 'ours', personId: 'anna', why: ' ' },
      'reason-missing',
    ],
    [
      '[T13] a second pause while the first has not been looked at',
      after([pause], twoOnTable),
      { ...pause, resumeAt: NOW + 9 * DAY } as Command,
      'paused',
      NOW + 6 * DAY,
    ],
    ['[T13] without an open round a pause closes none', drafts, pause, 'paused'],

    ['[P6] two options open a round', drafts, round(['A', 'B']), 'round-opened option-tabled option-tabled'],
    ['[P6] one option is no choice', drafts, round(['A']), 'one-option-needs-reason'],
    [
      '[P6] … unless it is said why',
      drafts,
      round(['A'], { oneOptionWhy: 'only one crew has the permit' }),
      'round-opened option-tabled',
    ],
    ['[P6] one option named twice is one', drafts, round(['A', 'A']), 'one-option-needs-reason'],
    ['[P6] no option at all', drafts, round([]), 'options-missing'],
    [
      '[T5] no round before we know what is behind it',
      { ...drafts, interest: 'unknown' },
      round(['A', 'B']),
      'interest-unknown',
    ],
    ['[T7] a round has an end that lies ahead', drafts, round(['A', 'B'], { closesAt: NOW }), 'date-in-the-past'],
    [
      '[T7] its options stand at least as long as it is open',
      drafts,
      round(['A', 'B'], { expiresAt: NOW + DAY }),
      'expires-before-round-closes',
    ],
    ['[T7] we do not table the draft of the client', drafts, round(['A', 'C']), 'not-their-option'],
    ['[T7] one round at a time', twoOnTable, round(['A', 'B'], { roundId: 'r2' }), 'round-is-open'],
    ['[T7] the same round sent twice is one', twoOnTable, round(['A', 'B']), ''],
    [
      '[T7] what both accepted when it closes is agreed',
      after([say('ours', on('A'))], hiddenRound),
      { kind: 'close-round', side: 'ours', personId: 'anna' },
      'round-closed:none-works',
    ],
    [
      '[T7] nothing works: the no is declined, the if stays',
      after([say('theirs', on('A', 'does-not-work'), on('B', 'works-if'))], twoOnTable),
      { kind: 'close-round', side: 'ours', personId: 'anna' },
      'round-closed:none-works option-declined',
    ],
    [
      '[T7] a no nobody may see yet does not show when the round ends',
      after([say('theirs', on('A', 'does-not-work'), on('B', 'works-if'))], hiddenRound),
      { kind: 'close-round', side: 'ours', personId: 'anna' },
      'round-closed:none-works',
    ],
    ['[T7] the round ends by its date', twoOnTable, { kind: 'tick' }, 'round-closed:none-works', NOW + 7 * DAY],
    ['[T7] and not before', twoOnTable, { kind: 'tick' }, '', NOW + 7 * DAY - 1],
    [
      '[T7] options expire by our clock',
      twoOnTable,
      { kind: 'tick' },
      'option-expired option-expired round-closed:none-works',
      NOW + 10 * DAY,
    ],
    ['[S11] a suspended talk ends no round', { ...twoOnTable, suspended: true }, { kind: 'tick' }, '', NOW + 7 * DAY],
    [
      '[T13] knowledge is missing: what, who on both sides, until when',
      twoOnTable,
      pause,
      'round-closed:paused paused',
    ],
    [
      '[T13] nobody of the client is named',
      twoOnTable,
      { ...pause, theirPeople: [' '] } as Command,
      'people-of-both-sides',
    ],
    [
      '[T13] nobody said what is missing',
      twoOnTable,
      { ...pause, missing: '' } as Command,
      'missing-knowledge-unnamed',
    ],
    ['[T13] a date that has passed', twoOnTable, { ...pause, resumeAt: NOW } as Command, 'date-in-the-past'],
    ['[T13] one pause at a time', after([pause], twoOnTable), pause, 'paused'],
    ['[T13] nothing is accepted meanwhile', after([pause], twoOnTable), say('theirs', on('A')), 'paused'],
    [
      '[T13] it comes back by itself on its date',
      after([pause], twoOnTable),
      { kind: 'tick' },
      'pause-lapsed',
      NOW + 5 * DAY,
    ],
    [
      '[T13] from that date on answers count again',
      after([pause], twoOnTable),
      say('theirs', on('A')),
      'stance-taken',
      NOW + 5 * DAY,
    ],
    [
      '[T13] it is resumed earlier, with what was found',
      after([pause], twoOnTable),
      { kind: 'resume', side: 'theirs', personId: 'nowak', why: 'the floor holds' },
      'resumed',
    ],
    [
      '[T13] without a pause nothing is resumed',
      twoOnTable,
      { kind: 'resume', side: 'ours', personId: 'anna', why: 'x' },
      'no-pause',
    ],
  ];
  for (const [name, table, command, expected, now] of rows)
    it(name, () => expect(told(table, command, now)).toBe(expected));

  it('[T9] an option tabled during a round belongs to it', () => {
    expect(findOption(theirsToo, 'C')?.roundId).toBe('r1');
  });
});
