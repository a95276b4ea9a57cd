import type { Playbook } from '../words.ts';

/** S10: What they pictured and what can be are far apart. */
export const inflatedExpectations = {
  code: 's10',
  steps: [
    { id: 's10-picture', action: 'entry', guard: 'interest-known' },
    { id: 's10-possible', action: 'expectations', guard: 'cause-recorded' },
    { id: 's10-table', action: 'round', guard: 'round-held' },
    { id: 's10-sign', action: 'sign', guard: 'in-force' },
  ],
} as const satisfies Playbook;
