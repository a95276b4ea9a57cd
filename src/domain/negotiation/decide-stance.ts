import type { Instant } from '../shared/instant.ts';
import { type Refusal, type Result, ok, refuse } from '../shared/result.ts';
import { applyAll } from './apply.ts';
import type { Pick, StanceCommand, StanceGiven, TakeStances, WithdrawStance } from './commands.ts';
import type { NegotiationEvent } from './events.ts';
import { blank, oneSideOnly, seen, stopped } from './guards.ts';
import { hasExpired, position, worksForBoth } from './positions.ts';
import { agree, settle } from './settle.ts';
import { type Option, type Table, findOption, hashOf, otherSide } from './table.ts';
import type { Stance } from './words.ts';

type Decided = Result<readonly NegotiationEvent[]>;

/** T7: a side answers wordings it saw, takes an answer back, or picks one of several that work. Agreed is what both sides hold `works` on. */
export function decideStance(table: Table, command: StanceCommand, now: Instant): Decided {
  const stop = stopped(table, now) ?? oneSideOnly(table, command);
  if (stop) return repeated(table, command) ? ok([]) : stop;
  switch (command.kind) {
    case 'take-stances':
      return take(table, command, now);
    case 'withdraw-stance':
      return takeBack(table, command, now);
    case 'pick':
      return pick(table, command, now);
  }
}

/** Said before, word for word, about an option that still stands or was agreed: a double click, a second tab, a retry. */
function saidBefore(table: Table, c: TakeStances, given: StanceGiven): boolean {
  const option = findOption(table, given.optionId);
  if (option?.state !== 'on-the-table' && option?.state !== 'agreed') return false;
  return option.stances.some((s) => same(s, stanceOf(c, given, s.at)));
}

const same = (a: Stance, b: Stance): boolean =>
  a.side === b.side &&
  a.personId === b.personId &&
  a.hash === b.hash &&
  a.kind === b.kind &&
  a.words === b.words &&
  a.wouldWork === b.wouldWork;

const repeated = (table: Table, c: StanceCommand): boolean =>
  c.kind === 'take-stances' && c.stances.length > 0 && c.stances.every((s) => saidBefore(table, c, s));

function take(table: Table, c: TakeStances, now: Instant): Decided {
  if (c.stances.length === 0) return refuse('stance-missing');
  if (new Set(c.stances.map((s) => s.optionId)).size < c.stances.length) return refuse('option-named-twice');
  const events: NegotiationEvent[] = [];
  for (const given of c.stances) {
    if (saidBefore(table, c, given)) continue;
    const found = open(table, given.optionId, given.hash, now);
    if (!found.ok) return found;
    const wrong = misfit(given) ?? needsOurPart(found.value, c, given);
    if (wrong) return wrong;
    events.push({
      kind: 'stance-taken',
      optionId: given.optionId,
      stance: stanceOf(c, given, now),
      replaces: replacedBy(found.value, c),
    });
  }
  const touched = c.stances.map((s) => s.optionId);
  return ok([...events, ...settle(applyAll(table, events), touched, now)]);
}

/** The option, if its wording is the one seen and it can still be answered. A wording that has changed is said first: it is what the person can act on. */
function open(table: Table, optionId: string, hash: string, now: Instant): Result<Option> {
  const found = seen(table, optionId, hash);
  if (!found.ok) return found;
  const { state } = found.value;
  if (state !== 'on-the-table') return refuse('option-not-open', { optionId, state });
  return hasExpired(found.value, now) ? refuse('option-not-open', { optionId, state: 'expired' }) : found;
}

/** "If", "does not work" and "need others" say what they mean; a no also says what would make it work. */
function misfit({ optionId, kind, words, wouldWork }: StanceGiven): { ok: false; refusal: Refusal } | null {
  if (kind !== 'works' && blank(words)) return refuse('words-missing', { optionId, kind });
  if (kind === 'does-not-work' && blank(wouldWork)) return refuse('what-would-work-missing', { optionId });
  return null;
}

/** What the client proposed can be agreed once our side has completed its cost and date. */
const needsOurPart = (option: Option, c: TakeStances, given: StanceGiven): { ok: false; refusal: Refusal } | null =>
  c.side === 'ours' && given.kind === 'works' && !option.completed
    ? refuse('needs-our-part', { optionId: option.id })
    : null;

const stanceOf = (c: TakeStances, given: StanceGiven, at: Instant): Stance => ({
  side: c.side,
  personId: c.personId,
  hash: given.hash,
  kind: given.kind,
  ...(blank(given.words) ? {} : { words: given.words?.trim() }),
  ...(blank(given.wouldWork) ? {} : { wouldWork: given.wouldWork?.trim() }),
  at,
});

/** The desk speaks with one voice, the last; people of the client each keep their own. */
const replacedBy = (option: Option, c: TakeStances): readonly string[] =>
  option.stances
    .filter((s) => s.side === c.side && (c.side === 'ours' || s.personId === c.personId))
    .map((s) => s.personId);

/** A stance is no signature: until somebody has signed, it can be taken back, and an agreement that stood on it is gone. */
function takeBack(table: Table, c: WithdrawStance, now: Instant): Decided {
  const option = findOption(table, c.optionId);
  if (!option) return refuse('option-unknown', { optionId: c.optionId });
  if (option.state === 'agreed' && table.signed) return refuse('accord-is-signed');
  if (option.state !== 'on-the-table' && option.state !== 'agreed')
    return refuse('option-not-open', { optionId: c.optionId, state: option.state });
  if (!option.stances.some((s) => s.personId === c.personId)) return ok([]);
  const left = { ...option, stances: option.stances.filter((s) => s.personId !== c.personId) };
  const wasAgreed =
    option.state === 'agreed' &&
    !(position(table, left, 'ours') === 'works' && position(table, left, 'theirs') === 'works');
  const events: NegotiationEvent[] = [
    { kind: 'stance-withdrawn', optionId: c.optionId, side: c.side, personId: c.personId, wasAgreed },
  ];
  return ok([...events, ...settle(applyAll(table, events), [c.optionId], now)]);
}

function pick(table: Table, c: Pick, now: Instant): Decided {
  const found = open(table, c.optionId, c.hash, now);
  if (!found.ok) return found;
  if (!table.choosing) return refuse('nothing-to-pick');
  if (!worksForBoth(table, found.value, now)) return refuse('does-not-work-for-both', { optionId: c.optionId });
  const before = table.picks[c.side]?.optionId;
  if (before === c.optionId && table.picks[c.side]?.personId === c.personId) return ok([]);
  const picked: NegotiationEvent = {
    kind: 'picked',
    optionId: c.optionId,
    hash: hashOf(found.value),
    side: c.side,
    personId: c.personId,
    ...(before !== undefined && before !== c.optionId ? { insteadOf: before } : {}),
  };
  const both = table.picks[otherSide(c.side)]?.optionId === c.optionId;
  return ok(both ? [picked, ...agree(table, found.value)] : [picked]);
}
