import { sign } from '../../domain/accords/signing.ts';
import { excessOf } from '../../domain/promises/authority.ts';
import type { OptionTerms } from '../../contract/negotiation.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor, ContactActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { activeMember, firmOf, limitsOf } from '../promises/public.ts';
import { type LockedRequest, lockRequest, saveRequest, stepWords } from '../requests/public.ts';
import { findAccord, insertSignature, lockAccord, setAccordState, signersOf } from './accord.store.ts';
import { approvedFor, demandOf, stillAgreed, termsOfAccord } from './demand.store.ts';
import { partiesOf } from './parties.store.ts';
import { promisesFrom } from './promises-from-accord.ts';
import { replacePromises } from './replace-promises.ts';
import { sendReceipt } from './receipt.ts';

export type Pen = {
  fingerprint: string;
  typedName: string;
  understood: boolean;
  ip: string | null;
  userAgent: string | null;
};

/** P4, T15: one signs the text one saw, for one side, within authority as it is in this very transaction. Both names put it in force. */
export async function signAccord(
  tx: Tx,
  ctx: Context,
  by: Actor,
  accordId: string,
  pen: Pen,
  now: number,
): Promise<{ state: 'half-signed' | 'in-force' }> {
  const seen = await findAccord(tx, accordId);
  if (!seen) throw refused('not-found');
  const request = await lockRequest(tx, seen.requestId);
  const accord = (await lockAccord(tx, accordId)) ?? seen;
  const terms = await termsOfAccord(tx, accordId);
  if (!terms) throw refused('not-found');
  const side = by.kind === 'contact' ? 'theirs' : 'ours';
  if (by.kind === 'member') await withinAuthority(tx, by.id, accordId, terms);
  if (request.talk === 'suspended') throw refused('suspended');
  const entitled = by.kind === 'member' || mayBind(by, request);
  const signed = Object.fromEntries((await signersOf(tx, accordId)).map((s) => [s.side, s.person_id]));
  const facts = {
    state: accord.state,
    fingerprint: accord.fingerprint,
    signed,
    stillAgreed: await stillAgreed(tx, accord.optionId, accord.optionHash),
  };
  const state = accepted(
    sign(facts, {
      side,
      personId: by.id,
      seen: pen.fingerprint,
      typedName: pen.typedName,
      understood: pen.understood,
      entitled,
    }),
  );
  const parties = await partiesOf(tx, accord.clientId, request);
  await insertSignature(
    tx,
    {
      id: newId(now),
      accordId,
      clientId: accord.clientId,
      side,
      personId: by.id,
      typedName: pen.typedName.trim(),
      organisation: side === 'ours' ? (parties?.firm ?? '') : (parties?.client ?? ''),
      identifiedBy: by.kind === 'contact' ? 'room-link' : 'password',
      identifiedTo: by.email,
      statement: `I have read accord ${accord.number} and accept it for my side.`,
      button: 'sign',
      fingerprint: accord.fingerprint,
      ip: pen.ip,
      userAgent: pen.userAgent,
    },
    now,
  );
  await setAccordState(tx, accordId, state, state === 'in-force' ? iso(now) : null);
  const made = state === 'in-force' ? await promisesFrom(tx, accord, request, terms, now) : [];
  const replaced = state === 'in-force' ? await replacePromises(tx, accord, made, now) : [];
  if (state === 'in-force' && accord.amendsId) await setAccordState(tx, accord.amendsId, 'amended', null);
  await putForward(tx, request, state, side, now);
  const event = { requestId: request.id, clientId: request.clientId, audience: 'both' as const };
  await append(tx, by, now, [
    {
      kind: 'accord.signed',
      ...event,
      data: { accord: accordId, number: accord.number, side, name: pen.typedName, fingerprint: accord.fingerprint },
    },
    ...(state === 'in-force'
      ? [{ kind: 'accord.in-force', ...event, data: { accord: accordId, number: accord.number } }]
      : []),
    ...replaced,
    ...made.map((p) => ({ kind: 'promise.given', ...event, data: { ...p, accord: accordId } })),
    ...(state === 'in-force' && request.phase === 'initiation'
      ? [{ kind: 'request.phase-moved', ...event, data: { from: 'initiation', to: 'resolution' } }]
      : []),
  ]);
  if (state === 'in-force') await sendReceipt(tx, ctx, request, accordId, parties?.zone ?? 'UTC', now);
  return { state };
}

/** S11: where one person decides the matter for the client, only that person signs for them. */
const mayBind = (by: ContactActor, request: LockedRequest): boolean =>
  by.may === 'decide' && (request.decisionMakerId === null || request.decisionMakerId === by.id);

async function withinAuthority(tx: Tx, memberId: string, accordId: string, terms: OptionTerms): Promise<void> {
  const { currency } = await firmOf(tx);
  const me = await activeMember(tx, memberId);
  const over = excessOf(demandOf(terms, currency), limitsOf(me, currency));
  if (over.length > 0 && !(await approvedFor(tx, accordId, memberId)))
    throw refused('over-authority', { over, accordId });
}

/** Who moves now: the other signature is theirs to give; in force, it is ours to keep what was promised. */
async function putForward(
  tx: Tx,
  request: LockedRequest,
  state: 'half-signed' | 'in-force',
  side: 'ours' | 'theirs',
  now: number,
): Promise<void> {
  const phase = state === 'in-force' && request.phase === 'initiation' ? { phase: 'resolution' as const } : {};
  const ball = state === 'in-force' || side === 'theirs' ? ('ours' as const) : ('theirs' as const);
  const step = state === 'in-force' ? 'keep-promises' : 'sign-accord';
  await saveRequest(tx, request, { ...phase, ball, next_step: await stepWords(tx, step) }, now);
}
