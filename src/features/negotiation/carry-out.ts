import type { Command } from '../../domain/negotiation/commands.ts';
import { decide } from '../../domain/negotiation/decide.ts';
import type { NegotiationEvent } from '../../domain/negotiation/events.ts';
import { applyAll } from '../../domain/negotiation/apply.ts';
import type { Table } from '../../domain/negotiation/table.ts';
import { decideTalk } from '../../domain/request/talk.ts';
import type { TalkState } from '../../domain/request/words.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { accepted } from '../../platform/http/refused.ts';
import type { Translate } from '../../platform/i18n/translator.ts';
import { append } from '../../platform/ledger/append.ts';
import { drawUpAccord, endUnsigned, nextAccordNumber } from '../accords/public.ts';
import { type LockedRequest, type RequestChange, lockRequest, saveRequest } from '../requests/public.ts';
import { PREFIX, loadTable } from './ledger-table.store.ts';
import { lockOptions, setPicks } from './option.store.ts';
import { project } from './project.ts';
import { tellClient } from './tell-client.ts';

export type Held = { readonly request: LockedRequest; readonly table: Table };
export type Outcome = { readonly agreed: boolean; readonly accordId: string | null; readonly request: LockedRequest };

/** Request → round → option, always in this order: whoever comes second waits and then sees what the first one did. */
export async function holdTable(tx: Tx, requestId: string): Promise<Held> {
  const request = await lockRequest(tx, requestId);
  await lockOptions(tx, requestId);
  return { request, table: await loadTable(tx, request) };
}

/** Decides one command after another on the table as it then is. Refuses as a whole: a refusal leaves nothing behind. */
export function decideAll(table: Table, commands: readonly Command[], now: number): readonly NegotiationEvent[] {
  const events: NegotiationEvent[] = [];
  let current = table;
  for (const command of commands) {
    const more = accepted(decide(current, command, now));
    current = applyAll(current, more);
    events.push(...more);
  }
  return events;
}

/**
 * Saves what was decided: the rows people read, the request's state of talk, the ledger. When the two sides have just agreed, the
 * accord is drawn up from the very wording both said works for them (T7, P4).
 */
export async function carryOut(
  tx: Tx,
  ctx: Context,
  by: Actor | null,
  { request, table }: Held,
  events: readonly NegotiationEvent[],
  change: RequestChange,
  now: number,
): Promise<Outcome> {
  if (events.length === 0) return { agreed: false, accordId: null, request };
  const agreed = events.find((event) => event.kind === 'agreed');
  // The counters of the workspace always before the ledger's head, as a new request takes them: the other way round two would wait for each other.
  const number = agreed ? await nextAccordNumber(tx) : 0;
  for (const event of events) await project(tx, request, by, event, now);
  const talk = talkAfter(request.talk, events);
  const after = applyAll(table, events);
  await saveRequest(tx, request, { ...change, talk, choosing: after.choosing }, now);
  if (after.picks !== table.picks) await setPicks(tx, request.id, after.picks);
  if (events.some(undoesAgreement)) await endUnsigned(tx, request, now);
  const actor = by ?? ({ kind: 'system' } as const);
  await append(
    tx,
    actor,
    now,
    events.map((event) => ({
      kind: `${PREFIX}${event.kind}`,
      requestId: request.id,
      clientId: request.clientId,
      audience: event.kind === 'option-drafted' && event.side === 'ours' ? ('ours' as const) : ('both' as const),
      data: { ...event },
    })),
  );
  const accord = agreed ? await drawUpAccord(tx, request, agreed.optionId, agreed.hash, number, now) : null;
  if (accord) {
    const said = { number: accord.number, subject: request.subject };
    const words = (t: Translate) => ({ subject: t('mail.accord-subject', said), body: t('mail.accord-body') });
    await tellClient(tx, ctx, request, by, words, now);
  }
  return { agreed: agreed != null, accordId: accord?.id ?? null, request: { ...request, talk } };
}

/** What both had said works no longer does: a new wording, or a word taken back. */
const undoesAgreement = (e: NegotiationEvent): boolean =>
  (e.kind === 'option-edited' || e.kind === 'stance-withdrawn') && e.wasAgreed;

/** Whoever puts something on the table or answers is talking; agreeing and taking an agreement back move the talk as well. */
function talkAfter(talk: TalkState, events: readonly NegotiationEvent[]): TalkState {
  const moved = (from: TalkState, kind: 'enter' | 'agree' | 'disagree'): TalkState => {
    const result = decideTalk({ talk: from, benefitShown: false }, { kind });
    const event = result.ok ? result.value.find((e) => e.kind === 'talk-moved') : undefined;
    return event?.to ?? from;
  };
  const spoke = events.some(
    (e) => e.kind === 'round-opened' || e.kind === 'option-tabled' || e.kind === 'stance-taken',
  );
  let state = spoke ? moved(talk, 'enter') : talk;
  if (events.some(undoesAgreement)) state = moved(state, 'disagree');
  return events.some((e) => e.kind === 'agreed') ? moved(state, 'agree') : state;
}
