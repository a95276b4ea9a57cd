import { describe, expect, it } from 'vitest';
import { PLAYBOOKS } from './playbooks.ts';
import { type Run, moveRun } from './run.ts';
import { type Signs, suggestPlaybook } from './suggest.ts';
import { soundsTense } from './tense.ts';

const run: Run = {
  state: 'running',
  steps: [
    { id: 'listen', state: 'open' },
    { id: 'sign', state: 'open', guard: 'in-force' },
  ],
};
const always = (): boolean => true;
const never = (): boolean => false;
const states = (result: ReturnType<typeof moveRun>): unknown =>
  result.ok ? [result.value.state, ...result.value.steps.map((s) => s.state)] : result.refusal.code;

describe('a playbook on a request', () => {
  it.each([
    ['a step is ticked', { kind: 'done', step: 'listen' }, ['running', 'done', 'open']],
    ['a later step may be ticked first', { kind: 'done', step: 'sign' }, ['running', 'open', 'done']],
    [
      'a step is skipped with a reason',
      { kind: 'skip', step: 'listen', why: 'done by phone' },
      ['running', 'skipped', 'open'],
    ],
    ['a step is not skipped without one', { kind: 'skip', step: 'listen', why: ' ' }, 'reason-missing'],
    ['it is left for free work with a reason', { kind: 'leave', why: 'none fits' }, ['left', 'open', 'open']],
    ['it is not left without one', { kind: 'leave', why: '' }, 'reason-missing'],
    ['a step that is not in it', { kind: 'done', step: 'dance' }, 'step-unknown'],
  ] as const)('[L6] %s', (_name, move, expected) => {
    expect(states(moveRun(run, move, always))).toEqual(expected);
  });

  it('[L6] a guarded step is not ticked before what it is about is so, but can be skipped', () => {
    expect(states(moveRun(run, { kind: 'done', step: 'sign' }, never))).toBe('step-not-yet');
    expect(states(moveRun(run, { kind: 'skip', step: 'sign', why: 'by hand' }, never))).toEqual([
      'running',
      'open',
      'skipped',
    ]);
  });

  it('[L6] steps change places; at an end nothing happens', () => {
    const order = (move: Parameters<typeof moveRun>[1]): unknown => {
      const moved = moveRun(run, move, always);
      return moved.ok && moved.value.steps.map((s) => s.id);
    };
    expect(order({ kind: 'up', step: 'sign' })).toEqual(['sign', 'listen']);
    expect(order({ kind: 'down', step: 'sign' })).toEqual(['listen', 'sign']);
  });

  it('[L6] with every step behind us it is finished; opened again it runs on; left, it stays left', () => {
    const one = moveRun(run, { kind: 'done', step: 'listen' }, always);
    const all = one.ok ? moveRun(one.value, { kind: 'skip', step: 'sign', why: 'no need' }, always) : one;
    expect(states(all)).toEqual(['finished', 'done', 'skipped']);
    expect(all.ok && states(moveRun(all.value, { kind: 'open', step: 'sign' }, always))).toEqual([
      'running',
      'done',
      'open',
    ]);
    expect(states(moveRun({ ...run, state: 'left' }, { kind: 'done', step: 'listen' }, always))).toBe('playbook-left');
  });
});

describe('which one fits', () => {
  const calm: Signs = {
    contactDied: false,
    conflictOpen: false,
    tense: false,
    methodChanges: 2,
    theirLate: 0,
    ourBroken: 0,
    salesInDoubt: 0,
    declined: false,
  };
  it.each([
    ['nothing awkward: nothing is suggested', {}, [], null],
    ['the third change of method', { methodChanges: 3 }, [], 's2'],
    ['a date of theirs has passed', { theirLate: 1 }, [], 's7'],
    ['a decline', { declined: true }, [], 's10'],
    ['a tense tone comes before a late date', { tense: true, theirLate: 1 }, [], 's1'],
    ['what was tried or put aside is not suggested again', { tense: true, theirLate: 1 }, ['s1'], 's7'],
    ['people of theirs want opposite things', { conflictOpen: true }, [], 's11'],
    ['the contact has died', { contactDied: true, tense: true }, [], 's5'],
  ] as const)('%s', (_name, signs, tried, expected) => {
    expect(suggestPlaybook({ ...calm, ...signs }, tried)?.code ?? null).toBe(expected);
  });

  it.each([
    ['This is unacceptable, I am fed up.', true],
    ['ЭТО БЕЗОБРАЗИЕ, СКОЛЬКО МОЖНО', true],
    ['Mam dość, to skandal', true],
    ['C’est inadmissible !! Répondez !', true],
    ['WHY DOES NOBODY ANSWER!!!', true],
    ['Our lawyer will look at the draft on Monday.', false],
    ['Thank you! That was quick!', false],
    ['Please replace the drive on SATURDAY.', false],
  ])('“%s” sounds tense: %s', (words, tense) => {
    expect(soundsTense(words)).toBe(tense);
  });
});

it('there are fourteen situations, and no step id twice', () => {
  expect(PLAYBOOKS.map((p) => p.code)).toEqual(Array.from({ length: 14 }, (_, i) => `s${i + 1}`));
  const ids = PLAYBOOKS.flatMap((p) => p.steps.map((s) => s.id));
  expect(new Set(ids).size).toBe(ids.length);
});
