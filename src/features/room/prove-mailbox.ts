import { randomInt } from 'node:crypto';
import { MINUTE } from '../../domain/shared/instant.ts';
import { hashPassword, verifyPassword } from '../../platform/auth/password.ts';
import { countAttempt, forgetAttempts } from '../../platform/auth/rate-limit.ts';
import type { Context } from '../../platform/context.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { enqueueMail } from '../mail/public.ts';
import { findCode, proveDevice, saveCode, spendCode } from './device.store.ts';

const GOOD_FOR = 10 * MINUTE;
const HOUR = 3_600;

/** A code of six digits to the contact's own address; it is no message of the conversation, where whoever waits for it could read it. */
export async function sendCode(tx: Tx, ctx: Context, by: ContactActor, now: number): Promise<void> {
  if (by.proven || !by.deviceId) return;
  await countAttempt(ctx.db.auth, `room-code:${by.id}`, 5, HOUR);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = iso(now + GOOD_FOR);
  await saveCode(tx, { deviceId: by.deviceId, clientId: by.clientId, hash: await hashPassword(code), expiresAt });
  const t = translator(by.lang);
  const contact = { id: by.id, name: by.name, email: by.email, status: 'active' };
  const words = { subject: t('mail.code-subject', { code }), text: t('mail.code-body', { name: by.name, code }) };
  const mail = { ...words, contact, lang: by.lang, requestId: null, clientId: by.clientId, messageId: null };
  const thread = { references: [], inReplyTo: null };
  await enqueueMail(tx, ctx, { ...mail, thread, automatic: false, notBefore: now }, now);
  await append(tx, by, now, [{ kind: 'room.code-sent', requestId: by.linkRequestId, clientId: by.clientId }]);
}

/** The right code makes this device one of the contact's own. Six tries in ten minutes, counted outside this transaction, and no more. */
export async function proveMailbox(tx: Tx, ctx: Context, by: ContactActor, code: string, now: number): Promise<void> {
  if (by.proven || !by.deviceId) return;
  await countAttempt(ctx.db.auth, `room-code-try:${by.id}`, 6, GOOD_FOR / 1_000);
  const sent = await findCode(tx, by.deviceId);
  if (!sent || instant(sent.expiresAt) <= now) throw refused('code-expired');
  if (!(await verifyPassword(code, sent.hash))) throw refused('code-wrong');
  await spendCode(tx, by.deviceId);
  await proveDevice(tx, by.deviceId, now);
  await forgetAttempts(ctx.db.auth, `room-code-try:${by.id}`);
  await append(tx, by, now, [{ kind: 'room.device-proven', requestId: by.linkRequestId, clientId: by.clientId }]);
}
