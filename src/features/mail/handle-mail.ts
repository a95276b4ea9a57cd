import type { Context } from '../../platform/context.ts';
import { type Tx, inWorkspace } from '../../platform/db/tx.ts';
import { parseMail } from '../../platform/mail/parse-mail.ts';
import type { ParsedMail, Unparsable } from '../../platform/mail/parsed-mail.ts';
import { findByAddress } from '../clients/public.ts';
import type { Arrival, Handled } from './arrival.ts';
import { attachReply } from './attach-reply.ts';
import { mailIdentity } from './identity.store.ts';
import { openRequest } from './open-request.ts';
import { type StoredRaw, findRaw, lockWaiting, settleRaw } from './raw-mail.store.ts';
import { recordBounce } from './record-bounce.ts';
import { seenBefore } from './seen-before.store.ts';
import { authentication } from './sender-authentication.ts';
import { sortMail } from './sort-mail.ts';
import { isAmong, isColleague, ownAddresses, threadMail } from './thread-mail.store.ts';

export type Read = { readonly raw: StoredRaw; readonly mail: ParsedMail | Unparsable };

/** Reads a stored mail in the worker; null when it has been handled. Its files are kept before any row names them. */
export async function readStored(ctx: Context, workspaceId: string, id: string): Promise<Read | null> {
  const raw = await inWorkspace(ctx.db, { workspaceId }, (tx) => findRaw(tx, id));
  if (!raw || raw.state !== 'received') return null;
  const mail = await parseMail(raw.raw, raw.complete ? { loopIds: [workspaceId] } : { maxBytes: 0 });
  if (mail.ok) for (const file of mail.attachments) await ctx.files.put(file.content);
  return { raw, mail };
}

/**
 * Step two, one transaction: the mail becomes a request or a part of one, or is put where it belongs. Idempotent: a mail that has been
 * handled is left alone. What cannot be read is kept aside with its reason and never stops the mailbox.
 */
export async function actOn(ctx: Context, workspaceId: string, { raw, mail }: Read): Promise<Handled | null> {
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    if (!(await lockWaiting(tx, raw.id))) return null;
    const handled: Handled = mail.ok ? await act(tx, ctx, raw, mail) : { state: 'kept-aside', reason: mail.reason };
    const head = mail.ok ? mail : mail.head;
    const { from, subject, messageId: rfcMessageId } = head;
    const mailKind = mail.ok ? mail.kind : null;
    await settleRaw(
      tx,
      raw.id,
      { ...handled, mailKind, rfcMessageId, from: from?.address ?? null, subject },
      ctx.now(),
    );
    return handled;
  });
}

/** Both halves for one mail, without waiting for a job; null when somebody else has handled it meanwhile. */
export async function handleMail(ctx: Context, workspaceId: string, id: string): Promise<Handled | null> {
  const read = await readStored(ctx, workspaceId, id);
  return read ? actOn(ctx, workspaceId, read) : null;
}

async function act(tx: Tx, ctx: Context, raw: StoredRaw, mail: ParsedMail): Promise<Handled> {
  const before = await seenBefore(tx, raw, mail);
  if (before) return { state: 'duplicate', reason: null, ...before };
  const us = await mailIdentity(tx);
  const ours = await ownAddresses(tx, us.address);
  const thread = await threadMail(tx, mail, us.replyKey);
  const imported = raw.via === 'import';
  const sorted = sortMail({
    kind: mail.kind,
    because: mail.kindBecause,
    fromOurselves: isAmong(mail.from.address, ours),
    threaded: thread !== null,
    known: (await findByAddress(tx, mail.from.address)).clientId !== null,
    toUs: [...mail.to, ...mail.cc].some((to) => isAmong(to.address, ours)),
    imported,
  });
  const arrival: Arrival = { rawId: raw.id, mail, imported, at: whenWritten(mail, imported, ctx.now()) };
  const doubted = authentication(mail.headers, us.authservId, mail.from.address) === 'fail';
  const colleague = await isColleague(tx, mail.from.address);
  switch (sorted.to) {
    case 'ignore':
      return { state: 'ignored', reason: sorted.reason };
    case 'bounce':
      return recordBounce(tx, ctx, arrival);
    case 'open':
      return openRequest(tx, ctx, arrival, undefined, doubted || colleague);
    case 'attach': {
      if (!thread) throw new Error('a mail without a thread cannot be attached');
      const contactId = doubted || colleague ? null : thread.contactId;
      return attachReply(tx, ctx, arrival, { ...thread, contactId, colleague });
    }
  }
}

/** Anybody can write any date: it counts in an import only, and never lies ahead. */
function whenWritten(mail: ParsedMail, imported: boolean, now: number): number {
  const said = imported && mail.date ? Date.parse(mail.date) : now;
  return Math.min(said, now);
}
