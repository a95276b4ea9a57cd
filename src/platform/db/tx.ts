import { type Kysely, type Transaction, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** An open transaction that has named its workspace: the only thing a store accepts. */
export type Tx = Transaction<Schema> & { readonly workspaceId: string };

export type WorkspaceScope = { readonly workspaceId: string };
/** Only rows of that client can be read or written, whatever the SQL says. */
export type ClientScope = { readonly workspaceId: string; readonly clientId: string };

/** A change or a read by our side. */
export const inWorkspace = <T>(db: Database, scope: WorkspaceScope, work: (tx: Tx) => Promise<T>): Promise<T> =>
  begin(db.app, scope.workspaceId, '', work);

/** A change that comes from the client's room: by a role confined to that client's rows. */
export const inRoomCommand = <T>(db: Database, scope: ClientScope, work: (tx: Tx) => Promise<T>): Promise<T> =>
  begin(db.guest, scope.workspaceId, scope.clientId, work);

/** A read for the client's room, by a role that cannot write and has no right to anything internal. */
export const inRoom = <T>(db: Database, scope: ClientScope, work: (tx: Tx) => Promise<T>): Promise<T> =>
  begin(db.room, scope.workspaceId, scope.clientId, work);

const retryable = new Set(['40001', '40P01']);

async function begin<T>(
  db: Kysely<Schema>,
  workspaceId: string,
  clientId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        await sql`select set_config('app.workspace', ${workspaceId}, true), set_config('app.client', ${clientId}, true)`.execute(
          trx,
        );
        return work(Object.assign(trx, { workspaceId }) as unknown as Tx);
      });
    } catch (error) {
      if (attempt >= 5 || !(error instanceof Error) || !('code' in error) || !retryable.has(String(error.code)))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt + Math.random() * 20 * attempt));
    }
  }
}

/** Every workspace there is, for pollers and clocks. */
export async function allWorkspaces(db: Database): Promise<string[]> {
  const rows = await db.steward.selectFrom('workspace').select('workspace_id').execute();
  return rows.map((row) => row.workspace_id);
}
