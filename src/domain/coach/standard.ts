import type { RuleId } from './types.ts';

/** P10: the values of the service standard; a team words them in its own way. */
export const VALUES = [
  'positive',
  'patient',
  'polite',
  'dependable',
  'caring-of-time',
  'honest',
  'professional',
  'prompt',
] as const;
export type Value = (typeof VALUES)[number];

/** The value that a remark of the coach stands for: why it is made at all. */
export const VALUE_OF: Readonly<Record<RuleId, Value>> = {
  'binds-others': 'dependable',
  'over-authority': 'dependable',
  'condition-clash': 'honest',
  'reflex-no': 'positive',
  rude: 'polite',
  blame: 'professional',
  excuse: 'professional',
  'no-plan': 'professional',
  'asked-again': 'caring-of-time',
  'already-has': 'caring-of-time',
  riddle: 'honest',
  sweetening: 'honest',
  'no-empathy': 'patient',
  'vague-date': 'prompt',
};
