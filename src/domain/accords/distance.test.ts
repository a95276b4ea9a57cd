import { expect, it } from 'vitest';
import type { ConditionValue } from '../listening/words.ts';
import { terms } from '../negotiation/terms.fixture.ts';
import type { OptionTerms } from '../negotiation/words.ts';
import { type Distance, distanceFrom } from './distance.ts';

const free: ConditionValue = { kind: 'money', max: { minor: 0, currency: 'EUR' } };
const half: ConditionValue = { kind: 'money', max: { minor: 24_000, currency: 'EUR' } };
const by: ConditionValue = { kind: 'date', latest: 5 };
const night = { label: 'work', minor: 48_000, currency: 'EUR' };
const back = { label: 'return', minor: 2_000, currency: 'EUR', conditional: 'return' as const };

it.each<[string, readonly ConditionValue[], Partial<OptionTerms>, readonly Distance[]]>([
  [
    '[T10] the first ask counts, not the later one',
    [free, half],
    { costs: [night] },
    [{ kind: 'money', asked: 0, agreed: 48_000, currency: 'EUR' }],
  ],
  [
    '[T10] with every cost, also the one that only may arise',
    [free],
    { costs: [night, back] },
    [{ kind: 'money', asked: 0, agreed: 50_000, currency: 'EUR' }],
  ],
  ['[T10] other currencies are not guessed', [free], { costs: [{ ...night, currency: 'PLN' }] }, []],
  [
    '[T10] of a forecast the 9-of-10 date is what was agreed',
    [by],
    { date: { kind: 'forecast', p50: 4, p90: 9 } },
    [{ kind: 'date', asked: 5, agreed: 9 }],
  ],
  [
    '[T10] no date was agreed',
    [by],
    { date: { kind: 'none', why: 'open' } },
    [{ kind: 'date', asked: 5, agreed: null }],
  ],
  ['[T10] a not-before says nothing of how late it may be', [{ kind: 'date', earliest: 2 }], {}, []],
])('%s', (_name, conditions, more, expected) => expect(distanceFrom(conditions, terms(more))).toEqual(expected));
