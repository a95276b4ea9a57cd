import { type ReminderKind, reminderDue } from '../../domain/promises/remind.ts';
import type { Context } from '../../platform/context.ts';
import { type Tx, allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { Refused, refused } from '../../platform/http/refused.ts';
import { type Translate, translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, officeHours } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { findPromise } from '../promises/public.ts';
import { type LockedRequest, lockRequest, saveRequest } from '../requests/public.ts';
import {
  type Dated,
  datedPromises,
  keepReminder,
  remindersOf,
  remindsByItself,
  requestsToRemind,
} from './waiting.store.ts';

type Words = { subject: string; body: string; sendAnyway?: { reason: string } | undefined };

/** P5: friendly words about what they wanted to do, in their language; before the date another tone than after it. */
export function reminderWords(t: Translate, lang: string, zone: string, p: Dated, subject: string, now: number) {
  const kind: ReminderKind = now > p.due ? 'late' : 'before';
  const date = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: zone }).format(p.due);
  const said = { text: p.text, date, subject };
  return { kind, subject: t(`letters.reminder-${kind}-subject`, said), body: t(`letters.reminder-${kind}-body`, said) };
}

/** A person reminds them, in words they have looked at. */
export async function remindClient(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  promiseId: string,
  words: Words,
  now: number,
): Promise<{ messageId: string }> {
  const seen = await findPromise(tx, promiseId);
  if (!seen) throw refused('not-found');
  const request = await lockRequest(tx, seen.requestId);
  const promise = (await datedPromises(tx, request.id)).find((p) => p.id === promiseId);
  if (promise?.side !== 'theirs' || (promise.state !== 'given' && promise.state !== 'at-risk'))
    throw refused('nothing-to-remind');
  const kind: ReminderKind = now > promise.due ? 'late' : 'before';
  const messageId = await write(tx, ctx, request, { by, kind, promise, words }, now);
  return { messageId };
}

type Reminder = { by: MemberActor | null; kind: ReminderKind; promise: Dated; words: Words };

async function write(tx: Tx, ctx: Context, request: LockedRequest, r: Reminder, now: number): Promise<string> {
  const { by, kind, promise, words } = r;
  const { subject, body, sendAnyway } = words;
  const automatic = by === null;
  const letter = { request, by, purpose: 'reply', subject, body, written: by ? { body } : null, sendAnyway } as const;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, automatic, undoable: false }, now);
  await keepReminder(tx, { promiseId: promise.id, kind, automatic, messageId }, now);
  await saveRequest(tx, request, {}, now);
  const data = { promise: promise.id, text: promise.text, kind, message: messageId, automatic };
  const event = { requestId: request.id, clientId: request.clientId, audience: 'both' as const, data };
  await append(tx, by ?? { kind: 'system' }, now, [{ kind: 'promise.reminded', ...event }]);
  return messageId;
}

/** Where a workspace switched it on: once before the date and once after it, to people who are there, within the loop brakes. */
export async function remindClients(ctx: Context): Promise<void> {
  for (const workspaceId of await allWorkspaces(ctx.db)) {
    const due = await inWorkspace(ctx.db, { workspaceId }, async (tx) =>
      (await remindsByItself(tx)) ? requestsToRemind(tx, ctx.now()) : [],
    );
    for (const requestId of due) {
      try {
        await inWorkspace(ctx.db, { workspaceId }, (tx) => remindOf(tx, ctx, requestId, ctx.now()));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
  }
}

async function remindOf(tx: Tx, ctx: Context, requestId: string, now: number): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (contact?.status !== 'active') return;
  const { zone } = await officeHours(tx);
  const theirs = (await datedPromises(tx, requestId)).filter((p) => p.side === 'theirs');
  const sent = await remindersOf(
    tx,
    theirs.map((p) => p.id),
  );
  for (const promise of theirs) {
    const before = sent.filter((s) => s.promiseId === promise.id).map((s) => s.kind);
    const kind = reminderDue(promise, before, now);
    if (!kind) continue;
    const words = reminderWords(translator(contact.lang), contact.lang, zone, promise, request.subject, now);
    await write(tx, ctx, request, { by: null, kind, promise, words }, now);
  }
}
