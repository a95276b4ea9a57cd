import { decideTalk } from '../../domain/request/talk.ts';
import { type Difference, differences } from '../../domain/triage/difference.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { type LockedRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';

/** T6, T19: the ready invitation in the client's language: it does not refuse, does not promise, and asks; where the two sides differ that comes first. */
export async function invitationWords(
  tx: Tx,
  requestId: string,
): Promise<{ subject: string; body: string; to: string }> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const t = translator(contact.lang);
  const { subject } = request;
  const differ = differences(request, theirsOf(request)).map((d) => t(`mail.differ.${point(d)}`));
  const first = differ.length > 0 ? `${t('mail.differ', { differ: differ.join('\n') })}\n\n` : '';
  return {
    subject: t('mail.invitation-subject', { subject }),
    body: first + t('mail.invitation-body', { subject }),
    to: contact.name,
  };
}

const point = ({ axis, theirs }: Difference): string => `${axis}.${theirs}`;

/** T19: how the client placed it, if they have. */
const theirsOf = (request: LockedRequest) =>
  request.theirReasonable && request.theirPossible
    ? { reasonable: request.theirReasonable, possible: request.theirPossible }
    : undefined;

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
