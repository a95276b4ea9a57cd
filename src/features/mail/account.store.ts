import { sql } from 'kysely';
import type { MailboxAccount, MailboxSetup } from '../../contract/mailboxes.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Account } from './account.ts';

const read = (tx: Tx) =>
  tx
    .selectFrom('mailbox_account as a')
    .innerJoin('mailbox as m', (join) =>
      join.onRef('m.workspace_id', '=', 'a.workspace_id').onRef('m.id', '=', 'a.mailbox_id'),
    )
    .selectAll('a')
    .select(['m.name', 'm.address', 'm.state', 'm.state_at', 'm.error'])
    .where('a.workspace_id', '=', tx.workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number];

const accountOf = (row: Row): Account => ({
  mailboxId: row.mailbox_id,
  address: row.address,
  version: row.version,
  imap: row.imap as Account['imap'],
  smtp: row.smtp as Account['smtp'],
  login: row.login,
  oauth: row.oauth as Account['oauth'],
  sealed: row.secret,
});

export async function listAccounts(tx: Tx): Promise<MailboxAccount[]> {
  const rows = await read(tx).orderBy('m.name').execute();
  return rows.map((row) => {
    const { mailboxId: id, address, imap, smtp, login, oauth } = accountOf(row);
    const { name, reading, state, state_at: stateAt, error } = row;
    return { id, name, address, reading, imap, smtp, login, oauth, state, stateAt, error };
  });
}

/** Those that are to be read. */
export async function readingAccounts(tx: Tx): Promise<Account[]> {
  return (await read(tx).where('a.reading', '=', true).execute()).map(accountOf);
}

export async function findAccount(tx: Tx, mailboxId: string): Promise<Account | null> {
  const row = await read(tx).where('a.mailbox_id', '=', mailboxId).executeTakeFirst();
  return row ? accountOf(row) : null;
}

type Setup = Pick<MailboxSetup, 'reading' | 'imap' | 'smtp' | 'login' | 'oauth'>;

const columnsOf = ({ reading, imap, smtp, login, oauth }: Setup, sealed: Buffer, now: number) => ({
  reading,
  imap: JSON.stringify(imap),
  smtp: smtp && JSON.stringify(smtp),
  login,
  oauth: oauth && JSON.stringify(oauth),
  secret: sealed,
  updated_at: iso(now),
});

/** False when this mailbox has been set up already. */
export async function insertAccount(
  tx: Tx,
  mailboxId: string,
  setup: Setup,
  sealed: Buffer,
  now: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mailbox_account')
    .values({ workspace_id: tx.workspaceId, mailbox_id: mailboxId, ...columnsOf(setup, sealed, now) })
    .onConflict((oc) => oc.columns(['workspace_id', 'mailbox_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateAccount(
  tx: Tx,
  mailboxId: string,
  setup: Setup & { name: string },
  sealed: Buffer,
  now: number,
): Promise<void> {
  await tx
    .updateTable('mailbox_account')
    .set({ ...columnsOf(setup, sealed, now), version: sql<number>`version + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('mailbox_id', '=', mailboxId)
    .execute();
  await tx
    .updateTable('mailbox')
    .set({ name: setup.name })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', mailboxId)
    .execute();
}

/** A provider gave a new token for the old one; nothing else changed, so nobody has to start again. */
export async function keepSealed(tx: Tx, { mailboxId, version }: Account, sealed: Buffer): Promise<void> {
  await tx
    .updateTable('mailbox_account')
    .set({ secret: sealed })
    .where('workspace_id', '=', tx.workspaceId)
    .where('mailbox_id', '=', mailboxId)
    .where('version', '=', version)
    .execute();
}

/** False when there was none. The mailbox itself stays: mail came through it. */
export async function deleteAccount(tx: Tx, mailboxId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mailbox_account')
    .where('workspace_id', '=', tx.workspaceId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The mailbox set up here through which a mail came; null when it came another way. */
export async function accountOfMail(tx: Tx, rawId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('raw_mail as r')
    .innerJoin('mailbox_account as a', (join) =>
      join.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.mailbox_id', '=', 'r.mailbox_id'),
    )
    .select('a.mailbox_id')
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.id', '=', rawId)
    .executeTakeFirst();
  return row?.mailbox_id ?? null;
}

/** The number of a request and the mailbox it came through, from whose address it is answered. */
export async function wayOfRequest(tx: Tx, requestId: string) {
  const row = await tx
    .selectFrom('request as r')
    .leftJoin('mailbox as m', (join) =>
      join.onRef('m.workspace_id', '=', 'r.workspace_id').onRef('m.id', '=', 'r.mailbox_id'),
    )
    .select(['r.ref', 'm.id', 'm.name', 'm.address'])
    .where('r.workspace_id', '=', tx.workspaceId)
    .where('r.id', '=', requestId)
    .executeTakeFirst();
  if (!row) return null;
  const { ref, id, name, address } = row;
  return { ref, mailbox: id && name && address ? { id, name, address } : null };
}
