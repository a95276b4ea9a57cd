import type { OptionTerms } from '../../contract/negotiation.ts';
import type { RoundOutcome, StanceKind } from '../../domain/negotiation/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type NewOption = {
  id: string;
  requestId: string;
  clientId: string;
  letter: string;
  side: 'ours' | 'theirs';
  title: string;
  parents: string[];
  changedWhy: string | null;
  byId: string;
  roundId: string | null;
  tabled: boolean;
  expiresAt: string | null;
};

export async function insertOption(tx: Tx, o: NewOption, now: number): Promise<void> {
  await tx
    .insertInto('option')
    .values({
      workspace_id: tx.workspaceId,
      id: o.id,
      request_id: o.requestId,
      client_id: o.clientId,
      round_id: o.roundId,
      letter: o.letter,
      side: o.side,
      title: o.title,
      state: o.tabled ? 'on-the-table' : 'draft',
      parents: o.parents,
      tabled_at: o.tabled ? iso(now) : null,
      expires_at: o.expiresAt,
      changed_why: o.changedWhy,
      by_id: o.byId,
      created_at: iso(now),
    })
    .execute();
}

/** Freezes a wording under its fingerprint and makes it the option's latest. A wording once frozen is never changed. */
export async function insertRevision(
  tx: Tx,
  revision: {
    optionId: string;
    clientId: string;
    hash: string;
    terms: OptionTerms;
    title: string;
    side: 'ours' | 'theirs';
    byId: string;
    number: number;
  },
  now: number,
): Promise<void> {
  await tx
    .insertInto('option_revision')
    .values({
      workspace_id: tx.workspaceId,
      hash: revision.hash,
      option_id: revision.optionId,
      client_id: revision.clientId,
      number: revision.number,
      terms: JSON.stringify(revision.terms),
      by_side: revision.side,
      by_id: revision.byId,
      at: iso(now),
    })
    .onConflict((oc) => oc.doNothing())
    .execute();
  await tx
    .updateTable('option')
    .set({ hash: revision.hash, title: revision.title })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', revision.optionId)
    .execute();
}

export async function updateOption(
  tx: Tx,
  id: string,
  change: {
    state?: 'draft' | 'on-the-table' | 'agreed' | 'declined' | 'withdrawn' | 'expired' | 'superseded';
    round_id?: string;
    tabled_at?: string;
    expires_at?: string;
    changed_why?: string;
  },
): Promise<void> {
  await tx.updateTable('option').set(change).where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** Locks every option of a request, in one order, after the request's own lock. */
export async function lockOptions(tx: Tx, requestId: string): Promise<void> {
  await tx
    .selectFrom('round')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('id')
    .forUpdate()
    .execute();
  await tx
    .selectFrom('option')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertStance(
  tx: Tx,
  s: {
    id: string;
    optionId: string;
    requestId: string;
    clientId: string;
    hash: string;
    side: 'ours' | 'theirs';
    kind: StanceKind;
    words: string | null;
    wouldWork: string | null;
    byId: string;
    byName: string;
  },
  now: number,
): Promise<void> {
  await tx
    .insertInto('stance')
    .values({
      workspace_id: tx.workspaceId,
      id: s.id,
      option_id: s.optionId,
      request_id: s.requestId,
      client_id: s.clientId,
      hash: s.hash,
      side: s.side,
      kind: s.kind,
      words: s.words,
      would_work: s.wouldWork,
      by_id: s.byId,
      by_name: s.byName,
      at: iso(now),
    })
    .execute();
}

/** An edited wording voids everybody's stances on the option. */
export async function voidStances(tx: Tx, optionId: string, now: number): Promise<void> {
  await tx
    .updateTable('stance')
    .set({ void_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('option_id', '=', optionId)
    .where('void_at', 'is', null)
    .execute();
}

/** These people's earlier answers to the option give way. */
export async function voidStancesOf(tx: Tx, optionId: string, people: readonly string[], now: number): Promise<void> {
  await tx
    .updateTable('stance')
    .set({ void_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('option_id', '=', optionId)
    .where('by_id', 'in', [...people])
    .where('void_at', 'is', null)
    .execute();
}

/** After several options worked: which one each side picked, by the name people know them by. */
export async function setPicks(
  tx: Tx,
  requestId: string,
  picks: Readonly<Partial<Record<'ours' | 'theirs', { optionId: string; personId: string }>>>,
): Promise<void> {
  const name = async (table: 'member' | 'contact', id: string): Promise<string> => {
    const who = tx.selectFrom(table).select('name').where('workspace_id', '=', tx.workspaceId);
    return (await who.where('id', '=', id).executeTakeFirst())?.name ?? '–';
  };
  const options = () => tx.updateTable('option').where('workspace_id', '=', tx.workspaceId);
  await options().set({ picked_by_us: null, picked_by_them: null }).where('request_id', '=', requestId).execute();
  if (picks.ours) {
    const by = await name('member', picks.ours.personId);
    await options().set({ picked_by_us: by }).where('id', '=', picks.ours.optionId).execute();
  }
  if (picks.theirs) {
    const by = await name('contact', picks.theirs.personId);
    await options().set({ picked_by_them: by }).where('id', '=', picks.theirs.optionId).execute();
  }
}

export async function insertRound(
  tx: Tx,
  r: {
    id: string;
    requestId: string;
    clientId: string;
    number: number;
    reveal: 'at-once' | 'when-both-answered';
    oneOptionWhy: string | null;
    closesAt: string;
  },
  now: number,
): Promise<void> {
  await tx
    .insertInto('round')
    .values({
      workspace_id: tx.workspaceId,
      id: r.id,
      request_id: r.requestId,
      client_id: r.clientId,
      number: r.number,
      reveal: r.reveal,
      one_option_why: r.oneOptionWhy,
      opened_at: iso(now),
      closes_at: r.closesAt,
    })
    .execute();
}

export async function closeRound(tx: Tx, id: string, outcome: RoundOutcome, now: number): Promise<void> {
  await tx
    .updateTable('round')
    .set({ outcome, closed_at: iso(now) })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function insertPause(
  tx: Tx,
  p: {
    id: string;
    requestId: string;
    clientId: string | null;
    missing: string;
    ourPeople: string[];
    theirPeople: string[];
    resumeAt: string;
    byId: string;
  },
  now: number,
): Promise<void> {
  await tx
    .insertInto('pause')
    .values({
      workspace_id: tx.workspaceId,
      id: p.id,
      request_id: p.requestId,
      client_id: p.clientId,
      missing: p.missing,
      our_people: p.ourPeople,
      their_people: p.theirPeople,
      resume_at: p.resumeAt,
      by_id: p.byId,
      at: iso(now),
    })
    .execute();
}

export async function setPauseState(tx: Tx, requestId: string, state: 'resumed' | 'lapsed'): Promise<void> {
  await tx
    .updateTable('pause')
    .set({ state })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', '<>', 'resumed')
    .execute();
}

export async function setPrivateLimit(tx: Tx, requestId: string, text: string, now: number): Promise<void> {
  const row = { workspace_id: tx.workspaceId, request_id: requestId, text, updated_at: iso(now) };
  await tx
    .insertInto('private_limit')
    .values(row)
    .onConflict((oc) => oc.columns(['workspace_id', 'request_id']).doUpdateSet({ text, updated_at: row.updated_at }))
    .execute();
}

export async function privateLimitOf(tx: Tx, requestId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('private_limit')
    .select('text')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row?.text ?? null;
}
