import type { Carried } from '../../contract/handover.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { productsOf } from '../clients/public.ts';
import { entriesOf } from '../listening/public.ts';
import { promisesOf } from '../promises/public.ts';
import type { LockedRequest } from '../requests/public.ts';

const OPEN = new Set(['given', 'at-risk', 'awaiting-approval', 'proposed']);

/** P7: what goes along comes from the ledger, so that nobody types it and nobody asks the client for it again. `goes`: ours that move. */
export async function carriedBy(tx: Tx, request: LockedRequest, goes: (id: string) => boolean): Promise<Carried> {
  const entries = (await entriesOf(tx, request.id, request.clientId)).filter((e) => e.state !== 'withdrawn');
  const texts = (kind: string): string[] => entries.filter((e) => e.kind === kind).map((e) => e.text);
  const owned = request.clientId ? await productsOf(tx, request.clientId) : [];
  const promises = (await promisesOf(tx, request.id)).filter((p) => OPEN.has(p.state));
  return {
    conditions: texts('condition'),
    has: [...new Set([...texts('already-has'), ...owned.map((p) => p.name)])],
    questions: entries.filter((e) => e.kind === 'question' && e.state === 'open').map((e) => e.text),
    promises: promises.map(({ id, side, text, due, makerName }) => ({
      id,
      side,
      text,
      due,
      ownerName: makerName,
      goes: side === 'ours' && goes(id),
    })),
  };
}

/** The beginning of a summary: what it is about and what is behind it. The person handing over says the rest. */
export async function summaryOf(tx: Tx, request: LockedRequest): Promise<string> {
  const entries = await entriesOf(tx, request.id, request.clientId);
  const behind = entries.filter((e) => e.kind === 'interest' && e.state !== 'withdrawn').map((e) => e.text);
  return [request.subject, ...behind, request.nextStep].map((line) => line.trim()).join('\n');
}
