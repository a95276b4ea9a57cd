import { decideTalk } from '../../domain/request/talk.ts';
import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import { type Tx, allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { append } from '../../platform/ledger/append.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { moveConflict, peopleIn, runningConflict, toldConflicts } from './conflict.store.ts';

/** S11: work is suspended the moment the written notice has really left to everybody, and not before. */
export async function suspendTold(ctx: Context): Promise<void> {
  for (const workspaceId of await allWorkspaces(ctx.db)) {
    const told = await inWorkspace(ctx.db, { workspaceId }, toldConflicts);
    for (const { requestId } of told)
      await inWorkspace(ctx.db, { workspaceId }, (tx) => suspendIfTold(tx, requestId, ctx.now()));
  }
}

async function suspendIfTold(tx: Tx, requestId: string, now: number): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const running = await runningConflict(tx, requestId);
  if (running?.state !== 'told') return;
  const reached = (await peopleIn(tx, running.id)).map((p) => p.delivery);
  const notice = reached.find((d) => d !== 'sent') ?? 'sent';
  const moved = decideTalk(
    { talk: request.talk, benefitShown: false },
    { kind: 'suspend', why: running.matter, notice },
  );
  if (!moved.ok) return;
  await saveRequest(tx, request, { talk: 'suspended' }, now);
  await moveConflict(tx, running.id, { state: 'suspended', suspended_at: iso(now) });
  const data = { conflict: running.id, text: running.matter };
  const { clientId } = request;
  await append(tx, { kind: 'system' }, now, [
    { kind: 'conflict.suspended', requestId, clientId, audience: 'both', data },
  ]);
}
