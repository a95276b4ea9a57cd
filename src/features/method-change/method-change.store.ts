import { sql } from 'kysely';
import type { MethodChange } from '../../contract/method-change.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type ChangeRow = Omit<MethodChange, 'between'>;

/** Every change of method of a request, the first one first; works for both roles. What became of it is read off its option and accords. */
export async function changeRows(tx: Tx, requestId: string): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.id, c.number, c.words, c.at, c.agreed_id as "agreedId", c.wished_id as "wishedId",
      case when exists (select 1 from accord a where a.workspace_id = c.workspace_id and a.option_id = c.wished_id
          and a.state in ('in-force', 'amended')) then 'made'
        when o.state = 'agreed' then 'chosen' when o.state = 'on-the-table' then 'open' else 'kept' end as state
    from method_change c join option o on o.workspace_id = c.workspace_id and o.id = c.wished_id
    where c.workspace_id = ${tx.workspaceId} and c.request_id = ${requestId} order by c.number limit 100`.execute(tx);
  return rows;
}

/** The way both sides agreed on, if there is one. */
export async function agreedOption(tx: Tx, requestId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('option')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'agreed')
    .executeTakeFirst();
  return row?.id ?? null;
}

type NewChange = Pick<ChangeRow, 'id' | 'number' | 'words' | 'agreedId' | 'wishedId'> & {
  requestId: string;
  clientId: string;
  byId: string;
};

export async function insertChange(tx: Tx, c: NewChange, now: number): Promise<void> {
  await tx
    .insertInto('method_change')
    .values({
      workspace_id: tx.workspaceId,
      id: c.id,
      request_id: c.requestId,
      client_id: c.clientId,
      number: c.number,
      agreed_id: c.agreedId,
      wished_id: c.wishedId,
      words: c.words,
      by_id: c.byId,
      at: iso(now),
    })
    .execute();
}
