import type { Playbook } from '../words.ts';

/** S9: You did something outside the agreement and it went wrong. */
export const favourThatBroke = {
  code: 's9',
  steps: [
    { id: 's9-border' },
    { id: 's9-sorry', action: 'letter' },
    { id: 's9-way', action: 'outside' },
    { id: 's9-next' },
  ],
} as const satisfies Playbook;
