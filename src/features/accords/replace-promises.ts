import { amended } from '../../domain/promises/amended.ts';
import { instant, iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { NewEvent } from '../../platform/ledger/append.ts';
import { countForClient, linkReplacement, promisesOf, updatePromise } from '../promises/public.ts';
import type { AccordRow } from './accord.store.ts';
import { replacedPromises } from './accord.store.ts';

type Made = { promise: string; text: string; side: string };

/** P1, P4, P5: what an amendment in force puts in the place of older promises; each of those ends, visibly, as what it was. */
export async function replacePromises(
  tx: Tx,
  accord: AccordRow,
  made: readonly Made[],
  now: number,
): Promise<NewEvent[]> {
  const ids = await replacedPromises(tx, accord);
  if (ids.length === 0) return [];
  const all = await promisesOf(tx, accord.requestId);
  const old = all.map((p) => ({ ...p, due: instant(p.due), dependsOn: p.dependsOn ?? undefined }));
  const dated = old.map(({ dependsOn, ...p }) => (dependsOn === undefined ? p : { ...p, dependsOn }));
  const events: NewEvent[] = [];
  for (const { id, to, missReason } of amended(dated, ids, now)) {
    const was = all.find((p) => p.id === id);
    const next = made.find((m) => m.text === was?.text && m.side === was.side);
    const evidence = String(accord.number);
    await updatePromise(tx, id, { state: to, evidence, miss_reason: missReason, settled_at: iso(now) });
    if (to === 'broken' && was?.side === 'ours') await countForClient(tx, accord.clientId, 'broken');
    if (next) await linkReplacement(tx, next.promise, id);
    const data = {
      promise: id,
      next: next?.promise ?? null,
      text: was?.text,
      due: was?.due,
      side: was?.side,
      accord: accord.id,
    };
    events.push({
      kind: `promise.${to}`,
      requestId: accord.requestId,
      clientId: accord.clientId,
      audience: 'both',
      data,
    });
  }
  return events;
}
