import { createHash, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { newId } from '../../platform/db/ids.ts';
import type { AuthSchema } from '../../platform/db/schema.ts';

type Auth = Kysely<AuthSchema>;

export type NewUser = { name: string; email: string; passwordHash: string; lang: string };

/** A person who can sign in, with their password. Returns null when the address already belongs to somebody. */
export async function insertUser(auth: Auth, user: NewUser, workspaceId: string): Promise<string | null> {
  const id = newId();
  const made = await auth
    .insertInto('user')
    .values({ id, name: user.name, email: user.email.toLowerCase(), emailVerified: true, lang: user.lang })
    .onConflict((oc) => oc.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return null;
  await auth
    .insertInto('account')
    .values({ id: newId(), userId: id, accountId: id, providerId: 'credential', password: user.passwordHash })
    .execute();
  await auth.insertInto('membership').values({ user_id: id, workspace_id: workspaceId }).execute();
  return id;
}

export async function workspacesOf(auth: Auth, userId: string): Promise<string[]> {
  const rows = await auth.selectFrom('membership').select('workspace_id').where('user_id', '=', userId).execute();
  return rows.map((row) => row.workspace_id);
}

export async function setUserLang(auth: Auth, userId: string, lang: string): Promise<void> {
  await auth.updateTable('user').set({ lang }).where('id', '=', userId).execute();
}

export async function endSessions(auth: Auth, userId: string): Promise<void> {
  await auth.deleteFrom('session').where('userId', '=', userId).execute();
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Sets the token the console will print. Returns false when setup was done already. */
export async function offerSetup(auth: Auth, token: string): Promise<boolean> {
  await auth
    .insertInto('setup')
    .values({ token_hash: sha256(token) })
    .onConflict((oc) =>
      oc
        .column('only_one')
        .doUpdateSet({ token_hash: sha256(token) })
        .where('setup.done_at', 'is', null),
    )
    .execute();
  return !(await setupDone(auth));
}

export async function setupDone(auth: Auth): Promise<boolean> {
  const row = await auth.selectFrom('setup').select('done_at').executeTakeFirst();
  return row?.done_at != null;
}

/** Locks setup and says whether this token may do it. */
export async function takeSetup(auth: Auth, token: string): Promise<boolean> {
  const row = await auth.selectFrom('setup').select(['token_hash', 'done_at']).forUpdate().executeTakeFirst();
  return row != null && row.done_at == null && timingSafeEqual(row.token_hash, sha256(token));
}

export async function finishSetup(auth: Auth): Promise<void> {
  await auth.updateTable('setup').set({ done_at: new Date().toISOString() }).execute();
}
