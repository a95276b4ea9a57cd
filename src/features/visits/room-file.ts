import type { FastifyRequest } from 'fastify';
import { Id } from '../../contract/common.ts';
import { inRoom } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import type { Kernel } from '../../platform/http/serve.ts';
import { writeIcs } from '../../platform/calendar/ics-write.ts';
import { entryOf } from './visit-entry.ts';
import { roomEntry } from './room-visits.store.ts';

/** The client's visit as a file for their calendar; reading it changes nothing. */
export function calendarFile({ app, ctx, contactOf }: Kernel): void {
  app.get(
    '/api/room/visits/:id/visit.ics',
    { schema: { summary: 'A visit as a file for the calendar', tags: ['room'] } },
    async (request: FastifyRequest, reply) => {
      const actor = await contactOf(request);
      if (!actor) throw refused('signed-out');
      const id = Id.safeParse((request.params as { id?: unknown }).id);
      const visit = id.success ? await inRoom(ctx.db, actor, (tx) => roomEntry(tx, id.data)) : null;
      if (!visit || (actor.requestId && actor.requestId !== visit.requestId)) throw refused('not-found');
      return reply
        .header('content-disposition', 'attachment; filename="visit.ics"')
        .type('text/calendar; charset=utf-8')
        .send(writeIcs({ method: 'publish', events: [entryOf(visit, ctx.now())] }));
    },
  );
}
