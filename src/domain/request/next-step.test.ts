import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { isStuck, setNextStep } from './next-step.ts';
import type { NextStep, Phase } from './words.ts';

const NOW = 1_000 * DAY;
const step: NextStep = { text: 'call Ms Nowak', ball: 'ours', due: NOW + DAY, ownerId: 'anna' };

describe('[C7] every open request has a next step, its owner and its date', () => {
  it.each<[string, Phase, NextStep, string]>([
    ['ours, with a name and a date', 'initiation', step, 'ok'],
    ['the client owes an answer', 'resolution', { text: 'send the drawing', ball: 'theirs', due: NOW + DAY }, 'ok'],
    ['a carrier owes a part', 'resolution', { text: 'deliver the relay', ball: 'third', due: NOW + DAY }, 'ok'],
    ['a step without words', 'initiation', { ...step, text: ' ' }, 'next-step-missing'],
    [
      'a step of ours that nobody owns',
      'initiation',
      { text: 'call', ball: 'ours', due: NOW + DAY },
      'next-step-needs-owner',
    ],
    ['a step without a date', 'initiation', { ...step, due: Number.NaN }, 'next-step-needs-date'],
    ['a date that has passed', 'initiation', { ...step, due: NOW }, 'date-in-the-past'],
    ['a closed request', 'closed', step, 'request-is-closed'],
  ])('%s', (_name, phase, value, expected) => {
    const result = setNextStep(phase, value, NOW);
    expect(result.ok ? 'ok' : result.refusal.code).toBe(expected);
  });

  it('[C1] is stuck when its date has passed, and never when it is closed', () => {
    expect(isStuck('resolution', { due: NOW - 1 }, NOW)).toBe(true);
    expect(isStuck('resolution', { due: NOW }, NOW)).toBe(false);
    expect(isStuck('closed', { due: NOW - 1 }, NOW)).toBe(false);
  });
});
