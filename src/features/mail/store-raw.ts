import { createHash } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { type MailboxKind, mailboxFor, moveCursor } from './mailbox.store.ts';
import { insertRaw, movedTo } from './raw-mail.store.ts';

export type Incoming = {
  workspaceId: string;
  via: { kind: MailboxKind; name: string; address: string };
  /** Where it came from, for people: a file's name, a mailbox and uid. */
  source: string;
  raw: Uint8Array;
  /** Where it stands on a mail server. */
  at: { uidValidity: number; uid: number } | null;
  /** Set when only the beginning of a too large mail is here: its size on the server. */
  wholeSize?: number;
};

/**
 * Step one of every way in, one transaction: the raw bytes, their hash, where they stood on the server, the cursor, and the job
 * that will read them. Only after this commit is the mail ours; nothing is thought about it here. `null`: it was here already.
 */
export async function storeRaw(ctx: Context, mail: Incoming, options: { job: boolean }): Promise<string | null> {
  const sha256 = createHash('sha256').update(mail.raw).digest('hex');
  return inWorkspace(ctx.db, mail, async (tx) => {
    const mailboxId = await mailboxFor(tx, { id: newId(), ...mail.via });
    const row = {
      id: newId(),
      mailboxId,
      uidValidity: mail.at?.uidValidity ?? null,
      uid: mail.at?.uid ?? null,
      source: mail.source,
      sha256,
      size: mail.wholeSize ?? mail.raw.byteLength,
      raw: mail.raw,
      complete: mail.wholeSize === undefined,
    };
    const known = (mail.at !== null && (await movedTo(tx, row))) || !(await insertRaw(tx, row, ctx.now()));
    if (mail.at) await moveCursor(tx, mailboxId, mail.at.uidValidity, mail.at.uid);
    if (known) return null;
    if (options.job) await ctx.jobs.send(tx, 'mail-handle', row.id);
    return row.id;
  });
}
