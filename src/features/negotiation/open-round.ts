import { checkOffer } from '../../domain/listening/check-offer.ts';
import { mayOffer } from '../../domain/listening/repeated-offer.ts';
import { openRound as tableRound } from '../../domain/negotiation/table.ts';
import { DAY } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import type { Translate } from '../../platform/i18n/translator.ts';
import { productsOf } from '../clients/public.ts';
import { entriesOf, toEntry } from '../listening/public.ts';
import { stepWords } from '../requests/public.ts';
import { type Held, carryOut, decideAll, holdTable } from './carry-out.ts';
import { clashesOf } from './second-reader.ts';
import { type OptionRow, tableOf } from './table.store.ts';
import { toTerms } from '../accords/public.ts';
import { tellClient } from './tell-client.ts';
import { clientOf } from './word-option.ts';

export type RoundWish = {
  optionIds: string[];
  reveal: 'at-once' | 'when-both-answered';
  closesAt?: string | undefined;
  oneOptionWhy: string | null;
  missesWhy: string | null;
  endsOpenRound?: boolean | 'if-open';
  /** What the client is told instead of the usual words. */
  letter?: (t: Translate) => { subject: string; body: string };
};
const OPEN_DAYS = 7;

/** T7, P6: options go on the table together. What breaks a condition or repeats a refused offer says so first (L4, L5, L7). */
export async function openRound(
  tx: Tx,
  ctx: Context,
  by: MemberActor,
  requestId: string,
  wish: RoundWish,
  now: number,
): Promise<{ id: string; number: number }> {
  const held = await holdTable(tx, requestId);
  await listenFirst(tx, by, held, wish, now);
  const id = newId(now);
  const closesAt = wish.closesAt ? instant(wish.closesAt) : now + OPEN_DAYS * DAY;
  const why = wish.oneOptionWhy ? { oneOptionWhy: wish.oneOptionWhy } : {};
  const { optionIds, reveal } = wish;
  const who = { side: 'ours', personId: by.id } as const;
  const open = wish.endsOpenRound === 'if-open' ? tableRound(held.table) !== undefined : wish.endsOpenRound;
  const ends = open ? [{ kind: 'close-round', ...who } as const] : [];
  const events = decideAll(
    held.table,
    [
      ...ends,
      {
        kind: 'open-round',
        ...who,
        roundId: id,
        optionIds,
        reveal,
        closesAt,
        expiresAt: closesAt + OPEN_DAYS * DAY,
        ...why,
      },
    ],
    now,
  );
  const next = { ball: 'theirs' as const, next_step: await stepWords(tx, 'await-stances'), next_due: iso(closesAt) };
  await carryOut(tx, ctx, by, held, events, next, now);
  const { request } = held;
  const { subject } = request;
  const said = { n: optionIds.length, subject };
  const usual = (t: Translate) => ({
    subject: t('mail.options-subject', { subject }),
    body: t('mail.options-body', said),
  });
  await tellClient(tx, ctx, request, by, wish.letter ?? usual, now);
  return { id, number: held.table.rounds.length + 1 };
}

async function listenFirst(tx: Tx, by: MemberActor, held: Held, wish: RoundWish, now: number): Promise<void> {
  const clientId = clientOf(held);
  const { options } = await tableOf(tx, held.request.id);
  const entries = (await entriesOf(tx, held.request.id, clientId)).map(toEntry);
  const products = await productsOf(tx, clientId);
  const declined = options
    .filter((o) => o.state === 'declined')
    .map((o) => ({ optionId: o.id, terms: toTerms(o.terms) }));
  for (const option of options.filter((o): o is OptionRow => wish.optionIds.includes(o.id))) {
    const terms = toTerms(option.terms);
    const check = checkOffer(terms, entries, products);
    if (check.unsaid.length > 0 && !wish.missesWhy)
      throw refused('breaks-condition', { optionId: option.id, entryIds: check.unsaid });
    const clashes = wish.missesWhy ? [] : await clashesOf(tx, by, held.request, option, now);
    if (clashes.length > 0) throw refused('breaks-condition', { optionId: option.id, entries: clashes });
    if (check.owned.length > 0 && !wish.missesWhy) throw refused('already-has', { optionId: option.id });
    accepted(
      mayOffer(
        terms,
        declined.filter((d) => d.optionId !== option.id),
        option.changedWhy ?? undefined,
      ),
    );
  }
}
