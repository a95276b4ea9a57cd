import { randomBytes } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { hashPassword } from '../../platform/auth/password.ts';
import { newId } from '../../platform/db/ids.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { GENESIS } from '../../platform/ledger/chain.ts';
import { finishSetup, insertUser, takeSetup } from './identity.store.ts';
import { insertMember } from './people.store.ts';

export type Founding = {
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  lang: string;
  zone: string;
};

/** The first run: workspace, ledger and owner. Only with the console's token, only once (AT-53). */
export async function setUp(ctx: Context, token: string, founding: Founding): Promise<{ workspaceId: string }> {
  const passwordHash = await hashPassword(founding.password);
  return ctx.db.auth.transaction().execute(async (auth) => {
    if (!(await takeSetup(auth, token))) throw refused('not-found');
    const made = await foundWorkspace(ctx, auth, { ...founding, passwordHash });
    await finishSetup(auth);
    return made;
  });
}

type Auth = Parameters<typeof insertUser>[0];

/** A workspace with its owner; also used by the sample company and by tests, which need no console. */
export async function foundWorkspace(
  ctx: Context,
  auth: Auth,
  founding: Omit<Founding, 'password'> & { passwordHash: string },
): Promise<{ workspaceId: string; memberId: string }> {
  const workspaceId = newId();
  const memberId = newId();
  const userId = await insertUser(auth, founding, workspaceId);
  if (!userId) throw refused('address-taken');
  await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const { workspaceName, lang, zone } = founding;
    await tx
      .insertInto('workspace')
      .values({ workspace_id: workspaceId, name: workspaceName, lang, zone, reply_key: randomBytes(32) })
      .execute();
    await tx.insertInto('chain_head').values({ workspace_id: workspaceId, hash: GENESIS }).execute();
    const authority = {
      hours: 1_000,
      moneyMinor: 10_000_000,
      kinds: ['answer', 'visit', 'work', 'delivery', 'discount', 'free-work', 'other'] as const,
    };
    await insertMember(
      tx,
      { ...founding, id: memberId, userId, role: 'owner', authority: { ...authority, kinds: [...authority.kinds] } },
      ctx.now(),
    );
    await append(tx, { kind: 'member', id: memberId }, ctx.now(), [
      { kind: 'workspace.founded', data: { name: workspaceName, by: founding.name } },
    ]);
  });
  return { workspaceId, memberId };
}
