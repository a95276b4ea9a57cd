import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import { voidedBy } from './apply.ts';
import type {
  BringBackOption,
  DraftOption,
  EditOption,
  OptionCommand,
  TableOption,
  WithdrawOption,
} from './commands.ts';
import type { NegotiationEvent } from './events.ts';
import { blank, oneSideOnly, seen, stopped } from './guards.ts';
import { moveOption } from './option-moves.ts';
import { type Table, findOption, hashOf, onTheTable, openRound } from './table.ts';

type Decided = Result<readonly NegotiationEvent[]>;

/** At most this many options lie open at once: more is no choice but a catalogue. */
export const MOST_OPTIONS = 5;

/** T5, T7, T9, L7: an option is written, edited, put on the table, taken back. */
export function decideOption(table: Table, command: OptionCommand, now: Instant): Decided {
  if (table.closed) return refuse('request-is-closed');
  const foul = oneSideOnly(table, command);
  if (foul) return foul;
  switch (command.kind) {
    case 'draft-option':
      return draft(table, command, now);
    case 'edit-option':
      return edit(table, command, now);
    case 'table-option':
      return putOnTable(table, command, now);
    case 'bring-back-option':
      return bringBack(table, command);
    case 'withdraw-option':
      return withdraw(table, command);
  }
}

/** L7: this very wording was declined before. */
const declinedHash = (table: Table, hash: string): boolean =>
  table.options.some((o) => o.state === 'declined' && hashOf(o) === hash);

function draft(table: Table, c: DraftOption, at: Instant): Decided {
  const before = findOption(table, c.optionId);
  if (before)
    return before.side === c.side && before.revisions[0]?.hash === c.hash
      ? ok([])
      : refuse('option-exists', { optionId: c.optionId });
  const unknown = c.parents.find((id) => !findOption(table, id));
  if (unknown !== undefined) return refuse('option-unknown', { optionId: unknown });
  if (declinedHash(table, c.hash) && blank(c.changedWhy)) return refuse('declined-before');
  const { optionId, side, personId, hash, parents } = c;
  return ok([
    {
      kind: 'option-drafted',
      optionId,
      side,
      personId,
      hash,
      complete: side === 'ours' || c.complete,
      parents,
      at,
      ...(blank(c.changedWhy) ? {} : { changedWhy: c.changedWhy?.trim() }),
    },
  ]);
}

function edit(table: Table, c: EditOption, at: Instant): Decided {
  const option = findOption(table, c.optionId);
  if (option && hashOf(option) === c.hash && option.state !== 'withdrawn') return ok([]);
  const found = seen(table, c.optionId, c.basedOn);
  if (!found.ok) return found;
  const o = found.value;
  if (o.side === 'ours' && c.side === 'theirs') return refuse('not-their-option', { side: o.side });
  const moved = moveOption(o.state, 'edit');
  if (!moved.ok) return moved;
  if (o.state === 'agreed' && table.signed) return refuse('accord-is-signed');
  if (o.state === 'agreed' && blank(c.why)) return refuse('agreed-already', { optionId: o.id });
  if (declinedHash(table, c.hash) && blank(c.why)) return refuse('declined-before');
  const { optionId, side, personId, hash, basedOn: from } = c;
  const why = blank(c.why) ? {} : { why: c.why?.trim() };
  return ok([
    {
      kind: 'option-edited',
      optionId,
      side,
      personId,
      from,
      hash,
      complete: side === 'ours' || o.side === 'ours' || c.complete,
      voided: voidedBy(o),
      wasAgreed: o.state === 'agreed',
      at,
      ...why,
    },
  ]);
}

function putOnTable(table: Table, c: TableOption, now: Instant): Decided {
  const stop = stopped(table, now);
  if (stop) return stop;
  const option = findOption(table, c.optionId);
  if (!option) return refuse('option-unknown', { optionId: c.optionId });
  if (option.side !== c.side) return refuse('not-their-option', { side: option.side });
  if (option.state === 'on-the-table') return ok([]);
  const moved = moveOption(option.state, 'table');
  if (!moved.ok) return moved;
  if (c.side === 'ours' && table.interest === 'unknown') return refuse('interest-unknown');
  if (c.expiresAt <= now) return refuse('date-in-the-past', { at: c.expiresAt });
  if (onTheTable(table).length >= MOST_OPTIONS) return refuse('too-many-options', { most: MOST_OPTIONS });
  const round = openRound(table);
  const { optionId, side, personId, expiresAt } = c;
  return ok([{ kind: 'option-tabled', optionId, side, personId, expiresAt, ...(round ? { roundId: round.id } : {}) }]);
}

function bringBack(table: Table, c: BringBackOption): Decided {
  const option = findOption(table, c.optionId);
  if (!option) return refuse('option-unknown', { optionId: c.optionId });
  if (option.side !== c.side) return refuse('not-their-option', { side: option.side });
  const moved = moveOption(option.state, 'bring-back');
  if (!moved.ok) return moved;
  if (blank(c.changedWhy)) return refuse('declined-before', { optionId: c.optionId });
  return ok([
    {
      kind: 'option-brought-back',
      optionId: c.optionId,
      side: c.side,
      personId: c.personId,
      changedWhy: c.changedWhy.trim(),
    },
  ]);
}

function withdraw(table: Table, c: WithdrawOption): Decided {
  const option = findOption(table, c.optionId);
  if (!option) return refuse('option-unknown', { optionId: c.optionId });
  if (option.side !== c.side) return refuse('not-their-option', { side: option.side });
  if (option.state === 'withdrawn') return ok([]);
  const moved = moveOption(option.state, 'withdraw');
  if (!moved.ok) return moved;
  if (blank(c.why)) return refuse('reason-missing');
  return ok([
    { kind: 'option-withdrawn', optionId: c.optionId, side: c.side, personId: c.personId, why: c.why.trim() },
  ]);
}
