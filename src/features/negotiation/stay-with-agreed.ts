import { applyAll } from '../../domain/negotiation/apply.ts';
import { stayWithAgreed as stay } from '../../domain/negotiation/method-change.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ContactActor } from '../../platform/http/actor.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { nextOfficeDay } from '../clients/public.ts';
import { stepWords } from '../requests/public.ts';
import { carryOut, decideAll, holdTable } from './carry-out.ts';

/** S2: the client says no to the new way, in words that name the agreed one; what was agreed stands untouched. */
export async function stayWithAgreed(
  tx: Tx,
  ctx: Context,
  by: ContactActor,
  requestId: string,
  option: { optionId: string; hash: string },
  now: number,
): Promise<void> {
  const held = await holdTable(tx, requestId);
  const words = translator(by.lang)('mail.stay-with-agreed');
  const no = { ...option, kind: 'does-not-work' as const, words, wouldWork: words };
  const said = decideAll(held.table, [{ kind: 'take-stances', side: 'theirs', personId: by.id, stances: [no] }], now);
  const events = [...said, ...stay(applyAll(held.table, said), option.optionId)];
  const next = { ball: 'ours' as const, next_step: await stepWords(tx, 'keep-promises') };
  await carryOut(tx, ctx, by, held, events, { ...next, next_due: iso(await nextOfficeDay(tx, now)) }, now);
}
