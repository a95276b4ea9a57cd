import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { newId } from '../../platform/db/ids.ts';
import { refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { firmOf } from '../promises/public.ts';
import { lockRequest } from '../requests/public.ts';
import { insertUnsaid } from './situations.store.ts';

type Situation = 'left-unsaid' | 'sold-twice';
export type ReadyWay = { code: string; title: string; terms: OptionTerms };

/** S4: use it for expansion, for a second site, or admit and exchange. S10: now what is possible, in steps, or the whole at its price. */
const WAYS = {
  'sold-twice': ['expansion', 'second-site', 'exchange'],
  'left-unsaid': ['possible-now', 'in-steps', 'whole'],
} as const satisfies Record<Situation, readonly string[]>;

/** Each way as an option, in the client's language and ready to be edited; an exchange costs them nothing, and says so (L5). */
export async function readyWays(
  tx: Tx,
  requestId: string,
  situation: Situation,
  thing: string,
): Promise<{ ways: ReadyWay[] }> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const { currency } = await firmOf(tx);
  const t = translator(contact.lang);
  return {
    ways: WAYS[situation].map((code) => ({
      code,
      title: t(`situations.way.${code}.title`, { thing }),
      terms: {
        text: t(`situations.way.${code}.text`, { thing }),
        costs: code === 'exchange' ? [{ label: t('situations.way.exchange.cost'), minor: 0, currency }] : [],
        date: { kind: 'none', why: t('situations.way.date') },
        effortHours: 0,
        scopeIn: [],
        scopeOut: [],
        assumptions: [],
        weDo: [{ text: t(`situations.way.${code}.we`, { thing }) }],
        youDo: [],
        meets: [],
        misses: [],
      },
    })),
  };
}

/** S4, S10: recorded for ourselves as a cause; the client review counts it, once for the same words. */
export async function recordUnsaid(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  { kind, words }: { kind: Situation; words: string },
  now: number,
): Promise<void> {
  const { clientId } = await lockRequest(tx, requestId);
  if (!clientId) throw refused('client-unknown');
  const made = await insertUnsaid(tx, { id: newId(now), requestId, clientId, kind, words, byId: by.id }, now);
  if (!made) return;
  await append(tx, by, now, [{ kind: `cause.${kind}`, requestId, clientId, audience: 'ours', data: { words } }]);
}
