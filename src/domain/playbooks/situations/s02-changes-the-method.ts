import type { Playbook } from '../words.ts';

/** S2: What is to be reached stays; how it is to be done changes again and again. */
export const changesTheMethod = {
  code: 's2',
  steps: [
    { id: 's2-goal', action: 'entry', guard: 'interest-known' },
    { id: 's2-compare', action: 'method', guard: 'method-asked' },
    { id: 's2-choose', action: 'letter' },
    { id: 's2-sign', action: 'sign', guard: 'in-force' },
  ],
} as const satisfies Playbook;
