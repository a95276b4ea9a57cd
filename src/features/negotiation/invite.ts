import { decideTalk } from '../../domain/request/talk.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor, MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { saidBefore } from './ledger-table.store.ts';

/** T6: the ready invitation in the client's language: it does not refuse, does not promise, and asks. */
export async function invitationWords(
  tx: Tx,
  requestId: string,
): Promise<{ subject: string; body: string; to: string }> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const t = translator(contact.lang);
  const { subject } = request;
  return {
    subject: t('mail.invitation-subject', { subject }),
    body: t('mail.invitation-body', { subject }),
    to: contact.name,
  };
}

/** T6: “can we talk about it?” – one mail with the room's link; the talk begins when they come. */
export async function inviteToTalk(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  { subject, body, sendAnyway }: { subject: string; body: string; sendAnyway?: { reason: string } | undefined },
  now: number,
): Promise<{ messageId: string }> {
  const request = await lockRequest(tx, requestId);
  const moved = accepted(decideTalk({ talk: request.talk, benefitShown: false }, { kind: 'invite' }));
  const letter = { request, by, purpose: 'invitation', subject, body, sendAnyway } as const;
  const { messageId } = await sendToClient(tx, ctx, { ...letter, automatic: false, undoable: false }, now);
  const talk = moved.find((e) => e.kind === 'talk-moved')?.to ?? request.talk;
  const first = request.firstAnswerAt ? {} : { first_answer_at: iso(now) };
  const next = {
    ball: 'theirs' as const,
    next_step: await stepWords(tx, 'await-client'),
    next_due: iso((await nextOfficeDay(tx, now)) + 2 * 86_400_000),
  };
  await saveRequest(tx, request, { talk, ...first, ...next }, now);
  await append(tx, by, now, [
    {
      kind: 'talk.invited',
      requestId,
      clientId: request.clientId,
      audience: 'both',
      data: { message: messageId, first: !request.firstAnswerAt },
    },
  ]);
  return { messageId };
}

/** T12: “just do it”: the first time the benefit of talking is due, the second time it is recorded as declined to discuss, and counted. */
export async function declineToDiscuss(
  tx: Tx,
  by: ContactActor,
  requestId: string,
  words: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const events = accepted(
    decideTalk({ talk: request.talk, benefitShown: await saidBefore(tx, requestId) }, { kind: 'just-do-it', words }),
  );
  const talk = events.find((e) => e.kind === 'talk-moved')?.to ?? request.talk;
  const next = {
    ball: 'ours' as const,
    next_step: await stepWords(tx, 'look-at-answer'),
    next_due: iso(await nextOfficeDay(tx, now)),
  };
  await saveRequest(tx, request, { talk, ...next }, now);
  const kind = events.some((e) => e.kind === 'declined-to-discuss') ? 'talk.declined' : 'talk.benefit-due';
  await append(tx, by, now, [{ kind, requestId, clientId: request.clientId, audience: 'both', data: { words } }]);
}
