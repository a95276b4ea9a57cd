import { type Result, ok, refuse } from '../shared/result.ts';
import type { Side } from '../request/words.ts';
import type { ConditionValue, Entry, EntryKind, EntryState } from './words.ts';

export type EntryMove = 'answer' | 'dispute' | 'restate' | 'confirm' | 'withdraw';

/** L1: the life of an entry as a table. Nothing is deleted: what was taken back stays readable as taken back. */
const ENTRY_MOVES: Readonly<Record<EntryState, Partial<Record<EntryMove, EntryState>>>> = {
  open: { answer: 'answered', withdraw: 'withdrawn' },
  answered: { answer: 'answered', dispute: 'disputed', withdraw: 'withdrawn' },
  standing: { confirm: 'standing', dispute: 'disputed', restate: 'standing', withdraw: 'withdrawn' },
  disputed: {
    confirm: 'standing',
    dispute: 'disputed',
    restate: 'standing',
    answer: 'answered',
    withdraw: 'withdrawn',
  },
  withdrawn: {},
};

export type NewEntry = {
  readonly kind: EntryKind;
  readonly side: Side;
  readonly text: string;
  readonly value?: ConditionValue;
};

export type EntryCommand =
  | { readonly kind: 'answer'; readonly by: Side; readonly text: string }
  | { readonly kind: 'dispute'; readonly by: Side; readonly words: string }
  | { readonly kind: 'confirm'; readonly by: Side }
  | { readonly kind: 'restate'; readonly by: Side; readonly text: string; readonly value?: ConditionValue }
  | { readonly kind: 'withdraw'; readonly by: Side; readonly why: string };

export type EntryEvent =
  | { readonly kind: 'entry-added'; readonly entry: NewEntry; readonly state: EntryState }
  | { readonly kind: 'question-answered'; readonly answer: string }
  | { readonly kind: 'entry-disputed'; readonly words: string }
  | { readonly kind: 'entry-confirmed' }
  | { readonly kind: 'entry-restated'; readonly from: string; readonly text: string; readonly value?: ConditionValue }
  | { readonly kind: 'entry-withdrawn'; readonly why: string };

/** Which kinds of entry may carry which typed value. Interests, facts and questions stay words. */
const VALUE_ON: Readonly<Record<EntryKind, boolean>> = {
  interest: false,
  fact: false,
  condition: true,
  'already-has': true,
  question: false,
};

/** L1: puts words on the ledger. A question is open, everything else stands; only conditions and belongings carry a typed value. */
export function addEntry(entry: NewEntry): Result<EntryEvent> {
  if (entry.text.trim() === '') return refuse('words-missing');
  const misfit = valueMisfit(entry.kind, entry.value);
  if (misfit) return refuse(misfit, { kind: entry.kind, value: entry.value?.kind });
  return ok({
    kind: 'entry-added',
    entry: { ...entry, text: entry.text.trim() },
    state: entry.kind === 'question' ? 'open' : 'standing',
  });
}

function valueMisfit(kind: EntryKind, value: ConditionValue | undefined): string | null {
  if (!value) return null;
  const has = value.kind === 'product' && value.rule === 'has';
  if (!VALUE_ON[kind] || has !== (kind === 'already-has')) return 'value-does-not-fit-kind';
  if (value.kind === 'date' && value.latest === undefined && value.earliest === undefined) return 'value-is-empty';
  if (
    value.kind === 'date' &&
    value.latest !== undefined &&
    value.earliest !== undefined &&
    value.earliest > value.latest
  )
    return 'value-contradicts-itself';
  return null;
}

/**
 * L1, C5: what becomes of an entry. Only the client says "that's not it" or confirms; only the side that said a thing takes it back, and says why;
 * restating keeps the earlier words. Answering closes a question, whoever answers.
 */
export function decideEntry(entry: Entry, command: EntryCommand): Result<readonly EntryEvent[]> {
  if (!ENTRY_MOVES[entry.state][command.kind])
    return refuse('entry-does-not-allow', { state: entry.state, move: command.kind });
  switch (command.kind) {
    case 'answer':
      if (entry.kind !== 'question') return refuse('not-a-question');
      if (command.text.trim() === '') return refuse('words-missing');
      return ok([{ kind: 'question-answered', answer: command.text.trim() }]);
    case 'dispute':
      if (command.by !== 'theirs') return refuse('only-the-client');
      if (command.words.trim() === '') return refuse('words-missing');
      return ok([{ kind: 'entry-disputed', words: command.words.trim() }]);
    case 'confirm':
      if (command.by !== 'theirs') return refuse('only-the-client');
      return ok([{ kind: 'entry-confirmed' }]);
    case 'restate':
      return restate(entry, command);
    case 'withdraw':
      if (command.by !== entry.side) return refuse('not-their-words', { side: entry.side });
      if (command.why.trim() === '') return refuse('reason-missing');
      return ok([{ kind: 'entry-withdrawn', why: command.why.trim() }]);
  }
}

function restate(entry: Entry, command: Extract<EntryCommand, { kind: 'restate' }>): Result<readonly EntryEvent[]> {
  const text = command.text.trim();
  if (text === '') return refuse('words-missing');
  const misfit = valueMisfit(entry.kind, command.value);
  if (misfit) return refuse(misfit, { kind: entry.kind, value: command.value?.kind });
  return ok([{ kind: 'entry-restated', from: entry.text, text, ...(command.value ? { value: command.value } : {}) }]);
}
