import type { Playbook } from '../words.ts';

/** S14: Somebody of ours promised what cannot be delivered. */
export const salesPromisedTooMuch = {
  code: 's14',
  steps: [
    { id: 's14-source', action: 'promise' },
    { id: 's14-behind', action: 'entry', guard: 'interest-known' },
    { id: 's14-options', action: 'option', guard: 'round-held' },
    { id: 's14-sales', action: 'letter' },
  ],
} as const satisfies Playbook;
