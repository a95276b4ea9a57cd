import { describe, expect, it } from 'vitest';
import { type EntryCommand, type NewEntry, addEntry, decideEntry } from './entry-life.ts';
import { mayPromiseDate, openQuestions } from './questions.ts';
import { repeats, saidAgain } from './said-again.ts';
import type { Entry } from './words.ts';

const entry = (more: Partial<Entry> = {}): Entry => ({
  id: 'e',
  kind: 'condition',
  state: 'standing',
  side: 'theirs',
  text: 'no extra cost',
  said: 1,
  ...more,
});
const question = entry({ id: 'q', kind: 'question', state: 'open', side: 'ours', text: 'Which hall?' });

describe('[L1] words on the ledger', () => {
  it.each<[string, NewEntry, string]>([
    ['a condition stands', { kind: 'condition', side: 'theirs', text: ' no extra cost ' }, 'standing'],
    ['a question is open', { kind: 'question', side: 'ours', text: 'Which hall?' }, 'open'],
    ['nothing is no entry', { kind: 'fact', side: 'theirs', text: ' ' }, 'words-missing'],
    [
      'a zero-cost condition carries its value',
      { kind: 'condition', side: 'theirs', text: 'free', value: { kind: 'money', max: { minor: 0, currency: 'EUR' } } },
      'standing',
    ],
    [
      'an interest has no typed value',
      { kind: 'interest', side: 'theirs', text: 'save', value: { kind: 'money', max: { minor: 0, currency: 'EUR' } } },
      'value-does-not-fit-kind',
    ],
    [
      'what they own is no condition',
      { kind: 'condition', side: 'theirs', text: 'we have it', value: { kind: 'product', rule: 'has', name: 'drive' } },
      'value-does-not-fit-kind',
    ],
    [
      'what they own is a belonging',
      {
        kind: 'already-has',
        side: 'theirs',
        text: 'we have it',
        value: { kind: 'product', rule: 'has', name: 'drive' },
      },
      'standing',
    ],
    [
      'a date that names no date',
      { kind: 'condition', side: 'theirs', text: 'soon', value: { kind: 'date' } },
      'value-is-empty',
    ],
    [
      'not before Friday and by Monday before it',
      { kind: 'condition', side: 'theirs', text: 'x', value: { kind: 'date', earliest: 9, latest: 5 } },
      'value-contradicts-itself',
    ],
  ])('%s', (_name, value, expected) => {
    const result = addEntry(value);
    expect(result.ok ? (result.value.kind === 'entry-added' ? result.value.state : '') : result.refusal.code).toBe(
      expected,
    );
  });

  it.each<[string, Entry, EntryCommand, string]>([
    [
      'the client says that is not it',
      entry(),
      { kind: 'dispute', by: 'theirs', words: 'a small cost is fine' },
      'entry-disputed',
    ],
    ['we cannot say it for them', entry(), { kind: 'dispute', by: 'ours', words: 'x' }, 'only-the-client'],
    ['a dispute says what is wrong', entry(), { kind: 'dispute', by: 'theirs', words: '' }, 'words-missing'],
    ['the client confirms', entry(), { kind: 'confirm', by: 'theirs' }, 'entry-confirmed'],
    ['we do not confirm our own hearing', entry(), { kind: 'confirm', by: 'ours' }, 'only-the-client'],
    [
      'a disputed entry is put right',
      entry({ state: 'disputed' }),
      { kind: 'restate', by: 'ours', text: 'at most 200' },
      'entry-restated',
    ],
    [
      'who said it takes it back',
      entry(),
      { kind: 'withdraw', by: 'theirs', why: 'the budget grew' },
      'entry-withdrawn',
    ],
    [
      'nobody takes back the words of the other side',
      entry(),
      { kind: 'withdraw', by: 'ours', why: 'x' },
      'not-their-words',
    ],
    ['taking back says why', entry(), { kind: 'withdraw', by: 'theirs', why: '' }, 'reason-missing'],
    [
      'what was taken back stays so',
      entry({ state: 'withdrawn' }),
      { kind: 'confirm', by: 'theirs' },
      'entry-does-not-allow',
    ],
    ['a question is answered', question, { kind: 'answer', by: 'theirs', text: 'hall 3' }, 'question-answered'],
    ['an answer has words', question, { kind: 'answer', by: 'theirs', text: '' }, 'words-missing'],
    [
      'a condition is not a question',
      entry({ state: 'disputed' }),
      { kind: 'answer', by: 'theirs', text: 'x' },
      'not-a-question',
    ],
    [
      'a standing condition cannot be answered',
      entry(),
      { kind: 'answer', by: 'theirs', text: 'x' },
      'entry-does-not-allow',
    ],
  ])('%s', (_name, value, command, expected) => {
    const result = decideEntry(value, command);
    expect(result.ok ? result.value.map((e) => e.kind).join(' ') : result.refusal.code).toBe(expected);
  });

  it('restating keeps what stood there before', () => {
    const result = decideEntry(entry(), { kind: 'restate', by: 'ours', text: 'at most 200' });
    expect(result.ok && result.value[0]).toMatchObject({ from: 'no extra cost', text: 'at most 200' });
  });
});

describe('[L2] saying it once must be enough', () => {
  const again = { messageId: 'm2', quote: 'no extra cost, as I said', by: 'theirs' } as const;
  it.each<[string, Entry, Parameters<typeof saidAgain>[1], Parameters<typeof saidAgain>[2], string]>([
    ['another message says it again', entry(), again, [{ messageId: 'm1', quote: 'x', by: 'theirs' }], '2'],
    ['the same message counts once', entry({ said: 2 }), again, [again], 'counted-already'],
    [
      'on the telephone it counts every time',
      entry({ said: 2 }),
      { quote: 'said on the phone', by: 'theirs' },
      [{ quote: 'said on the phone', by: 'theirs' }],
      '3',
    ],
    ['when we repeat it, it does not count', entry(), { ...again, by: 'ours' }, [], 'only-the-client'],
    ['a repeat shows the words', entry(), { ...again, quote: ' ' }, [], 'words-missing'],
    ['what was taken back is not repeated', entry({ state: 'withdrawn' }), again, [], 'entry-does-not-allow'],
  ])('%s', (_name, value, saying, earlier, expected) => {
    const result = saidAgain(value, saying, earlier);
    expect(result.ok ? String(result.value.said) : result.refusal.code).toBe(expected);
  });

  it('the figure of the desk counts what was said beyond the first time', () => {
    expect(repeats([{ said: 1 }, { said: 3 }, { said: 2 }])).toBe(3);
  });
});

describe('[C5] a date with questions open takes a reason', () => {
  const answered = entry({ kind: 'question', state: 'answered' });
  it('names the open questions', () => expect(openQuestions([question, answered, entry()])).toEqual(['q']));
  it('no question open, nothing asked', () =>
    expect(mayPromiseDate([answered, entry()])).toEqual({ ok: true, value: {} }));
  it('a question open and no reason: refused with the question', () =>
    expect(mayPromiseDate([question], ' ')).toEqual({
      ok: false,
      refusal: { code: 'questions-open', data: { entryIds: ['q'] } },
    }));
  it('with a reason the date may be promised, and the reason is kept', () =>
    expect(mayPromiseDate([question], 'same visit either way')).toEqual({
      ok: true,
      value: { openQuestionsWhy: 'same visit either way' },
    }));
});
