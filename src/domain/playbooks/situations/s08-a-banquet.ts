import type { Playbook } from '../words.ts';

/** S8: The work cannot be done because they are celebrating, and you are asked to the table. */
export const banquet = {
  code: 's8',
  steps: [{ id: 's8-thank' }, { id: 's8-log' }, { id: 's8-next' }, { id: 's8-date', action: 'letter' }],
} as const satisfies Playbook;
