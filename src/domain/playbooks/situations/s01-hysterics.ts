import type { Playbook } from '../words.ts';

/** S1: Somebody shouts, weeps or threatens, and nothing you say gets through. */
export const hysterics = {
  code: 's1',
  steps: [
    { id: 's1-listen' },
    { id: 's1-log', action: 'heated', guard: 'heated-logged' },
    { id: 's1-answer', action: 'letter', guard: 'claims-in' },
    { id: 's1-calm' },
  ],
} as const satisfies Playbook;
