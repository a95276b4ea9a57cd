import type { Playbook } from '../words.ts';

/** S12: What we did was wrong, and we know it. */
export const ourMistake = {
  code: 's12',
  steps: [
    { id: 's12-say', action: 'letter' },
    { id: 's12-redo', action: 'promise', guard: 'promise-given' },
    { id: 's12-note' },
    { id: 's12-close', action: 'close' },
  ],
} as const satisfies Playbook;
