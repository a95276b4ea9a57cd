import type { RequestPage } from '../../contract/requests.ts';
import type { RequestFacts } from '../../domain/request/request-facts.ts';
import { differences } from '../../domain/triage/difference.ts';
import { instant } from '../../platform/db/time.ts';

type Seen = Pick<
  RequestPage,
  | 'phase'
  | 'talk'
  | 'client'
  | 'messages'
  | 'entries'
  | 'interestSkippedWhy'
  | 'fate'
  | 'placements'
  | 'pauses'
  | 'rounds'
  | 'options'
  | 'accords'
  | 'promises'
  | 'closing'
  | 'choosing'
> & { readonly approvalsAsked: number; readonly benefitDue: boolean };

const open = new Set(['proposed', 'awaiting-approval', 'given', 'at-risk']);

/** What the one next step depends on, read off what the page shows. */
export function factsOf(seen: Seen, now: number): RequestFacts {
  const pause = seen.pauses.at(-1);
  const accord = seen.accords.at(-1);
  const onTable = seen.options.filter((o) => o.state === 'on-the-table');
  const waiting = (side: 'ours' | 'theirs'): number =>
    onTable.filter((o) => !o.stances.some((s) => s.side === side && !s.void && s.hash === o.hash)).length;
  const ours = seen.promises.filter((p) => p.side === 'ours');
  const theirs = seen.promises.filter((p) => p.side === 'theirs' && open.has(p.state));
  return {
    phase: seen.phase,
    talk: seen.talk,
    clientKnown: seen.client != null,
    unanswered: isUnanswered(seen.messages),
    interest: seen.entries.some((e) => e.kind === 'interest' && e.state !== 'withdrawn')
      ? 'known'
      : seen.interestSkippedWhy
        ? 'skipped'
        : 'unknown',
    fate: seen.fate,
    sidesDiffer: sidesDiffer(seen.placements, seen.messages),
    benefitDue: seen.benefitDue,
    pause:
      !pause || pause.state === 'resumed'
        ? 'none'
        : pause.state === 'lapsed' || instant(pause.resumeAt) <= now
          ? 'lapsed'
          : 'running',
    round: seen.choosing ? 'several-work' : roundState(seen.rounds, onTable.length),
    optionsOnTable: onTable.length,
    waitForOurStance: waiting('ours'),
    waitForTheirStance: waiting('theirs'),
    accord: accord && accord.state !== 'amended' && accord.state !== 'ended' ? accord.state : 'none',
    weSigned: accord?.signatures.some((s) => s.side === 'ours') ?? false,
    approvalsAsked: seen.approvalsAsked,
    promisesMade: ours.filter((p) => p.state !== 'withdrawn').length,
    ourOpenPromises: ours.filter((p) => open.has(p.state)).length,
    ourPromisesAtRisk: ours.filter((p) => p.state === 'at-risk' || (p.state === 'given' && instant(p.due) < now))
      .length,
    theirOpenPromises: theirs.length,
    theirLatePromises: theirs.filter((p) => instant(p.due) < now).length,
    closing: seen.closing?.state !== 'sent' ? 'none' : instant(seen.closing.silentAfter) <= now ? 'silent' : 'waiting',
  };
}

/** The client spoke last; a call or a visit of ours is an answer as much as a mail (C4), a machine's mail and a note are not. */
function isUnanswered(messages: Seen['messages']): boolean {
  const spoken = messages.filter((m) => m.channel !== 'note' && m.kind === 'person' && m.purpose !== 'acknowledgement');
  return spoken.at(-1)?.direction === 'in';
}

/** T19: they place it differently, and we have not written to them since the later of the two placements. */
function sidesDiffer(placements: Seen['placements'], messages: Seen['messages']): boolean {
  const ours = placements.findLast((p) => p.side === 'ours');
  const theirs = placements.findLast((p) => p.side === 'theirs');
  if (!ours || !theirs || differences(ours, theirs).length === 0) return false;
  const since = Math.max(instant(ours.at), instant(theirs.at));
  return !messages.some((m) => m.direction === 'out' && instant(m.at) > since);
}

function roundState(rounds: Seen['rounds'], onTable: number): RequestFacts['round'] {
  const last = rounds.at(-1);
  if (!last) return 'none';
  if (!last.closedAt) return 'open';
  return onTable === 0 && last.outcome === 'none-works' ? 'none-works' : 'none';
}
