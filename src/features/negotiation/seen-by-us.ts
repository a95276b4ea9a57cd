import type { NegotiationEvent } from '../../domain/negotiation/events.ts';
import { visibleEvent } from '../../domain/negotiation/visible-stances.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { PREFIX, replay } from './ledger-table.store.ts';

type Happened = { readonly kind: string; readonly data: Record<string, unknown> };

/** The request's past as our side may see it: their answer that is shown only when both have answered waits here too (T7). */
export async function seenByUs<T extends Happened>(tx: Tx, requestId: string, items: readonly T[]): Promise<T[]> {
  if (!items.some((item) => item.kind.startsWith(PREFIX))) return [...items];
  const table = await replay(tx, requestId);
  return items.flatMap((item) => {
    if (!item.kind.startsWith(PREFIX)) return [item];
    const seen = visibleEvent(table, item.data as NegotiationEvent, 'ours');
    return seen ? [{ ...item, data: { ...seen } }] : [];
  });
}
