import type { Playbook } from '../words.ts';

/** S3: Two of our teams work at the same client or on the same system and do not know of each other. */
export const twoOfOurs = {
  code: 's3',
  steps: [
    { id: 's3-find', action: 'visit' },
    { id: 's3-first' },
    { id: 's3-tell', action: 'letter' },
    { id: 's3-promise', action: 'promise', guard: 'promise-given' },
  ],
} as const satisfies Playbook;
