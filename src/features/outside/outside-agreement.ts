import type { z } from 'zod';
import type { OutsideReady, answerOutside } from '../../contract/outside.ts';
import { priceLines } from '../../domain/agreements/price-lines.ts';
import type { Price } from '../../domain/agreements/terms.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { type Translate, translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { agreementInForce } from '../agreements/public.ts';
import { findContact, nextOfficeDay } from '../clients/public.ts';
import { sendToClient } from '../conversation/public.ts';
import { writeOption } from '../negotiation/public.ts';
import { type LockedRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';

type Wish = z.infer<NonNullable<typeof answerOutside.body>>;

/** P3: an honest no names exactly two ways: is it really needed and should we be the ones; and if so, at a price. */
export async function outsideWords(tx: Tx, requestId: string, now: number): Promise<OutsideReady> {
  const request = await lockRequest(tx, requestId);
  const { contact, prices, title } = await around(tx, request, now);
  const t = translator(contact.lang);
  const { subject } = request;
  return {
    subject: t('mail.outside-subject', { subject }),
    body: t('mail.outside-body', { subject }),
    to: contact.name,
    agreementTitle: title,
    prices: prices.map(({ key, name, unit, price, clause }) => ({ key, name, unit, ...price, clause })),
  };
}

/** The second way becomes an option of ours with its price, a draft until a round puts it on the table. */
export async function answerOutsideAgreement(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  wish: Wish,
  now: number,
): Promise<{ messageId: string; optionId: string | null }> {
  const request = await lockRequest(tx, requestId);
  const { contact, prices } = await around(tx, request, now);
  const optionId = wish.option ? await priced(tx, ctx, by, requestId, wish.option, prices, contact.lang, now) : null;
  const { subject, body, sendAnyway } = wish;
  const letter = {
    request,
    by,
    purpose: 'offer',
    subject,
    body,
    sendAnyway,
    automatic: false,
    undoable: false,
  } as const;
  const { messageId } = await sendToClient(tx, ctx, letter, now);
  const next = { ball: 'theirs' as const, next_step: await stepWords(tx, 'await-client') };
  const due = iso((await nextOfficeDay(tx, now)) + 2 * 86_400_000);
  await saveRequest(tx, request, { ...next, next_due: due }, now);
  const data = { message: messageId, option: optionId };
  await append(tx, by, now, [
    { kind: 'talk.outside-agreement', requestId, clientId: request.clientId, audience: 'both', data },
  ]);
  return { messageId, optionId };
}

async function around(tx: Tx, request: LockedRequest, now: number) {
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact || !request.clientId) throw refused('client-unknown');
  const agreement = await agreementInForce(tx, request.clientId, now);
  return { contact, prices: agreement?.terms.prices ?? [], title: agreement?.title ?? null };
}

async function priced(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  option: NonNullable<Wish['option']>,
  prices: readonly Price[],
  lang: string,
  now: number,
): Promise<string> {
  const t: Translate = translator(lang);
  const named = (price: Price, n: number): string =>
    price.unit === 'fixed' ? price.name : t(`mail.price-line.${price.unit}`, { name: price.name, n });
  const costs = accepted(priceLines(prices, option.lines, named)).map((c) => ({
    label: c.label,
    minor: c.minor,
    currency: c.currency,
  }));
  const terms = {
    text: option.text,
    costs,
    date: option.at
      ? { kind: 'by-hand' as const, at: option.at }
      : { kind: 'none' as const, why: t('mail.price-no-date') },
    effortHours: option.hours,
    scopeIn: [],
    scopeOut: [],
    assumptions: [],
    weDo: [{ text: option.title }],
    youDo: [],
    meets: [],
    misses: [],
  };
  const written = { title: option.title, terms, parents: [], changedWhy: null };
  return (await writeOption(tx, ctx, by, requestId, written, now)).id;
}
