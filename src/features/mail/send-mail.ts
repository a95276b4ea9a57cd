import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { instant } from '../../platform/db/time.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import { type FrozenMail, type SendOutcome, sendMail } from '../../platform/mail/smtp.ts';
import { wayOut } from './account-login.ts';
import {
  RENEW_MS,
  type Settled,
  abandonedMails,
  claimDue,
  markBodyLeaving,
  renewLease,
  slowDown,
} from './outbox.store.ts';
import { settleDelivery } from './settle-delivery.ts';

/** After 1, 5, 15 minutes, 1, 3 hours, then every six hours, for five days (RFC 5321 §4.5.4.1). */
const WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];
const GIVE_UP = 5 * DAY;
const SLOW_DOWN = 2 * MINUTE;

/**
 * Sends the next frozen mail that is due; false when none is. The moment that matters is the server's 354: it is committed before
 * the body leaves, so that whatever happens afterwards the program never sends the same mail twice by itself (F-03, F-39).
 */
export async function sendNext(ctx: Context, workspaceId: string): Promise<boolean> {
  const scope = { workspaceId };
  // Without a mail server mail waits in the outbox, where people see it.
  const mail = await inWorkspace(ctx.db, scope, (tx) => claimDue(tx, ctx.now(), ctx.smtpUrl !== null));
  if (!mail) return false;
  const { id, attempts, raw, recipient } = mail;
  const renewing = setInterval(() => {
    inWorkspace(ctx.db, scope, (tx) => renewLease(tx, id, attempts)).catch(() => undefined);
  }, RENEW_MS);
  try {
    const outcome = await leave(ctx, workspaceId, mail.mailbox_id, { raw, from: mail.from_address, recipient }, () =>
      bodyMayLeave(ctx, workspaceId, id, attempts),
    );
    const now = ctx.now();
    const settled = whatBecame(outcome, attempts, instant(mail.created_at), now);
    await inWorkspace(ctx.db, scope, async (tx) => {
      if (outcome.kind === 'retry' && outcome.throttled) await slowDown(tx, now + SLOW_DOWN);
      await settleDelivery(tx, { id, attempt: attempts, requestId: mail.request_id }, settled, now);
    });
    return true;
  } finally {
    clearInterval(renewing);
  }
}

/** Through the mailbox's own server where it has one, else through the installation's. A way that cannot be found is tried again. */
async function leave(
  ctx: Context,
  workspaceId: string,
  mailboxId: string | null,
  mail: FrozenMail,
  onDataAccepted: () => Promise<void>,
): Promise<SendOutcome> {
  const way = await wayOut(ctx, workspaceId, mailboxId).catch((error: unknown) => ({ wrong: String(error) }));
  if ('wrong' in way) return { kind: 'retry', reason: way.wrong.slice(0, 500), code: null, throttled: false };
  const { url, accessToken } = way;
  return sendMail(url, mail, { onDataAccepted, ...(accessToken === undefined ? {} : { accessToken }) });
}

async function bodyMayLeave(ctx: Context, workspaceId: string, id: string, attempt: number): Promise<void> {
  const mine = await inWorkspace(ctx.db, { workspaceId }, (tx) => markBodyLeaving(tx, id, attempt));
  if (!mine) throw new Error('another process has taken this mail over');
}

/** What becomes of an attempt. Nothing is tried again after the body began to leave. */
export function whatBecame(outcome: SendOutcome, attempts: number, created: number, now: number): Settled {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', lastError: null, sentAt: now };
    case 'failed':
      return { state: 'failed', lastError: outcome.reason };
    case 'unknown':
      return { state: 'unknown', lastError: outcome.reason };
    case 'retry': {
      if (now - created > GIVE_UP) return { state: 'failed', lastError: outcome.reason };
      const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? MINUTE;
      return { state: 'retry', lastError: outcome.reason, notBefore: now + wait };
    }
  }
}

const STOPPED = 'the server was stopped while this mail was on its way';

/**
 * What a killed process left half-done (F-03 to F-05): before the server's 354 nothing has left and it is tried again; after it
 * nobody can know, so it is unknown and a person settles it.
 */
export async function recoverAbandoned(ctx: Context, workspaceId: string): Promise<void> {
  const scope = { workspaceId };
  for (const mail of await inWorkspace(ctx.db, scope, abandonedMails)) {
    const now = ctx.now();
    const settled: Settled =
      mail.phase === 'after-354'
        ? { state: 'unknown', lastError: STOPPED }
        : { state: 'retry', lastError: STOPPED, notBefore: now };
    const attempt = { id: mail.id, attempt: mail.attempts, requestId: mail.request_id };
    await inWorkspace(ctx.db, scope, (tx) => settleDelivery(tx, attempt, settled, now));
  }
}
