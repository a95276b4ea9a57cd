import type { Instant } from '../shared/instant.ts';
import { type Result, ok, refuse } from '../shared/result.ts';
import { movePhase } from './phases.ts';
import type { Phase } from './words.ts';

/** What became of the mail that carries a closing message. A message seen in the room counts as sent. */
export type Delivery = 'queued' | 'sent' | 'failed' | 'unknown';

/** C2: the four things a closing message says. */
export type ClosingMessage = {
  readonly asked: string;
  readonly done: string;
  readonly kept: string;
  readonly comesBack: string;
};

/** The closing message that waits for an answer. `silentAfter` is reckoned in business days from sending, by the calendar. */
export type OpenClosing = { readonly delivery: Delivery; readonly silentAfter: Instant };

export type ClosingState = {
  readonly phase: Phase;
  /** Promises of ours that are neither kept nor settled in any other way. */
  readonly openPromises: number;
  readonly closing?: OpenClosing;
};

export type ClosingCommand =
  | {
      readonly kind: 'send';
      readonly message: ClosingMessage;
      readonly silentAfter: Instant;
      readonly openPromisesWhy?: string;
    }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'not-yet'; readonly why: string }
  | { readonly kind: 'silence' }
  | { readonly kind: 'waive'; readonly why: string };

export type ClosingEvent =
  | {
      readonly kind: 'closing-sent';
      readonly message: ClosingMessage;
      readonly silentAfter: Instant;
      readonly openPromisesWhy?: string;
    }
  | { readonly kind: 'closing-confirmed' }
  | { readonly kind: 'closing-objected'; readonly why: string }
  | { readonly kind: 'closing-silent' }
  | { readonly kind: 'closing-waived'; readonly why: string }
  | { readonly kind: 'phase-moved'; readonly from: Phase; readonly to: Phase };

const PARTS = ['asked', 'done', 'kept', 'comesBack'] as const;

/**
 * C2: solved is not closed. A request closes only on a closing message that says all four things, and only when the client confirmed it,
 * or the stated time passed after it really left, or somebody waived the answer and said why. "Not yet" re-opens.
 */
export function decideClosing(
  state: ClosingState,
  command: ClosingCommand,
  now: Instant,
): Result<readonly ClosingEvent[]> {
  if (command.kind === 'send') return send(state, command, now);
  if (!state.closing) return refuse('closing-message-missing', { phase: state.phase });
  switch (command.kind) {
    case 'confirm':
      return moved(state, 'close', { kind: 'closing-confirmed' });
    case 'not-yet':
      if (command.why.trim() === '') return refuse('reason-missing');
      return moved(state, 'not-yet', { kind: 'closing-objected', why: command.why.trim() });
    case 'silence':
      if (state.closing.delivery !== 'sent')
        return refuse('closing-not-delivered', { delivery: state.closing.delivery });
      if (now < state.closing.silentAfter)
        return refuse('client-may-still-answer', { until: state.closing.silentAfter });
      return moved(state, 'close', { kind: 'closing-silent' });
    case 'waive':
      if (command.why.trim() === '') return refuse('reason-missing');
      return moved(state, 'close', { kind: 'closing-waived', why: command.why.trim() });
  }
}

type Send = Extract<ClosingCommand, { kind: 'send' }>;

function send(
  state: ClosingState,
  { message, silentAfter, openPromisesWhy }: Send,
  now: Instant,
): Result<readonly ClosingEvent[]> {
  const missing = PARTS.filter((part) => message[part].trim() === '');
  if (missing.length > 0) return refuse('closing-incomplete', { missing });
  if (silentAfter <= now) return refuse('date-in-the-past', { at: silentAfter });
  const why = openPromisesWhy?.trim();
  if (state.openPromises > 0 && !why) return refuse('promises-still-open', { count: state.openPromises });
  return moved(state, 'report-done', {
    kind: 'closing-sent',
    message,
    silentAfter,
    ...(state.openPromises > 0 && why ? { openPromisesWhy: why } : {}),
  });
}

function moved(
  state: ClosingState,
  move: 'report-done' | 'close' | 'not-yet',
  event: ClosingEvent,
): Result<readonly ClosingEvent[]> {
  const to = movePhase(state.phase, move);
  if (!to.ok) return to;
  return ok([event, { kind: 'phase-moved', from: state.phase, to: to.value }]);
}
