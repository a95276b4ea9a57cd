import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { instant, iso } from '../../platform/db/time.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import { type SendOutcome, sendMail } from '../../platform/mail/smtp.ts';
import { mailIdentity } from './identity.store.ts';
import { dueMails, markBodyLeaving, recoverMails, setOutbox, takeForSending } from './outbox.store.ts';

/** After 1, 5, 15 minutes, 1, 3 hours, then every six hours, for five days (RFC 5321 §4.5.4.1). */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];
const GIVE_UP = 5 * DAY;

/**
 * Sends one frozen mail. The moment that matters is the server's 354: it is committed before the body leaves, so that whatever
 * happens afterwards the program never sends the same mail twice by itself.
 */
export async function sendOne(ctx: Context, workspaceId: string, id: string): Promise<void> {
  if (!ctx.smtpUrl) return; // waits in the outbox, where people see it
  const scope = { workspaceId };
  const taken = await inWorkspace(ctx.db, scope, async (tx) => {
    const mail = await takeForSending(tx, id, ctx.now());
    return mail ? { mail, from: (await mailIdentity(tx)).address } : null;
  });
  if (!taken) return;
  const { mail, from } = taken;
  const outcome = await sendMail(
    ctx.smtpUrl,
    { raw: mail.raw, from, recipient: mail.recipient },
    { onDataAccepted: () => bodyMayLeave(ctx, workspaceId, id, mail.attempts) },
  );
  await inWorkspace(ctx.db, scope, async (tx) => {
    const now = ctx.now();
    const change = after(outcome, mail.attempts, instant(mail.created_at), now);
    await setOutbox(tx, id, change);
    if (change.state === 'retry') return;
    const data = { message: mail.message_id, recipient: mail.recipient, error: change.last_error ?? null };
    await append(tx, { kind: 'mail' }, now, [
      { kind: `mail.${change.state}`, requestId: mail.request_id, clientId: mail.client_id, audience: 'ours', data },
    ]);
  });
}

async function bodyMayLeave(ctx: Context, workspaceId: string, id: string, attempt: number): Promise<void> {
  const mine = await inWorkspace(ctx.db, { workspaceId }, (tx) => markBodyLeaving(tx, id, attempt));
  if (!mine) throw new Error('another process has taken this mail over');
}

type Settled = {
  state: 'sent' | 'retry' | 'failed' | 'unknown';
  phase: null;
  sent_at: string | null;
  not_before?: string;
  last_error?: string | null;
};

/** What becomes of an attempt. Nothing is tried again after the body began to leave. */
export function after(outcome: SendOutcome, attempts: number, created: number, now: number): Settled {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', phase: null, sent_at: iso(now), last_error: null };
    case 'failed':
      return { state: 'failed', phase: null, sent_at: null, last_error: outcome.reason };
    case 'unknown':
      return { state: 'unknown', phase: null, sent_at: null, last_error: outcome.reason };
    case 'retry': {
      if (now - created > GIVE_UP) return { state: 'failed', phase: null, sent_at: null, last_error: outcome.reason };
      const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE;
      return { state: 'retry', phase: null, sent_at: null, last_error: outcome.reason, not_before: iso(now + wait) };
    }
  }
}

const STALE = 5 * MINUTE;

/** Looks for mails whose time has come and whose job is gone, and for what a killed process left half-done. */
export async function sweepOutbox(ctx: Context, started: number): Promise<void> {
  for (const workspaceId of await allWorkspaces(ctx.db)) {
    const due = await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
      await recoverMails(tx, Math.max(started, ctx.now() - STALE));
      return ctx.smtpUrl ? dueMails(tx, ctx.now(), 100) : [];
    });
    for (const id of due) await sendOne(ctx, workspaceId, id);
  }
}
