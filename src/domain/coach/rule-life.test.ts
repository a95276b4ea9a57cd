import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { loadPack } from './packs/load.ts';
import { failsTrust, hushKey, isHushed, sentenceAround, sentenceKey, sorted } from './rule-life.ts';
import { type CheckContext } from './types.ts';

const context: CheckContext = { now: '2026-03-11T10:00:00+01:00', kind: 'reply', author: { may: [] }, ledger: [] };
const DRAFT = 'Hello Ms Nowak,\n\nI am sure my boss will agree. As I already explained twice, read the manual.\n';
const { findings } = check(DRAFT, context, await loadPack('en'));

describe('the life of a rule', () => {
  it.each([
    [29, 29, false, 'too few showings to say anything'],
    [30, 6, false, 'a fifth is still trusted'],
    [30, 7, true, 'more than a fifth is not'],
    [200, 40, false, 'a fifth of many'],
    [200, 41, true, 'more than a fifth of many'],
  ])('%i showings, %i called wrong: back to trial %s (%s)', (shown, wrong, back) => {
    expect(failsTrust(shown, wrong)).toBe(back);
  });

  it('[T14] off is silent, trial is only logged, on is said', () => {
    const { said, silent } = sorted(findings, { rude: 'trial', blame: 'off' });
    expect(said.map((f) => f.rule)).toEqual(['binds-others']);
    expect(silent.map((f) => f.rule)).toEqual(['rude']);
    expect(sorted(findings, { rude: 'off' }).silent).toEqual([]);
  });
});

describe('a sentence is remembered without its words', () => {
  it('takes in the whole sentence around what was found', () => {
    const found = findings.find((f) => f.rule === 'binds-others') ?? { start: 0, end: 0 };
    const { start, end } = sentenceAround(DRAFT, found);
    expect(DRAFT.slice(start, end)).toBe('I am sure my boss will agree.');
  });

  it('is the same whatever its case, spacing and digits', () => {
    const key = (text: string): string => sentenceKey(text, { start: 3, end: 6 });
    expect(key('By Friday 13, my boss  will agree.')).toBe(key('by friday 20 My boss will agree!'));
    expect(key('By Friday my boss will agree.')).not.toBe(key('By Friday my boss will refuse.'));
  });

  it('[T14] what stops a send cannot be hushed, a hint can', () => {
    const all = new Set(findings.map((f) => hushKey(f.rule, sentenceKey(DRAFT, f))));
    expect(findings.filter((f) => !isHushed(DRAFT, f, all)).map((f) => f.rule)).toEqual(['binds-others']);
    expect(findings.filter((f) => !isHushed(DRAFT, f, new Set())).length).toBe(findings.length);
  });
});
