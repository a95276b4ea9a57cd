import type { Act } from './act-panel.tsx';

/** Which panel a move opens; moves that only wait for somebody open none. */
const ACTS: Readonly<Record<string, Act['kind']>> = {
  'name-client': 'parties',
  reply: 'reply',
  'note-interest': 'entry',
  place: 'place',
  'talk-about-difference': 'invite',
  invite: 'invite',
  'table-options': 'round',
  'next-round': 'option',
  'answer-options': 'table',
  'pick-one': 'table',
  'sign-accord': 'sign',
  begin: 'begin',
  'make-promise': 'promise',
  'keep-promise': 'promises',
  'save-promise': 'promises',
  'offer-shift': 'shift',
  'send-closing': 'close',
  'waive-closing': 'waive',
  collect: 'collect',
  'answer-outside-agreement': 'outside',
  'show-benefit': 'benefit',
  'get-decision': 'decision',
  suspend: 'conflict',
  'pause-for-knowledge': 'pause',
  'resume-pause': 'reply',
  'take-up-again': 'invite',
};

export const actOf = (code: string): Act | null => {
  const kind = ACTS[code];
  return kind ? ({ kind } as Act) : null;
};
