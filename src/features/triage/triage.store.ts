import { sql } from 'kysely';
import type { z } from 'zod';
import type { BoardCard, Placement as PlacementDto } from '../../contract/triage.ts';
import { fate } from '../../domain/triage/fate.ts';
import type { Fate, Placement, PossibleNo, ReasonableNo } from '../../domain/triage/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refOf } from '../requests/public.ts';

export type PlacementRow = z.infer<typeof PlacementDto>;

/** Every placement of a request, oldest first: the first position is kept as said (T10). */
export async function placementsOf(tx: Tx, requestId: string): Promise<PlacementRow[]> {
  const rows = await tx
    .selectFrom('placement as p')
    .leftJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'p.workspace_id').onRef('m.id', '=', 'p.by_id'),
    )
    .leftJoin('contact as c', (join) =>
      join.onRef('c.workspace_id', '=', 'p.workspace_id').onRef('c.id', '=', 'p.by_id'),
    )
    .selectAll('p')
    .select(sql<string | null>`coalesce(m.name, c.name)`.as('by_name'))
    .where('p.workspace_id', '=', tx.workspaceId)
    .where('p.request_id', '=', requestId)
    .orderBy('p.at')
    .orderBy('p.id')
    .limit(500)
    .execute();
  return rows.map((p) => ({
    id: p.id,
    side: p.side,
    reasonable: p.reasonable,
    possible: p.possible,
    reasonableKind: p.reasonable_kind as ReasonableNo | null,
    possibleKind: p.possible_kind as PossibleNo | null,
    reason: p.reason,
    evidence: p.evidence,
    clause: p.clause,
    first: p.first,
    byName: p.by_name ?? '',
    at: p.at,
  }));
}

/** Where one side sees the request now, as the core asks for it. */
export function latestOf(rows: readonly PlacementRow[], side: 'ours' | 'theirs'): Placement | undefined {
  const row = rows.findLast((p) => p.side === side);
  if (!row) return undefined;
  return {
    side,
    reasonable: row.reasonable,
    possible: row.possible,
    reason: row.reason,
    ...(row.reasonableKind ? { reasonableKind: row.reasonableKind } : {}),
    ...(row.possibleKind ? { possibleKind: row.possibleKind } : {}),
    ...(row.evidence ? { evidence: row.evidence } : {}),
  };
}

export async function insertPlacement(
  tx: Tx,
  p: {
    id: string;
    requestId: string;
    clientId: string | null;
    placement: Placement;
    clause: string | null;
    first: boolean;
    byId: string;
  },
  now: number,
): Promise<void> {
  const { placement } = p;
  await tx
    .insertInto('placement')
    .values({
      workspace_id: tx.workspaceId,
      id: p.id,
      request_id: p.requestId,
      client_id: p.clientId,
      side: placement.side,
      reasonable: placement.reasonable,
      possible: placement.possible,
      reasonable_kind: placement.reasonableKind ?? null,
      possible_kind: placement.possibleKind ?? null,
      reason: placement.reason,
      evidence: placement.evidence ?? null,
      clause: p.clause,
      first: p.first,
      by_id: p.byId,
      at: iso(now),
    })
    .execute();
}

const cells: readonly Fate[] = ['not-placed', 'do-it', 'reasonable-not-possible', 'possible-not-reasonable', 'neither'];
type Card = z.infer<typeof BoardCard>;

/** T2: four cells and a tray. Counts come from kept counters unless a filter asks otherwise; fifty cards a cell, newest change first. */
export async function boardCells(tx: Tx, filter: { clientId?: string | undefined; since?: string | undefined }) {
  const filtered = filter.clientId != null || filter.since != null;
  const client = filter.clientId ? sql`and r.client_id = ${filter.clientId}` : sql``;
  const since = filter.since ? sql`and r.opened_at >= ${filter.since}` : sql``;
  const counts = filtered
    ? sql`select r.fate, count(*)::int as n, coalesce(sum(r.minutes), 0)::int as minutes from request r
        where r.workspace_id = ${tx.workspaceId} and r.phase <> 'closed' and not r.asleep ${client} ${since} group by r.fate`
    : sql`select fate, sum(n)::int as n, sum(minutes)::int as minutes from request_count
        where workspace_id = ${tx.workspaceId} and phase <> 'closed' group by fate`;
  const { rows: totals } = await sql<{ fate: Fate; n: number; minutes: number }>`${counts}`.execute(tx);
  const { rows: cards } = await sql<CardRow>`
    select f.fate as cell, x.* from unnest(${sql.val(cells)}::text[]) f (fate) cross join lateral (
      select r.id, r.ref, r.subject, c.name as client_name, r.their_reasonable, r.their_possible, r.minutes, r.opened_at, r.phase, m.name as owner_name, r.version
      from request r left join client c on c.workspace_id = r.workspace_id and c.id = r.client_id
        left join member m on m.workspace_id = r.workspace_id and m.id = r.owner_id
      where r.workspace_id = ${tx.workspaceId} and r.fate = f.fate and r.phase <> 'closed' and not r.asleep ${client} ${since}
      order by r.updated_at desc limit 50) x`.execute(tx);
  return cells.map((cell) => {
    const total = totals.find((t) => t.fate === cell);
    return {
      fate: cell,
      count: total?.n ?? 0,
      minutes: total?.minutes ?? 0,
      cards: cards.filter((c) => c.cell === cell).map(toCard),
    };
  });
}

type CardRow = {
  cell: Fate;
  id: string;
  ref: number;
  subject: string;
  client_name: string | null;
  their_reasonable: 'yes' | 'no' | 'unknown' | null;
  their_possible: 'yes' | 'no' | 'unknown' | null;
  minutes: number;
  opened_at: string;
  phase: string;
  owner_name: string | null;
  version: number;
};

const toCard = (c: CardRow): Card => ({
  id: c.id,
  ref: refOf(c.ref),
  subject: c.subject,
  clientName: c.client_name,
  fate: c.cell,
  theirFate: c.their_reasonable && c.their_possible ? fate(c.their_reasonable, c.their_possible) : null,
  minutes: c.minutes,
  openedAt: c.opened_at,
  phase: c.phase,
  ownerName: c.owner_name,
  version: c.version,
});

/** Reasons given lately, to be offered again with one touch. */
export async function recentReasons(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ reason: string }>`
    select reason from (select reason, at from placement where workspace_id = ${tx.workspaceId} and side = 'ours' order by at desc limit 200) x
    group by reason order by count(*) desc, max(at) desc limit 8`.execute(tx);
  return rows.map((row) => row.reason);
}
