import { sql } from 'kysely';
import type { z } from 'zod';
import type { roomPeople } from '../../contract/room-people.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { forgetDevices } from './device.store.ts';

type Person = z.infer<typeof roomPeople.response>['items'][number];

/** Everybody of the client, with the links that still open this request: its own, and those to all of the client's requests. */
export async function peopleOfRoom(tx: Tx, requestId: string, now: number): Promise<Person[]> {
  const at = iso(now);
  const { rows } = await sql<Person>`
    select k.id as "contactId", k.name, k.email, k.may, count(distinct l.id)::int as links, count(distinct s.id)::int as sessions,
      max(l.created_at) as "lastSent"
    from request r
    join contact k on k.workspace_id = r.workspace_id and k.client_id = r.client_id and k.status = 'active'
    left join room_link l on l.workspace_id = k.workspace_id and l.contact_id = k.id and l.revoked_at is null and l.expires_at > ${at}
      and (l.request_id = r.id or l.request_id is null)
    left join room_session s on s.workspace_id = l.workspace_id and s.link_id = l.id and s.expires_at > ${at}
    where r.workspace_id = ${tx.workspaceId} and r.id = ${requestId}
    group by k.id, k.name, k.email, k.may order by k.name, k.id limit 200`.execute(tx);
  return rows;
}

/** From this moment the links open nothing, and what is open through them is closed. Returns how many there were. */
export async function revokeLinksOf(tx: Tx, requestId: string, contactId: string, now: number): Promise<number> {
  const revoked = await tx
    .updateTable('room_link')
    .set({ revoked_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('request_id', '=', requestId), eb('request_id', 'is', null)]))
    .returning('id')
    .execute();
  await forgetDevices(tx, contactId);
  const ids = revoked.map((l) => l.id);
  if (ids.length > 0)
    await tx
      .deleteFrom('room_session')
      .where('workspace_id', '=', tx.workspaceId)
      .where('link_id', 'in', ids)
      .execute();
  return ids.length;
}
