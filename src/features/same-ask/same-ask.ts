import type { Standing } from '../../contract/table.ts';
import { askedBefore } from '../../domain/triage/same-ask.ts';
import { DAY } from '../../domain/shared/instant.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { asksOn, likelyAsks, linksOf, saveLink } from './same-ask.store.ts';
import { standingOn } from './standing.store.ts';

const YEAR = 365 * DAY;

/** T11: whoever receives the ask sees the position that stands, its reasons and who gave it, before they answer. Similarity only suggests. */
export async function sameAskOf(
  tx: Tx,
  requestId: string,
): Promise<{ suggested: Standing[]; linked: Standing[]; askedAgain: Standing[] }> {
  const links = await linksOf(tx, requestId);
  const judged = new Set(links.flatMap((l) => [l.from, l.to]));
  const found = new Map<string, number>();
  for (const ask of await asksOn(tx, requestId)) {
    for (const { id, score } of askedBefore(ask, await likelyAsks(tx, ask, ask.at - YEAR)))
      if (!judged.has(id)) found.set(id, Math.max(score, found.get(id) ?? 0));
  }
  const likeliest = [...found].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const same = links.filter((l) => l.same);
  return {
    suggested: await standingOn(
      tx,
      likeliest.map(([id]) => id),
    ),
    linked: await standingOn(
      tx,
      same.filter((l) => l.from === requestId).map((l) => l.to),
    ),
    askedAgain: await standingOn(
      tx,
      same.filter((l) => l.to === requestId).map((l) => l.from),
    ),
  };
}

/** A person confirms the link, or says that it is none; either way it is not suggested again. */
export async function linkSameAsk(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  toId: string,
  same: boolean,
  now: number,
): Promise<void> {
  if (requestId === toId) throw refused('not-found');
  const [first = '', second = ''] = [requestId, toId].toSorted();
  const held = new Map([await lockRequest(tx, first), await lockRequest(tx, second)].map((r) => [r.id, r]));
  const request = held.get(requestId);
  const earlier = held.get(toId);
  if (!request || !earlier || request.clientId === null || request.clientId !== earlier.clientId)
    throw refused('not-found');
  await saveLink(tx, { requestId, toId, same, byId: by.id }, now);
  for (const one of [request, earlier]) await saveRequest(tx, one, {}, now);
  const kind = same ? 'request.same-ask' : 'request.not-same-ask';
  await append(tx, by, now, [
    { kind, requestId, clientId: request.clientId, data: { to: toId, text: `${earlier.ref} ${earlier.subject}` } },
    ...(same
      ? [
          {
            kind: 'request.asked-again',
            requestId: toId,
            clientId: request.clientId,
            data: { by: requestId, text: `${request.ref} ${request.subject}` },
          },
        ]
      : []),
  ]);
}
