import * as wire from '../../contract/people.ts';
import type { Lang } from '../../contract/common.ts';
import { countAttempt, network } from '../../platform/auth/rate-limit.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve, servePublic } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { endSessions, setUserLang, setupDone } from './identity.store.ts';
import { acceptInvitation, invite } from './invitations.ts';
import { endInvitation, findMember, listActiveMembers, openInvitations, updateMember } from './people.store.ts';
import { setUp } from './set-up.ts';

const done = { ok: true } as const;

/** `plantSample` is the sample company's door (another feature), handed in by the composition root. */
export function peopleRoutes(
  kernel: Kernel,
  forget: () => void,
  plantSample: (workspaceId: string) => Promise<void>,
): void {
  servePublic(kernel, wire.setupState, async ({ ctx }) => ({ needed: !(await setupDone(ctx.db.auth)) }));

  servePublic(kernel, wire.setUp, async ({ ctx, body, request }) => {
    await countAttempt(ctx.db.auth, `setup:${network(request.ip)}`, 20, 600);
    const { workspaceId } = await setUp(ctx, body.token, body);
    if (body.sample) await plantSample(workspaceId);
    return done;
  });

  servePublic(kernel, wire.acceptInvitation, async ({ ctx, body, request }) => {
    await countAttempt(ctx.db.auth, `invitation:${network(request.ip)}`, 20, 600);
    await acceptInvitation(ctx, body.token, body);
    return done;
  });

  serve(kernel, wire.me, async ({ tx, actor }) => {
    const member = await known(tx, actor.id);
    const workspace = await tx
      .selectFrom('workspace')
      .select(['name', 'zone', 'currency', 'lang'])
      .where('workspace_id', '=', tx.workspaceId)
      .executeTakeFirstOrThrow();
    return {
      user: { id: actor.userId, name: member.name, email: member.email, lang: member.lang },
      workspace: { id: tx.workspaceId, ...workspace, lang: workspace.lang as Lang },
      member,
    };
  });

  serve(kernel, wire.changeMe, async ({ tx, ctx, actor, body }) => {
    await updateMember(tx, actor.id, {
      ...(body.name ? { name: body.name } : {}),
      ...(body.lang ? { lang: body.lang } : {}),
    });
    if (body.lang) await setUserLang(ctx.db.auth, actor.userId, body.lang);
    forget();
    return done;
  });

  serve(kernel, wire.signOutEverywhere, async ({ tx, ctx, actor, now }) => {
    await endSessions(ctx.db.auth, actor.userId);
    await append(tx, actor, now, [{ kind: 'member.signed-out-everywhere' }]);
    forget();
    return done;
  });

  serve(kernel, wire.listMembers, async ({ tx, now }) => {
    const open = await openInvitations(tx, now);
    return {
      items: await listActiveMembers(tx),
      invitations: open.map((i) => ({ id: i.id, email: i.email, role: i.role, expiresAt: i.expires_at })),
    };
  });

  serve(kernel, wire.changeMember, async ({ tx, ctx, actor, params, body, now }) => {
    const before = await known(tx, params.id);
    if (before.id === actor.id && ((body.role ?? 'owner') !== 'owner' || body.active === false))
      throw refused('owner-stays');
    const { role, authority, active } = body;
    await updateMember(tx, params.id, {
      ...(role ? { role } : {}),
      ...(authority ? { authority } : {}),
      ...(active === undefined ? {} : { active }),
    });
    if (active === false) {
      const row = await tx
        .selectFrom('member')
        .select('user_id')
        .where('workspace_id', '=', tx.workspaceId)
        .where('id', '=', params.id)
        .executeTakeFirst();
      if (row?.user_id) await endSessions(ctx.db.auth, row.user_id);
    }
    await append(tx, actor, now, [
      {
        kind: 'member.changed',
        data: {
          member: params.id,
          name: before.name,
          before: { role: before.role, authority: before.authority, active: before.active },
          after: body,
        },
      },
    ]);
    forget();
    return known(tx, params.id);
  });

  serve(kernel, wire.invite, ({ tx, ctx, actor, body, now }) => invite(tx, ctx.publicUrl, actor, body, now));

  serve(kernel, wire.withdrawInvitation, async ({ tx, actor, params, now }) => {
    if (!(await endInvitation(tx, params.id, null))) throw refused('not-found');
    await append(tx, actor, now, [
      { kind: 'member.invitation-withdrawn', data: { invitation: params.id, at: iso(now) } },
    ]);
    return done;
  });
}

async function known(tx: Tx, id: string) {
  const member = await findMember(tx, id);
  if (!member) throw refused('not-found');
  return member;
}
