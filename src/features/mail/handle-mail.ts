import type { Context } from '../../platform/context.ts';
import { type Tx, inWorkspace } from '../../platform/db/tx.ts';
import { parseMail } from '../../platform/mail/parse-mail.ts';
import type { ParsedMail, Unparsable } from '../../platform/mail/parsed-mail.ts';
import { attachReply } from './attach-reply.ts';
import type { Handled } from './handled.ts';
import { mailIdentity } from './identity.store.ts';
import { openRequest } from './open-request.ts';
import { findRaw, lockRaw, sameBytesBefore, settleRaw } from './raw-mail.store.ts';
import { recordBounce } from './record-bounce.store.ts';
import { threadMail } from './thread-mail.store.ts';

/**
 * Step two: read a stored mail in the worker, then act in one transaction. Idempotent: a mail that has been handled is left alone.
 * What cannot be read is kept aside with its reason and never stops the mailbox.
 */
export async function handleMail(
  ctx: Context,
  workspaceId: string,
  id: string,
  quiet = false,
): Promise<Handled | null> {
  const found = await inWorkspace(ctx.db, { workspaceId }, (tx) => findRaw(tx, id));
  if (!found || (found.state !== 'received' && found.state !== 'kept-aside')) return null;
  const mail = await parseMail(found.raw, { loopIds: [workspaceId] });
  if (mail.ok) await storeFiles(ctx, mail);
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const raw = await lockRaw(tx, id);
    if (!raw || (raw.state !== 'received' && raw.state !== 'kept-aside')) return null;
    const handled = await act(tx, ctx, { id, sha256: raw.sha256 }, mail, quiet);
    const head = mail.ok ? mail : mail.head;
    await settleRaw(
      tx,
      id,
      {
        ...handled,
        mailKind: mail.ok ? mail.kind : null,
        rfcMessageId: head.messageId,
        from: head.from?.address ?? null,
        subject: head.subject,
      },
      ctx.now(),
    );
    return handled;
  });
}

/** Contents go to the file store first: rows that name a file are only written when it is there. */
async function storeFiles(ctx: Context, mail: ParsedMail): Promise<void> {
  for (const file of mail.attachments) await ctx.files.put(file.content);
}

async function act(
  tx: Tx,
  ctx: Context,
  raw: { id: string; sha256: string },
  mail: ParsedMail | Unparsable,
  quiet: boolean,
): Promise<Handled> {
  if (!mail.ok) return { state: 'kept-aside', reason: mail.reason };
  const before = await sameBytesBefore(tx, raw.id, raw.sha256);
  if (before) return { state: 'duplicate', reason: null };
  const from = await mailIdentity(tx);
  if (mail.kind === 'loop' || mail.from.address.toLowerCase() === from.address.toLowerCase())
    return { state: 'ignored', reason: 'own-mail-came-back' };
  if (mail.kind === 'bounce') return recordBounce(tx, ctx, mail);
  const thread = await threadMail(tx, mail, from.replyKey);
  if (thread) return attachReply(tx, ctx, raw.id, mail, thread, quiet);
  if (mail.kind === 'auto-reply' || mail.kind === 'report')
    return { state: 'ignored', reason: `automatic-${mail.kind}` };
  return openRequest(tx, ctx, raw.id, mail, quiet);
}
