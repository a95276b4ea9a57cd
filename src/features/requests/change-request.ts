import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { findMember } from '../people/public.ts';
import { expectVersion, lockRequest, saveRequest } from './request.store.ts';

/** C7: the initiative is ours – what happens next, whose move it is and by when. */
export async function setNextStep(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  step: { text: string; ball: 'ours' | 'theirs' | 'third'; due: string; ownerId: string | null },
  ifMatch: string,
  now: number,
): Promise<{ version: number }> {
  const request = await lockRequest(tx, requestId);
  expectVersion(request, ifMatch);
  if (request.phase === 'closed') throw refused('request-closed');
  const version = await saveRequest(
    tx,
    request,
    { next_step: step.text, ball: step.ball, next_due: step.due, next_owner_id: step.ownerId },
    now,
  );
  await append(tx, by, now, [
    { kind: 'request.next-step-set', requestId, clientId: request.clientId, data: { ...step } },
  ]);
  return { version };
}

export async function assignRequest(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  ownerId: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  const owner = await findMember(tx, ownerId);
  if (!owner?.active) throw refused('no-such-member');
  await saveRequest(tx, request, { owner_id: ownerId }, now);
  await append(tx, by, now, [
    { kind: 'request.assigned', requestId, clientId: request.clientId, data: { to: ownerId, name: owner.name } },
  ]);
}

/** P2: what kind of request it is, so that its date is read from those like it. */
export async function describeRequest(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  kind: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  if (request.kind === kind) return;
  await saveRequest(tx, request, { kind }, now);
  await append(tx, by, now, [
    { kind: 'request.described', requestId, clientId: request.clientId, data: { from: request.kind, text: kind } },
  ]);
}

/** “Unknown – who is it?” answered by a person: the request and all it holds become the client's. */
export async function setParties(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  clientId: string,
  contactId: string,
  now: number,
): Promise<void> {
  const request = await lockRequest(tx, requestId);
  if (request.clientId && request.clientId !== clientId)
    throw refused('client-already-known', { clientId: request.clientId });
  const contact = await tx
    .selectFrom('contact')
    .select(['id', 'name', 'email', 'client_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (!contact || (contact.client_id && contact.client_id !== clientId)) throw refused('not-found');
  if (!contact.client_id) {
    await tx
      .updateTable('contact')
      .set({ client_id: clientId })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', contactId)
      .execute();
  }
  await saveRequest(tx, request, { client_id: clientId, contact_id: contactId }, now);
  for (const table of ['message', 'attachment', 'entry', 'promise', 'pause', 'closing', 'outbox'] as const) {
    await tx
      .updateTable(table)
      .set({ client_id: clientId })
      .where('workspace_id', '=', tx.workspaceId)
      .where('request_id', '=', requestId)
      .execute();
  }
  // Only what this very contact wrote becomes verified: the From header of anybody else still grants nothing.
  await tx
    .updateTable('message')
    .set({ verified: true, author_contact_id: contactId, author_name: contact.name })
    .where('workspace_id', '=', tx.workspaceId)
    .where('request_id', '=', requestId)
    .where('direction', '=', 'in')
    .where('author_address', '=', contact.email)
    .execute();
  await append(tx, by, now, [{ kind: 'request.parties-set', requestId, clientId, data: { contact: contact.name } }]);
}
