import { describe, expect, it } from 'vitest';
import { type Offered, mayAnswerBack, mayAskBack, mayHandOver, mayReceive } from './handover.ts';

const summary =
  'The line must run on Monday; they have a spare drive from Siemens in stock and no extra cost was agreed with Ms Nowak.';
const offered: Offered = { state: 'offered', fromId: 'adam', toId: 'lena', summary, asked: [] };
const code = (r: { ok: boolean; refusal?: { code: string } }): string => (r.ok ? 'ok' : (r.refusal?.code ?? ''));

describe('[P7] a request is handed over', () => {
  it.each<[string, Parameters<typeof mayHandOver>, string]>([
    ['to a colleague', ['resolution', 'adam', 'lena', false], 'ok'],
    ['not to oneself', ['resolution', 'adam', 'adam', false], 'handover-to-oneself'],
    ['not twice at once', ['initiation', 'adam', 'lena', true], 'handover-runs'],
    ['not when it is closed', ['closed', 'adam', 'lena', false], 'request-is-closed'],
  ])('%s', (_name, args, expected) => expect(code(mayHandOver(...args))).toBe(expected));

  it.each<[string, Offered, string, string, string]>([
    [
      'said in own words it is theirs',
      offered,
      'lena',
      'Monday is what counts. We fit the Siemens part they already own, and it costs them nothing.',
      'ok',
    ],
    ['the summary copied back is refused', offered, 'lena', summary, 'restate-in-own-words'],
    [
      'a piece of it copied back as well',
      offered,
      'lena',
      'they have a spare drive from Siemens',
      'restate-in-own-words',
    ],
    [
      'the same words in another order as well',
      offered,
      'lena',
      `${summary.split('; ')[1]} ${summary.split('; ')[0]}`,
      'restate-in-own-words',
    ],
    ['“ok” says nothing', offered, 'lena', ' ok, got it ', 'restatement-missing'],
    ['nobody accepts for somebody else', offered, 'adam', 'Monday is what counts, I know.', 'not-handed-to-you'],
    [
      'what was withdrawn is gone',
      { ...offered, state: 'withdrawn' },
      'lena',
      'Monday is what counts, yes.',
      'handover-ended',
    ],
  ])('%s', (_name, h, by, said, expected) => expect(code(mayReceive(h, by, said))).toBe(expected));

  it('the receiver asks one thing at a time, and who handed it over answers', () => {
    const open: Offered = { ...offered, asked: [{ question: 'Who has the badge?', answer: null }] };
    expect([mayAskBack(offered, 'lena'), mayAskBack(open, 'lena'), mayAskBack(offered, 'adam')].map(code)).toEqual([
      'ok',
      'question-stands',
      'not-handed-to-you',
    ]);
    expect(
      [mayAnswerBack(open, 'adam'), mayAnswerBack(offered, 'adam'), mayAnswerBack(open, 'lena')].map(code),
    ).toEqual(['ok', 'nothing-asked', 'not-your-handover']);
  });
});
