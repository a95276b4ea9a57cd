import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE, type SignIn } from '../../platform/auth/sign-in.ts';
import type { Context } from '../../platform/context.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { workspacesOf } from './identity.store.ts';
import { findMemberOfUser } from './people.store.ts';

const KEEP_MS = 5_000;
const MOST = 2_000;

export type Doorkeeper = {
  readonly memberOf: (request: FastifyRequest) => Promise<MemberActor | null>;
  /** Forgets everybody: called when a sign-in ended or a right changed, here or (by NOTIFY) on another server. */
  readonly forget: () => void;
};

/** Who a desk session belongs to. Remembered for five seconds, so that a page's ten calls ask the database once. */
export function createDoorkeeper(ctx: Context, signIn: SignIn): Doorkeeper {
  const known = new Map<string, { actor: MemberActor | null; until: number }>();
  return {
    forget: () => known.clear(),
    memberOf: async (request) => {
      const cookie = request.cookies[SESSION_COOKIE];
      if (!cookie) return null;
      const key = createHash('sha256').update(cookie).digest('base64');
      const hit = known.get(key);
      if (hit && hit.until > performance.now()) return hit.actor;
      const actor = await lookUp(ctx, signIn, request);
      if (known.size >= MOST) known.clear();
      known.set(key, { actor, until: performance.now() + KEEP_MS });
      return actor;
    },
  };
}

async function lookUp(ctx: Context, signIn: SignIn, request: FastifyRequest): Promise<MemberActor | null> {
  const headers = new Headers({ cookie: request.headers.cookie ?? '' });
  const session = await signIn.api.getSession({ headers });
  if (!session) return null;
  const [workspaceId] = await workspacesOf(ctx.db.auth, session.user.id);
  if (!workspaceId) return null;
  const member = await inWorkspace(ctx.db, { workspaceId }, (tx) => findMemberOfUser(tx, session.user.id));
  if (!member?.active) return null;
  const { id, name, email, role, lang } = member;
  return {
    kind: 'member',
    id,
    workspaceId,
    userId: session.user.id,
    sessionId: session.session.id,
    name,
    email,
    role,
    lang,
  };
}
