import type { Tx } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import type { LockedRequest } from '../requests/public.ts';
import { accordsOf, setAccordState } from './accord.store.ts';

/** P4: the wording both agreed on was given up before anybody signed: what was drawn up from it ends, and says so. */
export async function endUnsigned(tx: Tx, request: LockedRequest, now: number): Promise<void> {
  const ended = (await accordsOf(tx, request.id)).filter((a) => a.state === 'drawn-up');
  for (const accord of ended) await setAccordState(tx, accord.id, 'ended', null);
  if (ended.length === 0) return;
  await append(
    tx,
    { kind: 'system' },
    now,
    ended.map((accord) => ({
      kind: 'accord.ended',
      requestId: request.id,
      clientId: request.clientId,
      audience: 'both' as const,
      data: { accord: accord.id, number: accord.number },
    })),
  );
}
