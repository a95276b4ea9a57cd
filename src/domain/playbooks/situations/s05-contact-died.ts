import type { Playbook } from '../words.ts';

/** S5: The person you worked with is dead. */
export const contactDied = {
  code: 's5',
  steps: [
    { id: 's5-stop' },
    { id: 's5-condole' },
    { id: 's5-successor', action: 'room-people' },
    { id: 's5-whole', action: 'letter' },
  ],
} as const satisfies Playbook;
