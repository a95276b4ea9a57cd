import * as wire from '../../contract/room-people.ts';
import { type Kernel, serve } from '../../platform/http/serve.ts';
import { peopleOfRoom } from '../room/public.ts';
import { inviteIntoRoom, revokeLinks } from './room-people.ts';

export function roomPeopleRoutes(kernel: Kernel): void {
  serve(kernel, wire.roomPeople, async ({ tx, params, now }) => ({ items: await peopleOfRoom(tx, params.id, now) }));
  serve(kernel, wire.inviteIntoRoom, ({ tx, ctx, actor, params, now }) =>
    inviteIntoRoom(tx, ctx, actor, params.id, params.contactId, now),
  );
  serve(kernel, wire.revokeLinks, async ({ tx, actor, params, now }) => {
    await revokeLinks(tx, actor, params.id, params.contactId, now);
    return { ok: true as const };
  });
}
