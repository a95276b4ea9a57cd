import { sql } from 'kysely';
import type { Run, RunStep } from '../../domain/playbooks/run.ts';
import type { Signs } from '../../domain/playbooks/suggest.ts';
import type { Guard } from '../../domain/playbooks/words.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type RunRow = Run & { readonly id: string; readonly playbook: string; readonly name: string | null };

/** Every playbook that ran on a request or was put aside, the latest first. */
export async function runsOf(tx: Tx, requestId: string): Promise<RunRow[]> {
  const rows = await tx
    .selectFrom('playbook_run')
    .select(['id', 'playbook', 'name', 'state', 'steps'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map((r) => ({ ...r, steps: r.steps as RunStep[] }));
}

export async function insertRun(
  tx: Tx,
  r: { id: string; requestId: string; playbook: string; name: string | null; steps: readonly RunStep[]; byId: string },
  declined: string | null,
  now: number,
): Promise<void> {
  await tx
    .insertInto('playbook_run')
    .values({
      workspace_id: tx.workspaceId,
      id: r.id,
      request_id: r.requestId,
      playbook: r.playbook,
      name: r.name,
      steps: JSON.stringify(r.steps),
      state: declined ? 'left' : 'running',
      left_why: declined,
      by_id: r.byId,
      at: iso(now),
    })
    .execute();
}

export async function saveRun(tx: Tx, id: string, run: Run, leftWhy: string | null): Promise<void> {
  await tx
    .updateTable('playbook_run')
    .set({ state: run.state, steps: JSON.stringify(run.steps), left_why: leftWhy })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** What is so on a request, for the guards of its steps. */
export async function guardsOf(tx: Tx, requestId: string): Promise<Record<Guard, boolean>> {
  const on = (table: string, and = sql`true`) =>
    sql`exists (select 1 from ${sql.table(table)} x where x.workspace_id = r.workspace_id and x.request_id = r.id and ${and})`;
  const { rows } = await sql<Record<Guard, boolean>>`select
      ${on('heated_talk')} as "heated-logged", ${on('claim')} as "claims-in", ${on('method_change')} as "method-asked",
      r.interest_skipped_why is not null or ${on('entry', sql`x.kind = 'interest' and x.state <> 'withdrawn'`)} as "interest-known",
      ${on('accord', sql`x.state in ('in-force', 'amended')`)} as "in-force", ${on('round')} as "round-held",
      ${on('left_unsaid')} as "cause-recorded", ${on('conflict', sql`x.state <> 'told'`)} as "notice-given",
      ${on('conflict', sql`x.state = 'decided'`)} as "decided",
      ${on('promise', sql`x.side = 'ours' and x.given_at is not null`)} as "promise-given"
    from request r where r.workspace_id = ${tx.workspaceId} and r.id = ${requestId}`.execute(tx);
  return rows[0] as Record<Guard, boolean>;
}

type Known = Omit<Signs, 'tense'> & { readonly lastWords: string | null; readonly closed: boolean };

/** What the desk knows about a request that a playbook may fit. */
export async function signsOf(tx: Tx, requestId: string, now: number): Promise<Known> {
  const promises = (and: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from promise p where p.workspace_id = r.workspace_id and p.request_id = r.id and ${and})`;
  const { rows } =
    await sql<Known>`select r.phase = 'closed' as closed, coalesce(k.status = 'died', false) as "contactDied",
      exists (select 1 from conflict c where c.workspace_id = r.workspace_id and c.request_id = r.id and c.state <> 'decided') as "conflictOpen",
      (select left(m.body, 4000) from message m where m.workspace_id = r.workspace_id and m.request_id = r.id and m.direction = 'in'
        and m.kind = 'person' and m.verified order by m.at desc, m.id desc limit 1) as "lastWords",
      (select count(*)::int from method_change c where c.workspace_id = r.workspace_id and c.request_id = r.id) as "methodChanges",
      ${promises(sql`p.side = 'theirs' and p.state in ('given', 'at-risk') and p.due < ${iso(now)}`)} as "theirLate",
      ${promises(sql`p.side = 'ours' and p.state = 'broken'`)} as "ourBroken",
      ${promises(sql`p.side = 'ours' and p.source = 'sales' and p.state in ('at-risk', 'broken')`)} as "salesInDoubt",
      r.talk = 'declined-to-discuss' or (r.talk <> 'agreed' and coalesce((select o.outcome = 'none-works' from round o
        where o.workspace_id = r.workspace_id and o.request_id = r.id order by o.number desc limit 1), false)) as declined
    from request r left join contact k on k.workspace_id = r.workspace_id and k.id = r.contact_id
    where r.workspace_id = ${tx.workspaceId} and r.id = ${requestId}`.execute(tx);
  return rows[0] as Known;
}
