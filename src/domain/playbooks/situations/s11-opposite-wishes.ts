import type { Playbook } from '../words.ts';

/** S11: People of one client ask for things that cannot both be done. */
export const oppositeWishes = {
  code: 's11',
  steps: [
    { id: 's11-hear', action: 'conflict', guard: 'notice-given' },
    { id: 's11-who', action: 'decision' },
    { id: 's11-decision', action: 'decision', guard: 'decided' },
    { id: 's11-tell', action: 'letter', guard: 'decided' },
  ],
} as const satisfies Playbook;
