import { PLAYBOOKS } from '../../domain/playbooks/playbooks.ts';
import { type RunMove, type RunStep, moveRun } from '../../domain/playbooks/run.ts';
import type { Step } from '../../domain/playbooks/words.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { findContact } from '../clients/public.ts';
import { lockRequest } from '../requests/public.ts';
import { ownPlaybooks } from './playbook.store.ts';
import { guardsOf, insertRun, runsOf, saveRun } from './run.store.ts';

type Chosen = { name: string | null; steps: readonly RunStep[] };

/** A copy of the steps as they are now: what somebody words anew later does not change under the hands of who is at it. */
async function chosen(tx: Tx, playbook: string): Promise<Chosen> {
  const shipped = PLAYBOOKS.find((p) => p.code === playbook);
  if (shipped) return { name: null, steps: (shipped.steps as readonly Step[]).map((s) => ({ ...s, state: 'open' })) };
  const own = (await ownPlaybooks(tx)).find((p) => p.id === playbook);
  if (!own) throw refused('not-found');
  const steps = own.steps.map(({ title, how, action, letter }, i): RunStep => {
    const opens = letter ? { action: 'letter' as const, letter } : action ? { action } : {};
    return { id: `own-${i + 1}`, state: 'open', title, how, ...opens };
  });
  return { name: own.name, steps };
}

/** A person begins it; one at a time runs on a request. */
export async function startPlaybook(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  playbook: string,
  now: number,
): Promise<{ id: string }> {
  const { clientId, phase } = await lockRequest(tx, requestId);
  if (phase === 'closed') throw refused('request-is-closed');
  if ((await runsOf(tx, requestId)).some((r) => r.state === 'running')) throw refused('playbook-runs');
  const id = newId(now);
  await insertRun(tx, { id, requestId, playbook, ...(await chosen(tx, playbook)), byId: by.id }, null, now);
  await append(tx, by, now, [{ kind: 'playbook.started', requestId, clientId, data: { run: id, playbook } }]);
  return { id };
}

/** What was suggested does not fit here; it is not suggested again. */
export async function declinePlaybook(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  playbook: string,
  now: number,
): Promise<void> {
  const { clientId } = await lockRequest(tx, requestId);
  const { name } = await chosen(tx, playbook);
  await insertRun(tx, { id: newId(now), requestId, playbook, name, steps: [], byId: by.id }, 'declined', now);
  await append(tx, by, now, [{ kind: 'playbook.declined', requestId, clientId, data: { playbook } }]);
}

/** L6: every tick, skip and departure is in the ledger, with its reason. */
export async function movePlaybook(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  runId: string,
  move: RunMove,
  now: number,
): Promise<void> {
  const { clientId } = await lockRequest(tx, requestId);
  const run = (await runsOf(tx, requestId)).find((r) => r.id === runId);
  if (!run) throw refused('not-found');
  const facts = await guardsOf(tx, requestId);
  const next = accepted(moveRun(run, move, (guard) => facts[guard]));
  await saveRun(tx, runId, next, move.kind === 'leave' ? move.why.trim() : null);
  const data = { run: runId, playbook: run.playbook, ...move };
  await append(tx, by, now, [{ kind: `playbook.${move.kind}`, requestId, clientId, data }]);
}

/** The ready message of a step: of a shipped one in the client's language, of the team's own as they wrote it. */
export async function playbookLetter(
  tx: Tx,
  requestId: string,
  runId: string,
  stepId: string,
): Promise<{ body: string; to: string }> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  if (!contact) throw refused('client-unknown');
  const run = (await runsOf(tx, requestId)).find((r) => r.id === runId);
  const step = run?.steps.find((s) => s.id === stepId && s.action === 'letter');
  if (!step) throw refused('not-found');
  const { name } = contact;
  const body =
    step.letter?.replaceAll('{name}', name) ?? translator(contact.lang)(`playbook-letters.${stepId}`, { name });
  return { body, to: name };
}
