import type { NegotiationEvent } from './events.ts';
import { type Option, type Table, hashOf } from './table.ts';

/** The table after an event. It decides nothing: what the events say is so. */
export function apply(table: Table, event: NegotiationEvent): Table {
  const next = 'personId' in event ? known(table, event.personId, event.side) : table;
  switch (event.kind) {
    case 'option-drafted': {
      const option: Option = {
        id: event.optionId,
        side: event.side,
        state: 'draft',
        revisions: [{ hash: event.hash, bySide: event.side, at: event.at }],
        parents: event.parents,
        completed: event.complete,
        stances: [],
        ...(event.changedWhy ? { changedWhy: event.changedWhy } : {}),
      };
      return { ...next, options: [...next.options, option] };
    }
    case 'option-edited':
      return change(unpick(next, event.optionId), event.optionId, (o) => ({
        ...o,
        state: o.state === 'agreed' ? 'on-the-table' : o.state,
        revisions: [...o.revisions, { hash: event.hash, bySide: event.side, at: event.at }],
        completed: event.complete,
        stances: [],
      }));
    case 'option-tabled':
      return change(next, event.optionId, (o) => ({
        ...o,
        state: 'on-the-table',
        expiresAt: event.expiresAt,
        ...(event.roundId ? { roundId: event.roundId } : {}),
      }));
    case 'option-brought-back':
      return change(next, event.optionId, ({ roundId: _round, expiresAt: _expires, ...o }) => ({
        ...o,
        state: 'draft',
        stances: [],
        changedWhy: event.changedWhy,
      }));
    case 'option-withdrawn':
      return change(unpick(next, event.optionId), event.optionId, (o) => ({ ...o, state: 'withdrawn' }));
    case 'option-declined':
      return change(unpick(next, event.optionId), event.optionId, (o) => ({ ...o, state: 'declined' }));
    case 'option-expired':
      return change(unpick(next, event.optionId), event.optionId, (o) => ({ ...o, state: 'expired' }));
    case 'option-superseded':
      return change(next, event.optionId, (o) => ({ ...o, state: 'superseded' }));
    case 'round-opened': {
      const { roundId: id, number, reveal, closesAt, at: openedAt } = event;
      const round = {
        id,
        number,
        reveal,
        openedAt,
        closesAt,
        ...(event.oneOptionWhy ? { oneOptionWhy: event.oneOptionWhy } : {}),
      };
      const options = next.options.map((o) => (event.optionIds.includes(o.id) ? { ...o, roundId: id } : o));
      return { ...next, rounds: [...next.rounds, round], options, choosing: false, picks: {} };
    }
    case 'round-closed':
      return {
        ...next,
        rounds: next.rounds.map((r) => (r.id === event.roundId ? { ...r, outcome: event.outcome } : r)),
      };
    case 'stance-taken': {
      const { stance } = event;
      const gone = [...event.replaces, stance.personId];
      const told = known(next, stance.personId, stance.side);
      const settled = stance.kind === 'works' ? told : unpick(told, event.optionId);
      return change(settled, event.optionId, (o) => ({
        ...o,
        stances: [...o.stances.filter((s) => !gone.includes(s.personId)), stance],
      }));
    }
    case 'stance-withdrawn':
      return change(unpick(next, event.optionId), event.optionId, (o) => ({
        ...o,
        state: event.wasAgreed ? 'on-the-table' : o.state,
        stances: o.stances.filter((s) => s.personId !== event.personId),
      }));
    case 'several-work':
      return { ...next, choosing: true };
    case 'picked':
      return {
        ...next,
        picks: { ...next.picks, [event.side]: { optionId: event.optionId, personId: event.personId } },
      };
    case 'agreed':
      return { ...change(next, event.optionId, (o) => ({ ...o, state: 'agreed' })), choosing: false, picks: {} };
    case 'paused': {
      const { missing, ourPeople, theirPeople, resumeAt } = event;
      return { ...next, pause: { missing, ourPeople, theirPeople, resumeAt, state: 'running' } };
    }
    case 'resumed':
      return next.pause ? { ...next, pause: { ...next.pause, state: 'resumed' } } : next;
    case 'clocks-moved':
      return moveClocks(next, event.by);
    case 'pause-lapsed':
      return next.pause ? { ...next, pause: { ...next.pause, state: 'lapsed' } } : next;
  }
}

/** S11: what still runs – options on the table, the open round, a running pause – gets the time back that it stood still. */
const moveClocks = (table: Table, by: number): Table => ({
  ...table,
  options: table.options.map((o) =>
    o.state === 'on-the-table' && o.expiresAt !== undefined ? { ...o, expiresAt: o.expiresAt + by } : o,
  ),
  rounds: table.rounds.map((r) => (r.outcome === undefined ? { ...r, closesAt: r.closesAt + by } : r)),
  pause: table.pause?.state === 'running' ? { ...table.pause, resumeAt: table.pause.resumeAt + by } : table.pause,
});

export const applyAll = (table: Table, events: readonly NegotiationEvent[]): Table => events.reduce(apply, table);

const known = (table: Table, personId: string, side: Table['people'][string]): Table =>
  table.people[personId] === side ? table : { ...table, people: { ...table.people, [personId]: side } };

const change = (table: Table, id: string, to: (option: Option) => Option): Table => ({
  ...table,
  options: table.options.map((o) => (o.id === id ? to(o) : o)),
});

/** A pick falls when what it stands on falls. */
function unpick(table: Table, optionId: string): Table {
  const kept = Object.entries(table.picks).filter(([, pick]) => pick.optionId !== optionId);
  return kept.length === Object.keys(table.picks).length ? table : { ...table, picks: Object.fromEntries(kept) };
}

/** The stances that a new wording voids, by person. */
export const voidedBy = (option: Option): readonly string[] =>
  option.stances.filter((s) => s.hash === hashOf(option)).map((s) => s.personId);
