import type { Playbook } from '../words.ts';

/** S7: What the client (or their subcontractor) was to bring is late, and our dates hang on it. */
export const theyMissDates = {
  code: 's7',
  steps: [
    { id: 's7-remind', action: 'letter' },
    { id: 's7-ask' },
    { id: 's7-shift', action: 'method' },
    { id: 's7-sign', action: 'sign', guard: 'in-force' },
  ],
} as const satisfies Playbook;
