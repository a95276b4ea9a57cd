import type { Playbook } from '../words.ts';

/** S4: Something was sold that stood there already. */
export const soldWhatTheyHave = {
  code: 's4',
  steps: [
    { id: 's4-say', action: 'letter' },
    { id: 's4-ways', action: 'sold-twice', guard: 'cause-recorded' },
    { id: 's4-table', action: 'round', guard: 'round-held' },
    { id: 's4-sign', action: 'sign', guard: 'in-force' },
  ],
} as const satisfies Playbook;
