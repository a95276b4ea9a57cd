import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import type { Translate } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { openRound, takeStance, writeOption } from '../negotiation/public.ts';
import { lockRequest } from '../requests/public.ts';
import { agreedOption, changeRows, insertChange } from './method-change.store.ts';

type Wish = {
  words: string;
  title: string;
  terms: OptionTerms;
  missesWhy: string | null;
  sendAnyway?: { reason: string } | undefined;
};

/**
 * S2: they know the goal and want another way to it. The new way goes on the table beside the agreed one, and our side says that it can
 * be done; which of the two holds is the client's choice and, under an accord that amends the old one, their signature.
 */
export async function askOtherWay(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  wish: Wish,
  now: number,
): Promise<{ id: string; number: number; optionId: string }> {
  const { clientId, subject, contactId } = await lockRequest(tx, requestId);
  if (!clientId || !contactId) throw refused('client-unknown');
  const agreedId = await agreedOption(tx, requestId);
  if (!agreedId) throw refused('nothing-agreed');
  const before = await changeRows(tx, requestId);
  if (before.some((c) => c.state === 'open')) throw refused('method-change-open');
  const { words, title, terms, missesWhy, sendAnyway } = wish;
  const written = { title, terms, parents: [agreedId], changedWhy: words, sendAnyway };
  const option = await writeOption(tx, ctx, by, requestId, written, now);
  const number = before.length + 1;
  const id = newId(now);
  const change = { id, number, words, agreedId, wishedId: option.id };
  await insertChange(tx, { ...change, requestId, clientId, byId: by.id }, now);
  const said = { subject, n: number };
  const letter = (t: Translate) => ({
    subject: t('mail.other-way-subject', said),
    body: t('mail.other-way-body', said),
  });
  const alone = { oneOptionWhy: words, missesWhy, reveal: 'at-once' as const };
  await openRound(tx, ctx, by, requestId, { optionIds: [option.id], ...alone, endsOpenRound: 'if-open', letter }, now);
  const works = { optionId: option.id, hash: option.hash, kind: 'works' as const, words: null, wouldWork: null };
  await takeStance(tx, ctx, by, requestId, works, now);
  const data = { change: id, number, words, agreed: agreedId, wished: option.id };
  await append(tx, by, now, [{ kind: 'method.change-asked', requestId, clientId, audience: 'both', data }]);
  return { id, number, optionId: option.id };
}
