import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { type Translate, translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact, officeHours } from '../clients/public.ts';
import { openRound, takeStance, writeOption } from '../negotiation/public.ts';
import { lockRequest } from '../requests/public.ts';
import { type Moved, shiftedTerms } from './shifted-terms.ts';
import { type Dated, datedPromises, keepShiftOffer, shiftLies, termsInForce } from './waiting.store.ts';

/**
 * P5, S7: the dates that moved because the client is late go on their table as an amendment, with our word that it works. Their word and
 * both signatures put it in force; nothing moves silently.
 */
export async function offerShift(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  theirDue: number,
  now: number,
): Promise<{ optionId: string }> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  const { clientId, subject } = request;
  if (!clientId || !contact) throw refused('client-unknown');
  if (theirDue <= now) throw refused('date-in-the-past');
  if (await shiftLies(tx, requestId)) throw refused('shift-offered');
  const promises = await datedPromises(tx, requestId);
  const found = await termsInForce(tx, requestId);
  const inForce = found ? { accordId: found.accordId, terms: found.terms as OptionTerms } : null;
  const t = translator(contact.lang);
  const dates = await dayWords(tx, contact.lang);
  const first = shiftedTerms(promises, inForce, theirDue, '-', now);
  if (!first) throw refused('nothing-shifts');
  const why = wordsOf(t, first, promises, theirDue, dates);
  const terms = { ...first.terms, text: why };
  const title = t('letters.shift-title', { subject }).slice(0, 500);
  const parents = found ? [found.optionId] : [];
  const option = await writeOption(tx, ctx, by, requestId, { title, terms, parents, changedWhy: why }, now);
  const letter = (said: Translate) => ({
    subject: said('letters.shift-subject', { subject }),
    body: said('letters.shift-body', { subject, why }),
  });
  const alone = { oneOptionWhy: why, missesWhy: why, reveal: 'at-once' as const };
  await openRound(tx, ctx, by, requestId, { optionIds: [option.id], ...alone, endsOpenRound: 'if-open', letter }, now);
  const works = { optionId: option.id, hash: option.hash, kind: 'works' as const, words: null, wouldWork: null };
  await takeStance(tx, ctx, by, requestId, works, now);
  await keepShiftOffer(tx, option.id, clientId, first.replaces);
  const data = { option: option.id, moved: first.shifts.map((s) => ({ ...s })), text: why };
  await append(tx, by, now, [{ kind: 'promise.shift-offered', requestId, clientId, audience: 'both', data }]);
  return { optionId: option.id };
}

type Say = (at: number) => string;

async function dayWords(tx: Tx, lang: string): Promise<Say> {
  const { zone } = await officeHours(tx);
  const format = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: zone });
  return (at) => format.format(at);
}

/** In the client's language, without blame: what is awaited, by when it comes, and what moves with it from when to when. */
function wordsOf(t: Translate, moved: Moved, promises: readonly Dated[], theirDue: number, date: Say): string {
  const lines = moved.shifts.map((s) =>
    t('letters.shift-line', {
      text: promises.find((p) => p.id === s.id)?.text ?? '',
      from: date(s.from),
      to: date(s.to),
    }),
  );
  const awaited = moved.late.map((p) => `“${p.text}”`).join(', ');
  return [t('letters.shift-why', { awaited, date: date(theirDue) }), ...lines].join('\n');
}
