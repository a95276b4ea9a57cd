import type { RawBuilder } from 'kysely';
import type { Database } from './database.ts';
import type { WorkspaceScope } from './tx.ts';

/**
 * A list as JSON text, built by PostgreSQL and read in a single round trip: begin, the workspace's name, the query and commit
 * travel together. With `name` the statement is prepared once per connection; searches have none, since their best plan differs.
 */
export async function readJson(
  db: Database,
  scope: WorkspaceScope,
  query: RawBuilder<{ json: string }>,
  name?: string,
): Promise<string> {
  const { sql, parameters } = query.compile(db.app);
  const client = await db.readPool.connect();
  try {
    const sent = [
      client.query('begin read only'),
      client.query({
        name: 'scope',
        text: "select set_config('app.workspace', $1, true)",
        values: [scope.workspaceId],
      }),
      client.query<{ json: string }>({ ...(name ? { name } : {}), text: sql, values: [...parameters] }),
      client.query('commit'),
    ] as const;
    const [, , result] = await Promise.all(sent);
    client.release();
    return result.rows[0]?.json ?? 'null';
  } catch (error) {
    // What else is on the wire belongs to a failed transaction: the connection is not reused.
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
