import type { Playbook } from '../words.ts';

/** S13: You are there as agreed, and it does not suit them. */
export const badTime = {
  code: 's13',
  steps: [
    { id: 's13-ask' },
    { id: 's13-three' },
    { id: 's13-tell', action: 'letter' },
    { id: 's13-promise', action: 'promise', guard: 'promise-given' },
  ],
} as const satisfies Playbook;
