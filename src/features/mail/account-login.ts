import type { Context } from '../../platform/context.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { freshBearer } from '../../platform/mail/oauth.ts';
import { type Account, type Secrets, aboutOf, smtpUrlOf } from './account.ts';
import { findAccount, keepSealed } from './account.store.ts';

export function secretsOf(ctx: Context, workspaceId: string, account: Account): Secrets {
  return JSON.parse(ctx.vault.open(account.sealed, aboutOf(workspaceId, account.mailboxId))) as Secrets;
}

export const sealedOf = (ctx: Context, workspaceId: string, mailboxId: string, secrets: Secrets): Buffer =>
  ctx.vault.seal(JSON.stringify(secrets), aboutOf(workspaceId, mailboxId));

const EARLY_MS = 60_000;
type Held = { readonly version: number; readonly accessToken: string; readonly expiresAt: number };
const held = new WeakMap<Context, Map<string, Held>>();

/**
 * The bearer token of a mailbox, fetched anew a minute before it ends; `undefined` for one with a password. A new refresh token is
 * committed before the bearer is used: the old one may be worth nothing any more.
 */
export async function accessTokenOf(ctx: Context, workspaceId: string, mailboxId: string): Promise<string | undefined> {
  const scope = { workspaceId };
  const account = await inWorkspace(ctx.db, scope, (tx) => findAccount(tx, mailboxId));
  if (!account || account.login !== 'oauth' || !account.oauth) return undefined;
  const known = held.get(ctx) ?? new Map<string, Held>();
  held.set(ctx, known);
  const had = known.get(mailboxId);
  if (had && had.version === account.version && had.expiresAt - EARLY_MS > ctx.now()) return had.accessToken;
  const secrets = secretsOf(ctx, workspaceId, account);
  const { clientSecret = null, refreshToken = '' } = secrets;
  const bearer = await freshBearer({ ...account.oauth, clientSecret, refreshToken }, ctx.now());
  if (bearer.refreshToken) {
    const sealed = sealedOf(ctx, workspaceId, mailboxId, { ...secrets, refreshToken: bearer.refreshToken });
    await inWorkspace(ctx.db, scope, (tx) => keepSealed(tx, account, sealed));
  }
  known.set(mailboxId, { ...bearer, version: account.version });
  return bearer.accessToken;
}

type WayOut = { readonly url: string; readonly accessToken?: string | undefined };

/** The mail server for what leaves from a mailbox. Throws when there is none, or none that can be got into. */
export async function wayOut(ctx: Context, workspaceId: string, mailboxId: string | null): Promise<WayOut> {
  const scope = { workspaceId };
  const account = mailboxId ? await inWorkspace(ctx.db, scope, (tx) => findAccount(tx, mailboxId)) : null;
  if (account?.smtp) {
    const url = smtpUrlOf(account, secretsOf(ctx, workspaceId, account));
    if (url) return { url, accessToken: await accessTokenOf(ctx, workspaceId, account.mailboxId) };
  }
  if (!ctx.smtpUrl) throw new Error('no mail server is set up');
  return { url: ctx.smtpUrl };
}
