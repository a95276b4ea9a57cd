import { z } from 'zod';
import { Done } from './common.ts';
import { endpoint } from './endpoint.ts';
import { InOption, StanceGiven } from './negotiation.ts';

const Seen = z.strictObject({ hash: z.string().length(64) });

export const pickOption = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options/:optionId/pick',
  access: 'agent',
  summary: 'Several options work: the one our side picks, on its exact wording (T7)',
  params: InOption,
  creates: true,
  body: Seen,
  response: StanceGiven,
});
export const withdrawStance = endpoint({
  method: 'POST',
  path: '/api/requests/:id/options/:optionId/stance/withdraw',
  access: 'agent',
  summary: 'Take back what our side said to an option, until somebody has signed',
  params: InOption,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});

// ── the room ──
export const pickOptionInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/options/:optionId/pick',
  access: 'room',
  summary: 'Several options work: the one the client picks',
  params: InOption,
  creates: true,
  body: Seen,
  response: StanceGiven,
});
export const withdrawStanceInRoom = endpoint({
  method: 'POST',
  path: '/api/room/requests/:id/options/:optionId/stance/withdraw',
  access: 'room',
  summary: 'The client takes back what they said to an option',
  params: InOption,
  creates: true,
  body: z.strictObject({}),
  response: Done,
});
