import { hashPassword } from '../../platform/auth/password.ts';
import { hashToken, newToken, workspaceOf } from '../../platform/auth/tokens.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import { type Tx, inWorkspace } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { insertUser } from './identity.store.ts';
import { endInvitation, insertInvitation, insertMember, takeInvitation } from './people.store.ts';

type Role = 'owner' | 'lead' | 'agent';

/** A link for one colleague, good for seven days and for one use. A lead cannot make an owner. */
export async function invite(
  tx: Tx,
  publicUrl: string,
  by: MemberActor,
  wanted: { email: string; name?: string | undefined; role: Role },
  now: number,
) {
  if (wanted.role === 'owner' && by.role !== 'owner') throw refused('not-allowed', { needs: 'owner' });
  const id = newId(now);
  const { token, hash } = newToken(tx.workspaceId);
  await insertInvitation(tx, {
    id,
    email: wanted.email,
    name: wanted.name ?? null,
    role: wanted.role,
    hash,
    invitedBy: by.id,
    expiresAt: iso(now + 7 * DAY),
  });
  await append(tx, by, now, [{ kind: 'member.invited', data: { email: wanted.email, role: wanted.role } }]);
  return { id, link: `${publicUrl}/invitation#t=${token}` };
}

/** Every wrong token – used, expired, withdrawn, misspelt – gets the same answer (AT-65). */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  person: { name: string; password: string; lang: string },
): Promise<void> {
  const workspaceId = workspaceOf(token);
  if (!workspaceId) throw refused('link-invalid');
  const passwordHash = await hashPassword(person.password);
  const now = ctx.now();
  await ctx.db.auth.transaction().execute(async (auth) =>
    inWorkspace(ctx.db, { workspaceId }, async (tx) => {
      const invitation = await takeInvitation(tx, hashToken(token), now);
      if (!invitation) throw refused('link-invalid');
      const { email, role } = invitation;
      const userId = await insertUser(auth, { name: person.name, email, passwordHash, lang: person.lang }, workspaceId);
      if (!userId) throw refused('address-taken');
      const id = newId(now);
      await insertMember(tx, { id, userId, name: person.name, email, role, lang: person.lang }, now);
      await endInvitation(tx, invitation.id, iso(now));
      await append(tx, { kind: 'member', id }, now, [{ kind: 'member.joined', data: { name: person.name, role } }]);
    }),
  );
}
