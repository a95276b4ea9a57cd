import { z } from 'zod';
import { At, Id } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Phase } from './requests.ts';

export const TodayItem = z.object({
  id: z.string(),
  kind: z.enum([
    'promise-due',
    'promise-at-risk',
    'next-step',
    'answer-in',
    'approval',
    'pause-ends',
    'closing-silent',
    'unknown-sender',
    'kept-aside',
    'delivery',
    'handover',
    'handover-asked',
    'handover-tell',
    'visit',
    'visit-clash',
    'visit-absent',
  ]),
  requestId: Id.nullable(),
  ref: z.string().nullable(),
  subject: z.string(),
  clientName: z.string().nullable(),
  text: z.string(),
  due: At.nullable(),
  late: z.boolean(),
  fate: z.string().nullable(),
});
export const today = endpoint({
  method: 'GET',
  path: '/api/today',
  access: 'agent',
  summary: 'What needs me, most urgent first, and the cycle strip (C1)',
  response: z.object({
    cycle: z.array(z.object({ phase: Phase, open: z.number().int(), stuck: z.number().int() })),
    items: z.array(TodayItem),
  }),
});
