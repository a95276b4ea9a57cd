import * as wire from '../../contract/mailboxes.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Kernel, serve, serveJson } from '../../platform/http/serve.ts';
import { append } from '../../platform/ledger/append.ts';
import { tryImap } from '../../platform/mail/try-imap.ts';
import { trySmtp } from '../../platform/mail/smtp.ts';
import { imapUrlOf, smtpUrlOf } from './account.ts';
import { accessTokenOf, secretsOf } from './account-login.ts';
import { deleteAccount, findAccount, listAccounts } from './account.store.ts';
import { mailIdentity, setAuthservId } from './identity.store.ts';
import { addAccount, changeAccount } from './save-account.ts';

const done = { ok: true } as const;

/** Settings: the mailboxes of the desk. What is typed as a secret goes in and never comes out. */
export function accountRoutes(kernel: Kernel): void {
  const { ctx } = kernel;
  serve(kernel, wire.listMailboxAccounts, async ({ tx }) => ({
    items: await listAccounts(tx),
    authservId: (await mailIdentity(tx)).authservId,
    environment: { imap: ctx.imapUrl && new URL(ctx.imapUrl).hostname, smtp: ctx.smtpUrl !== null },
  }));
  serve(kernel, wire.addMailbox, async ({ tx, actor, body, now }) => ({
    id: await addAccount(tx, ctx, actor, body, now),
  }));
  serve(kernel, wire.changeMailbox, async ({ tx, actor, params, body, now }) => {
    await changeAccount(tx, ctx, actor, params.id, body, now);
    return done;
  });
  serve(kernel, wire.removeMailbox, async ({ tx, actor, params, now }) => {
    if (!(await deleteAccount(tx, params.id))) throw refused('not-found');
    await append(tx, actor, now, [{ kind: 'mailbox.removed', data: { mailbox: params.id } }]);
    return done;
  });
  serve(kernel, wire.setAuthserv, async ({ tx, actor, body, now }) => {
    const authservId = body.authservId || null;
    await setAuthservId(tx, authservId);
    await append(tx, actor, now, [{ kind: 'mail.trusted-server-set', data: { authservId } }]);
    return done;
  });
  // No transaction of ours is open while other servers are asked.
  serveJson(kernel, wire.tryMailbox, async ({ actor, params }) => {
    const { workspaceId } = actor;
    const account = await inWorkspace(ctx.db, { workspaceId }, (tx) => findAccount(tx, params.id));
    if (!account) throw refused('not-found');
    const tried = (work: (secrets: ReturnType<typeof secretsOf>, token: string | undefined) => Promise<void>) =>
      attempt(async () => {
        const token = await accessTokenOf(ctx, workspaceId, account.mailboxId);
        await work(secretsOf(ctx, workspaceId, account), token);
      });
    const incoming = await tried((secrets, token) => tryImap(imapUrlOf(account, secrets), token));
    const outgoing = account.smtp
      ? await tried((secrets, token) => trySmtp(smtpUrlOf(account, secrets) ?? '', token))
      : null;
    return JSON.stringify({ incoming, outgoing });
  });
}

async function attempt(work: () => Promise<void>): Promise<{ ok: boolean; error: string | null }> {
  try {
    await work();
    return { ok: true, error: null };
  } catch (error) {
    return { ok: false, error: (error instanceof Error ? error.message : String(error)).slice(0, 400) };
  }
}
