import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Id, IdParams, Line, Text } from './common.ts';
import { endpoint } from './endpoint.ts';

const Ready = z.object({
  subject: z.string(),
  body: z.string(),
  to: z.string(),
  agreementTitle: z.string().nullable(),
  prices: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      unit: z.enum(['hour', 'day', 'visit', 'piece', 'fixed']),
      minor: z.number(),
      currency: z.string(),
      clause: z.string(),
    }),
  ),
});
export type OutsideReady = z.infer<typeof Ready>;

export const outsideAgreement = endpoint({
  method: 'GET',
  path: '/api/requests/:id/outside-agreement',
  access: 'agent',
  summary:
    'The honest no with its two ways, ready in the client’s language, and the price list of the agreement in force (P3)',
  params: IdParams,
  response: Ready,
});
export const answerOutside = endpoint({
  method: 'POST',
  path: '/api/requests/:id/outside-agreement',
  access: 'agent',
  summary: 'Send it; the second way becomes an option, priced by the agreement’s list (P3)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    subject: Line,
    body: Text,
    sendAnyway: SendAnyway.optional(),
    option: z
      .strictObject({
        title: Line,
        text: Text,
        lines: z
          .array(z.strictObject({ key: Line, quantity: z.number() }))
          .min(1)
          .max(20),
        hours: z.number().min(0).max(10_000),
        at: At.nullable(),
      })
      .nullable(),
  }),
  response: z.object({ messageId: Id, optionId: Id.nullable() }),
});
