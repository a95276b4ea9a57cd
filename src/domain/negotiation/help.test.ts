import { describe, expect, it } from 'vitest';
import { sideBySide } from './differences.ts';
import { betterForBoth, dominated, tradeHints } from './help.ts';
import type { IssueMark } from './issues.ts';
import { lineage } from './lineage.ts';
import { terms } from './terms.fixture.ts';
import type { OptionTerms } from './words.ts';

const eur = (minor: number): OptionTerms['costs'] => [{ label: 'work', minor, currency: 'EUR' }];
const cheaper: IssueMark = { issue: 'cost', side: 'theirs', direction: 'less', mark: 'must' };
const sooner: IssueMark = { issue: 'date', side: 'theirs', direction: 'less', mark: 'want' };
const lessWork: IssueMark = { issue: 'effort', side: 'ours', direction: 'less', mark: 'must' };
const A = { id: 'A', terms: terms() };

describe('[P6] an option that is worse on everything is told before it is sent', () => {
  it.each<[string, Partial<OptionTerms>, readonly IssueMark[], readonly string[]]>([
    ['dearer, and the same day', { costs: eur(50_000) }, [cheaper, sooner], ['cost']],
    [
      'dearer and later',
      { costs: eur(50_000), date: { kind: 'by-hand', at: 9e15 } },
      [cheaper, sooner],
      ['cost', 'date'],
    ],
    ['dearer but sooner is a choice', { costs: eur(50_000), date: { kind: 'by-hand', at: 1 } }, [cheaper, sooner], []],
    ['alike is not worse', {}, [cheaper, sooner], []],
    [
      'a conditional fee counts',
      { costs: [...eur(48_000), { label: 'tax', minor: 1, currency: 'EUR', conditional: 'tax' }] },
      [cheaper],
      ['cost'],
    ],
    ['nobody said that the date matters', { date: { kind: 'by-hand', at: 9e15 } }, [cheaper], []],
    [
      'what cannot be compared is not called worse',
      { costs: eur(50_000), date: { kind: 'none', why: 'x' } },
      [cheaper, sooner],
      [],
    ],
    ['another currency cannot be compared', { costs: [{ label: 'work', minor: 1, currency: 'PLN' }] }, [cheaper], []],
    [
      'a difference in effort has no currency',
      { effortHours: 9, costs: [{ label: 'work', minor: 1, currency: 'PLN' }] },
      [{ ...lessWork, side: 'theirs' }],
      ['effort'],
    ],
    ['a neutral mark decides nothing', { costs: eur(50_000) }, [{ ...cheaper, direction: 'neutral' }], []],
    ['what only we recorded is not theirs', { effortHours: 9 }, [lessWork], []],
    ['more conditions missed', { misses: ['e1'] }, [{ ...cheaper, issue: 'misses' }], ['misses']],
  ])('%s', (_name, more, marks, worseOn) => {
    expect(
      dominated([A, { id: 'B', terms: terms(more) }], marks, 'theirs').flatMap((d): readonly string[] =>
        d.id === 'B' ? d.worseOn : ['A is worse?'],
      ),
    ).toEqual(worseOn);
  });
});

describe('[T8] help that is computed, not guessed', () => {
  it('nice for us and must for them against the reverse is something to trade', () => {
    const marks: readonly IssueMark[] = [
      cheaper,
      { ...cheaper, side: 'ours', mark: 'nice' },
      lessWork,
      { ...lessWork, side: 'theirs', mark: 'nice' },
    ];
    expect(tradeHints(marks)).toEqual([{ weGive: 'cost', weGet: 'effort' }]);
    expect(tradeHints(marks.slice(0, 2))).toEqual([]);
  });

  it('after the agreement: better for both on something, worse for nobody', () => {
    const others = [
      { id: 'B', terms: terms({ costs: eur(40_000), effortHours: 4 }) },
      { id: 'C', terms: terms({ costs: eur(40_000), effortHours: 8 }) },
      { id: 'D', terms: terms({ costs: eur(40_000) }) },
    ];
    expect(betterForBoth(A, [A, ...others], [cheaper, lessWork])).toEqual(['B']);
  });
});

describe('[T9] where an option comes from', () => {
  const family = [
    { id: 'A', parents: [] },
    { id: 'B', parents: [] },
    { id: 'C', parents: ['A', 'B'] },
    { id: 'D', parents: ['C', 'A'] },
  ];
  it('nearest first, each once', () => expect(lineage(family, 'D')).toEqual(['C', 'A', 'B']));
  it('an option of its own has none', () => expect(lineage(family, 'A')).toEqual([]));
});

describe('[T8] side by side', () => {
  const rows = (...options: readonly OptionTerms[]): string[] =>
    sideBySide(options).map((r) => `${r.row}${r.differs ? ' ≠' : ''}`);

  it('keeps the order of rows, leaves out what nobody named, marks what differs', () => {
    expect(rows(terms(), terms({ costs: eur(1), place: 'hall 3' }))).toEqual([
      'cost ≠',
      'cost-at-most ≠',
      'date-nine-of-ten',
      'effort',
      'place ≠',
      'scope-in',
      'we-do',
      'you-do',
      'meets',
    ]);
  });
  it('a fee that only may arise shows in what it costs at most', () => {
    const fee = terms({
      costs: [...eur(48_000), { label: 'return', minor: 900, currency: 'EUR', conditional: 'return' }],
    });
    expect(rows(terms(), fee).slice(0, 2)).toEqual(['cost', 'cost-at-most ≠']);
    expect(sideBySide([fee])[1]?.cells).toEqual([{ kind: 'money', amounts: [{ currency: 'EUR', minor: 48_900 }] }]);
  });
  it('a date by hand and a 9-of-10 date of the same day do not differ, the even chance is a row of its own', () => {
    const forecast = terms({ date: { kind: 'forecast', p50: 5, p90: 9 } });
    expect(rows(terms({ date: { kind: 'by-hand', at: 9 } }), forecast).filter((r) => r.startsWith('date'))).toEqual([
      'date-half ≠',
      'date-nine-of-ten',
    ]);
  });
  it('free is free in any currency', () => {
    expect(rows(terms({ costs: [] }), terms({ costs: eur(0) })).slice(0, 2)).toEqual(['cost', 'cost-at-most']);
  });
});
