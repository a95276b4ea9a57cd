import { sql } from 'kysely';
import type { z } from 'zod';
import type { OptionTerms, Pause, Round, Stance } from '../../contract/negotiation.ts';
import type { OptionState } from '../../domain/negotiation/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type RoundRow = z.infer<typeof Round>;
export type StanceRow = z.infer<typeof Stance> & { optionId: string; byId: string };
export type OptionRow = {
  id: string;
  letter: string;
  title: string;
  side: 'ours' | 'theirs';
  state: OptionState;
  roundId: string | null;
  parents: string[];
  hash: string;
  revision: number;
  terms: OptionTerms;
  expiresAt: string | null;
  tabledAt: string | null;
  byId: string;
  changedWhy: string | null;
  pickedByUs: string | null;
  pickedByThem: string | null;
};

/** What lies on the table of a request: rounds, options in their latest wording, stances on any wording. Works for both roles. */
export async function tableOf(
  tx: Tx,
  requestId: string,
): Promise<{ rounds: RoundRow[]; options: OptionRow[]; stances: StanceRow[] }> {
  const rounds = await tx
    .selectFrom('round')
    .select(['id', 'number', 'reveal', 'opened_at', 'closes_at', 'closed_at', 'outcome'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('number')
    .execute();
  const options = await optionRows(tx, requestId);
  const stances = await tx
    .selectFrom('stance')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute();
  return {
    rounds: rounds.map((r) => ({
      id: r.id,
      number: r.number,
      reveal: r.reveal,
      openedAt: r.opened_at,
      closesAt: r.closes_at,
      closedAt: r.closed_at,
      outcome: r.outcome,
    })),
    options,
    stances: stances.map((s) => ({
      id: s.id,
      optionId: s.option_id,
      side: s.side,
      kind: s.kind,
      words: s.words,
      wouldWork: s.would_work,
      byId: s.by_id,
      byName: s.by_name,
      hash: s.hash,
      at: s.at,
      void: s.void_at != null,
    })),
  };
}

async function optionRows(tx: Tx, requestId: string): Promise<OptionRow[]> {
  const rows = await tx
    .selectFrom('option as o')
    .innerJoin('option_revision as v', (join) =>
      join
        .onRef('v.workspace_id', '=', 'o.workspace_id')
        .onRef('v.option_id', '=', 'o.id')
        .onRef('v.hash', '=', 'o.hash'),
    )
    .select([
      'o.id',
      'o.letter',
      'o.title',
      'o.side',
      'o.state',
      'o.round_id',
      'o.parents',
      'o.hash',
      'v.number',
      'v.terms',
      'o.expires_at',
      'o.tabled_at',
      'o.by_id',
      'o.changed_why',
      'o.picked_by_us',
      'o.picked_by_them',
    ])
    .where('o.workspace_id', '=', tx.workspaceId)
    .where('o.request_id', '=', requestId)
    .orderBy('o.created_at')
    .orderBy('o.id')
    .limit(200)
    .execute();
  return rows.map((o) => ({
    id: o.id,
    letter: o.letter,
    title: o.title,
    side: o.side,
    state: o.state,
    roundId: o.round_id,
    parents: o.parents,
    hash: o.hash ?? '',
    revision: o.number,
    terms: o.terms as OptionTerms,
    expiresAt: o.expires_at,
    tabledAt: o.tabled_at,
    byId: o.by_id,
    changedWhy: o.changed_why,
    pickedByUs: o.picked_by_us,
    pickedByThem: o.picked_by_them,
  }));
}

export async function pausesOf(tx: Tx, requestId: string): Promise<z.infer<typeof Pause>[]> {
  const rows = await tx
    .selectFrom('pause')
    .select(['id', 'missing', 'our_people', 'their_people', 'resume_at', 'state', 'at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('at')
    .execute();
  return rows.map((p) => ({
    id: p.id,
    missing: p.missing,
    ourPeople: p.our_people,
    theirPeople: p.their_people,
    resumeAt: p.resume_at,
    state: p.state,
    at: p.at,
  }));
}

/** Requests on whose table something has come due. */
export async function dueTables(tx: Tx, now: number): Promise<string[]> {
  const at = iso(now);
  const { rows } = await sql<{ id: string }>`
    select distinct x.id from (
      select request_id as id from round where workspace_id = ${tx.workspaceId} and closed_at is null and closes_at <= ${at}
      union all select request_id from option where workspace_id = ${tx.workspaceId} and state = 'on-the-table' and expires_at <= ${at}
      union all select request_id from pause where workspace_id = ${tx.workspaceId} and state = 'running' and resume_at <= ${at}
    ) x join request r on r.workspace_id = ${tx.workspaceId} and r.id = x.id where r.phase <> 'closed' and r.talk <> 'suspended' limit 200`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}
