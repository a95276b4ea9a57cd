import type { Playbook } from '../words.ts';

/** S6: Somebody of ours is ill, away or has left, and their word stands open. */
export const colleagueVanished = {
  code: 's6',
  steps: [
    { id: 's6-list' },
    { id: 's6-hand', action: 'handover' },
    { id: 's6-tell', action: 'letter' },
    { id: 's6-dates', action: 'promise' },
  ],
} as const satisfies Playbook;
