import type { Tx } from '../../platform/db/tx.ts';

export type MailIdentity = {
  readonly name: string;
  readonly address: string;
  readonly replyKey: Buffer;
  readonly lang: string;
};

/** From whom our mails come, and the key of its reply addresses. */
export async function mailIdentity(tx: Tx): Promise<MailIdentity> {
  const row = await tx
    .selectFrom('workspace')
    .select(['name', 'mail_name', 'mail_address', 'reply_key', 'lang'])
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow();
  return {
    name: row.mail_name ?? row.name,
    address: row.mail_address ?? 'support@localhost.localdomain',
    replyKey: row.reply_key,
    lang: row.lang,
  };
}

export async function setMailAddress(tx: Tx, address: string): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({ mail_address: address })
    .where('workspace_id', '=', tx.workspaceId)
    .where('mail_address', 'is', null)
    .execute();
}
