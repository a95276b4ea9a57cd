import { createHash } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { type MailboxKind, insertRaw, mailboxFor, moveCursor } from './raw-mail.store.ts';

export type Incoming = {
  workspaceId: string;
  via: { kind: MailboxKind; name: string; address: string };
  /** Where it came from, for people: a file's name, a mailbox and uid. */
  source: string;
  raw: Uint8Array;
  at: { uidValidity: number; uid: number } | null;
};

/**
 * Step one of every way in, one transaction: the raw bytes, their hash, where they stood on the server, the cursor, and the job
 * that will read them. Only after this commit is the mail ours; nothing is thought about it here. `null`: it was here already.
 */
export async function storeRaw(ctx: Context, mail: Incoming, options: { job: boolean }): Promise<string | null> {
  const now = ctx.now();
  return inWorkspace(ctx.db, mail, async (tx) => {
    const mailboxId = await mailboxFor(tx, { id: newId(now), ...mail.via });
    const id = newId(now);
    const sha256 = createHash('sha256').update(mail.raw).digest('hex');
    const place = { uidValidity: mail.at?.uidValidity ?? null, uid: mail.at?.uid ?? null };
    const made = await insertRaw(tx, { id, mailboxId, ...place, source: mail.source, sha256, raw: mail.raw }, now);
    if (mail.at) await moveCursor(tx, mailboxId, mail.at.uidValidity, mail.at.uid);
    if (!made) return null;
    if (options.job) await ctx.jobs.send(tx, 'mail-handle', id);
    return id;
  });
}
