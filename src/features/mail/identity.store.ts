import type { Tx } from '../../platform/db/tx.ts';

export type MailIdentity = {
  readonly name: string;
  readonly address: string;
  readonly replyKey: Buffer;
  readonly lang: string;
  /** Whose Authentication-Results we believe; null: nobody's. */
  readonly authservId: string | null;
};

/** From whom our mails come, and the key of its reply addresses. */
export async function mailIdentity(tx: Tx): Promise<MailIdentity> {
  const row = await tx
    .selectFrom('workspace')
    .select(['name', 'mail_name', 'mail_address', 'reply_key', 'lang', 'authserv_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  return {
    name: row.mail_name ?? row.name,
    address: row.mail_address ?? 'support@localhost.localdomain',
    replyKey: row.reply_key,
    lang: row.lang,
    authservId: row.authserv_id,
  };
}

/** The address of the first mailbox is ours, unless somebody said otherwise. */
export async function setMailAddress(tx: Tx, address: string): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({ mail_address: address })
    .where('workspace_id', '=', tx.workspaceId)
    .where('mail_address', 'is', null)
    .execute();
}

export async function intakeHash(tx: Tx): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('workspace')
    .select('intake_hash')
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirst();
  return row?.intake_hash ?? null;
}

/** One token at a time: a new one ends the old one. */
export async function setIntakeHash(tx: Tx, hash: Buffer): Promise<void> {
  await tx.updateTable('workspace').set({ intake_hash: hash }).where('workspace_id', '=', tx.workspaceId).execute();
}

export async function setAuthservId(tx: Tx, authservId: string | null): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({ authserv_id: authservId })
    .where('workspace_id', '=', tx.workspaceId)
    .execute();
}
