import { z } from 'zod';
import { SendAnyway } from './coach.ts';
import { At, Done, Id, IdParams, Line } from './common.ts';
import { endpoint } from './endpoint.ts';

const Waited = z.object({
  promiseId: Id,
  text: z.string(),
  due: At,
  late: z.boolean(),
  remindedAt: At.nullable(),
  reminder: z.object({ to: z.string(), subject: z.string(), body: z.string() }).nullable(),
});
/** A date of ours that moves because something of theirs is late. */
const Shift = z.object({ promiseId: Id, text: z.string(), from: At, to: At, because: z.string() });

export const clientPromises = endpoint({
  method: 'GET',
  path: '/api/requests/:id/client-promises',
  access: 'agent',
  summary: 'What we wait for from the client, ready reminders, and which dates of ours move with it (P5)',
  params: IdParams,
  response: z.object({
    waited: z.array(Waited),
    shifts: z.array(Shift),
    /** An amendment that lies before the client. */
    offered: z.boolean(),
  }),
});
export const remindClient = endpoint({
  method: 'POST',
  path: '/api/promises/:id/remind',
  access: 'agent',
  summary: 'Remind the client, in a friendly tone (P5)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    subject: Line,
    body: z.string().trim().min(1).max(10_000),
    sendAnyway: SendAnyway.optional(),
  }),
  response: z.object({ messageId: Id }),
});
export const offerShift = endpoint({
  method: 'POST',
  path: '/api/requests/:id/shift',
  access: 'agent',
  summary: 'Offer the moved dates as an amendment to sign; theirDue is when the client will be ready (P5, S7)',
  params: IdParams,
  creates: true,
  body: z.strictObject({ theirDue: At }),
  response: z.object({ optionId: Id }),
});
export const reminderSetting = endpoint({
  method: 'GET',
  path: '/api/reminder-setting',
  access: 'agent',
  summary: 'Are clients reminded by the product itself?',
  response: z.object({ automatic: z.boolean() }),
});
export const setReminders = endpoint({
  method: 'PUT',
  path: '/api/reminder-setting',
  access: 'lead',
  summary: 'Switch the product’s own reminders on or off',
  body: z.strictObject({ automatic: z.boolean() }),
  response: Done,
});
