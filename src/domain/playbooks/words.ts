/** What a step opens at the desk; `letter` is a message that is ready in the client's language. */
export const ACTIONS = [
  'letter',
  'entry',
  'heated',
  'method',
  'sold-twice',
  'expectations',
  'conflict',
  'decision',
  'outside',
  'option',
  'round',
  'sign',
  'promise',
  'pause',
  'invite',
  'room-people',
  'handover',
  'visit',
  'close',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What must be so before a step counts as done; whoever knows better skips it with a reason (L6). */
export const GUARDS = [
  'heated-logged',
  'claims-in',
  'interest-known',
  'method-asked',
  'in-force',
  'round-held',
  'cause-recorded',
  'notice-given',
  'decided',
  'promise-given',
] as const;
export type Guard = (typeof GUARDS)[number];

export type Step = { readonly id: string; readonly action?: Action; readonly guard?: Guard };
export type Playbook = { readonly code: string; readonly steps: readonly Step[] };
