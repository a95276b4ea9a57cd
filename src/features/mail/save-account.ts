import type { MailboxSetup } from '../../contract/mailboxes.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { addrSpec } from '../../platform/mail/address.ts';
import { isTokenUrl } from '../../platform/mail/oauth.ts';
import type { Account, Secrets } from './account.ts';
import { sealedOf, secretsOf } from './account-login.ts';
import { findAccount, insertAccount, updateAccount } from './account.store.ts';
import { setMailAddress } from './identity.store.ts';
import { mailboxFor } from './mailbox.store.ts';

/** Sets a mailbox up. The ledger says who did it and where it is, never how to get in. */
export async function addAccount(tx: Tx, ctx: Context, by: MemberActor, setup: MailboxSetup, now: number) {
  const address = addrSpec(setup.address);
  if (!address) throw refused('mail-bad-address');
  const secrets = whole(setup, {});
  const mailboxId = await mailboxFor(tx, { id: newId(now), kind: 'imap', name: setup.name, address });
  const sealed = sealedOf(ctx, tx.workspaceId, mailboxId, secrets);
  if (!(await insertAccount(tx, mailboxId, setup, sealed, now))) throw refused('mailbox-known');
  await setMailAddress(tx, address);
  await append(tx, by, now, [{ kind: 'mailbox.added', data: { mailbox: mailboxId, address, host: setup.imap.host } }]);
  return mailboxId;
}

/** Changes how to get in. The address stays: mail and answers hang on it. */
export async function changeAccount(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  id: string,
  setup: MailboxSetup,
  now: number,
): Promise<void> {
  const account = await findAccount(tx, id);
  if (!account) throw refused('not-found');
  const secrets = whole(setup, sameServers(account, setup) ? secretsOf(ctx, tx.workspaceId, account) : {});
  await updateAccount(tx, id, setup, sealedOf(ctx, tx.workspaceId, id, secrets), now);
  const data = { mailbox: id, host: setup.imap.host, reading: setup.reading };
  await append(tx, by, now, [{ kind: 'mailbox.changed', data }]);
}

/** A stored password is never sent to a server it was not typed for, nor in another way. */
const sameServers = (old: Account, setup: MailboxSetup): boolean =>
  sameServer(old.imap, setup.imap) &&
  (setup.smtp === null || (old.smtp !== null && sameServer(old.smtp, setup.smtp))) &&
  (setup.oauth === null || setup.oauth.tokenUrl === old.oauth?.tokenUrl);

type Server = Pick<MailboxSetup['imap'], 'host' | 'port' | 'security'>;
const sameServer = (a: Server, b: Server): boolean =>
  a.host === b.host && a.port === b.port && a.security === b.security;

/** What is typed, and what was there before; refuses a way in without its secret. */
function whole(setup: MailboxSetup, before: Secrets): Secrets {
  const { password, smtpPassword, refreshToken, clientSecret } = setup;
  const given = Object.entries({ password, smtpPassword, refreshToken, clientSecret }).filter(
    ([, v]) => v !== undefined,
  );
  const secrets: Secrets = { ...before, ...Object.fromEntries(given) };
  if (setup.login === 'password' && !secrets.password) throw refused('secret-missing');
  if (setup.login === 'oauth' && (!setup.oauth || !secrets.refreshToken)) throw refused('secret-missing');
  if (setup.oauth && !isTokenUrl(setup.oauth.tokenUrl)) throw refused('token-address-open');
  return secrets;
}
