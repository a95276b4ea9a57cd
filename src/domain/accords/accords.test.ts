import { describe, expect, it } from 'vitest';
import type { OptionTerms } from '../negotiation/words.ts';
import { type AccordContent, type AccordWords, accordDocument, documentText } from './document.ts';
import { type AccordFacts, type Signing, sign } from './signing.ts';

const words: AccordWords = {
  title: (n) => `Accord ${n}`,
  between: 'between',
  and: 'and',
  about: 'About',
  what: 'What',
  cost: 'Cost',
  noCost: 'nothing',
  onlyIf: (l, w) => `${l}, only if ${w}`,
  condition: (kind) => `a ${kind} is due`,
  date: 'When',
  noDate: (w) => `no date: ${w}`,
  weDo: (f) => `${f} does`,
  youDo: (c) => `${c} does`,
  by: (t, d) => `${t} by ${d}`,
  place: 'Where',
  scopeIn: 'In',
  scopeOut: 'Out',
  assumptions: 'We assume',
  amends: (n) => `Amends ${n}`,
  money: (m, c) => `${m / 100} ${c}`,
  when: (at) => `day ${at}`,
};
const terms: OptionTerms = {
  text: 'Friday night instead of Saturday',
  costs: [
    { label: 'Night work', minor: 0, currency: 'EUR' },
    { label: 'Restocking', minor: 4000, currency: 'EUR', conditional: 'restocking', when: 'it is sent back' },
  ],
  date: { kind: 'by-hand', at: 7 },
  effortHours: 6,
  scopeIn: [],
  scopeOut: ['spare parts'],
  assumptions: [],
  weDo: [{ text: 'change the drive', due: 5 }],
  youDo: [{ text: 'open the hall' }],
  meets: [],
  misses: [],
  authority: { hours: 6 },
};
const content: AccordContent = {
  number: 12,
  reference: 'REQ-1042',
  subject: 'Weekend work',
  optionTitle: 'Friday night',
  terms,
  firm: { organisation: 'Servis', person: 'Piotr' },
  client: { organisation: 'ACME', person: 'Ms Nowak' },
};

describe('the text of an accord', () => {
  const text = documentText(accordDocument(content, words), words);
  it('[P4] names both parties, what was agreed, and who does what by when', () => {
    expect(text).toContain('between Servis (Piotr)\nand ACME (Ms Nowak)');
    expect(text).toContain('Servis does\n– change the drive by day 5');
    expect(text).toContain('ACME does\n– open the hall');
  });
  it('[L5] carries every cost, also the one that arises only in some case', () => {
    expect(text).toContain('– Restocking, only if it is sent back: 40 EUR');
  });
  it('[P4] reads, word for word', () => {
    expect(text).toBe(`Accord 12

between Servis (Piotr)
and ACME (Ms Nowak)

About
– REQ-1042 · Weekend work

What
– Friday night
– Friday night instead of Saturday

Cost
– Night work: 0 EUR
– Restocking, only if it is sent back: 40 EUR

When
– day 7

Servis does
– change the drive by day 5

ACME does
– open the hall

Out
– spare parts`);
  });

  const linesOf = (more: Partial<OptionTerms>, rest: Partial<AccordContent> = {}): string[] =>
    accordDocument({ ...content, terms: { ...terms, ...more }, ...rest }, words).sections.flatMap((s) => s.lines);
  it.each<[string, Partial<OptionTerms>, Partial<AccordContent>, string]>([
    ['[L5] no cost is said, not left out', { costs: [] }, {}, 'nothing'],
    ['[P2] of a forecast the 9-of-10 date binds', { date: { kind: 'forecast', p50: 3, p90: 9 } }, {}, 'day 9'],
    [
      '[P2] no date is said with its reason',
      { date: { kind: 'none', why: 'too few cases' } },
      {},
      'no date: too few cases',
    ],
    ['[P4] an amendment names what it amends', {}, { amends: 11 }, 'Amends 11'],
    ['[T8] the place', { place: 'hall 3' }, {}, 'hall 3'],
    ['[T8] what is part of it', { scopeIn: ['test run'] }, {}, 'test run'],
    ['[T8] what is taken for granted', { assumptions: ['the gate is open'] }, {}, 'the gate is open'],
    [
      '[L5] a conditional cost without words says its case in the language of the accord',
      { costs: [{ label: 'VAT', minor: 100, currency: 'EUR', conditional: 'tax' }] },
      {},
      'VAT, only if a tax is due: 1 EUR',
    ],
    [
      '[P4] a break inside a line is no new heading',
      { scopeOut: ['parts\n\nCost\n– nothing'] },
      {},
      'parts Cost – nothing',
    ],
  ])('%s', (_name, more, rest, line) => expect(linesOf(more, rest)).toContain(line));

  it('[P4] paragraphs of the text are lines, empty ones are not', () => {
    expect(linesOf({ text: 'one\n\ntwo' }).slice(1, 4)).toEqual(['Friday night', 'one', 'two']);
  });
  it('[P4] a party without a person is named by its organisation', () => {
    const alone = { ...content, firm: { organisation: 'Servis', person: '' } };
    expect(documentText(accordDocument(alone, words), words)).toContain('between Servis\nand');
  });

  it('[P4] says nothing of our own authority', () => {
    expect(text).not.toContain('authority');
    expect(text).not.toContain('6 h');
  });
  it('[P4] the same content always gives the same text', () => {
    expect(documentText(accordDocument(structuredClone(content), words), words)).toBe(text);
  });
});

const accord = (more: Partial<AccordFacts> = {}): AccordFacts => ({
  state: 'drawn-up',
  fingerprint: 'f',
  signed: {},
  stillAgreed: true,
  ...more,
});
const nowak = (more: Partial<Signing> = {}): Signing => ({
  side: 'theirs',
  personId: 'nowak',
  seen: 'f',
  typedName: 'Maria Nowak',
  understood: true,
  entitled: true,
  ...more,
});

describe('signing', () => {
  it('[P4] the first name half-signs, the second puts it in force', () => {
    expect(sign(accord(), nowak())).toEqual({ ok: true, value: 'half-signed' });
    expect(sign(accord({ state: 'half-signed', signed: { ours: 'piotr' } }), nowak())).toEqual({
      ok: true,
      value: 'in-force',
    });
  });
  it('[P4] three letters are a name', () => {
    expect(sign(accord(), nowak({ typedName: 'Ng ' + 'A' }))).toMatchObject({ ok: true });
    expect(sign(accord(), nowak({ typedName: 'Lis' }))).toMatchObject({ ok: true });
  });
  it.each([
    ['[P4] words one did not see are not signed', accord(), nowak({ seen: 'old' }), 'stale-wording'],
    [
      '[P4] a wording that was edited meanwhile is not signed',
      accord({ stillAgreed: false }),
      nowak(),
      'no-longer-agreed',
    ],
    [
      '[P4] nobody signs for both sides',
      accord({ state: 'half-signed', signed: { ours: 'nowak' } }),
      nowak(),
      'acts-for-both-sides',
    ],
    [
      '[P4] a side signs once',
      accord({ state: 'half-signed', signed: { theirs: 'kowalski' } }),
      nowak(),
      'signed-already',
    ],
    [
      '[P4] who signed already, and clicks again, is told so',
      accord({ state: 'half-signed', signed: { theirs: 'nowak' } }),
      nowak(),
      'signed-already',
    ],
    ['[S11] who may not decide does not sign', accord(), nowak({ entitled: false }), 'not-entitled-to-sign'],
    ['[P4] a signature is knowing', accord(), nowak({ understood: false }), 'tick-missing'],
    ['[P4] a signature has a name', accord(), nowak({ typedName: ' M ' }), 'name-missing'],
    ['[P4] what is in force is amended by a new accord', accord({ state: 'in-force' }), nowak(), 'accord-not-open'],
  ])('%s', (_name, facts, signing, code) => {
    expect(sign(facts, signing)).toMatchObject({ ok: false, refusal: { code } });
  });
});
