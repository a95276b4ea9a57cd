import { z } from 'zod';
import { At, Done, Id, IdParams } from './common.ts';
import { endpoint } from './endpoint.ts';

const InContact = z.strictObject({ id: Id, contactId: Id });
const RoomPerson = z.object({
  contactId: Id,
  name: z.string(),
  email: z.string(),
  may: z.enum(['see', 'talk', 'decide']),
  /** Links into this request's room that still open it. */
  links: z.number().int(),
  /** Devices on which it is open now. */
  sessions: z.number().int(),
  lastSent: At.nullable(),
});

export const roomPeople = endpoint({
  method: 'GET',
  path: '/api/requests/:id/room-people',
  access: 'agent',
  summary: 'People of the client: what each may do in the room, and through how many links they can come in',
  params: IdParams,
  response: z.object({ items: z.array(RoomPerson) }),
});
export const inviteIntoRoom = endpoint({
  method: 'POST',
  path: '/api/requests/:id/room-people/:contactId',
  access: 'agent',
  summary: 'Send this person their own link into the room',
  params: InContact,
  creates: true,
  body: z.strictObject({}),
  response: z.object({ messageId: Id }),
});
export const revokeLinks = endpoint({
  method: 'DELETE',
  path: '/api/requests/:id/room-people/:contactId/links',
  access: 'agent',
  summary: 'End every link of this person into this room, and what is open through them',
  params: InContact,
  response: Done,
});
