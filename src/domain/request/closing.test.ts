import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/instant.ts';
import { type ClosingCommand, type ClosingState, decideClosing } from './closing.ts';
import { PHASE_MOVES, movePhase } from './phases.ts';
import { PHASES, type Phase } from './words.ts';

const NOW = 1_000 * DAY;
const message = {
  asked: 'a pump that starts',
  done: 'the relay was changed',
  kept: 'visit on Friday',
  comesBack: 'answer this mail',
};
const send: ClosingCommand = { kind: 'send', message, silentAfter: NOW + 7 * DAY };
const resolution: ClosingState = { phase: 'resolution', openPromises: 0 };
const waiting: ClosingState = {
  phase: 'closing',
  openPromises: 0,
  closing: { delivery: 'sent', silentAfter: NOW + 7 * DAY },
};

const code = (state: ClosingState, command: ClosingCommand, now = NOW): string => {
  const result = decideClosing(state, command, now);
  return result.ok
    ? result.value.map((e) => (e.kind === 'phase-moved' ? e.to : e.kind)).join(' ')
    : result.refusal.code;
};

describe('[C2] solved is not closed', () => {
  it.each<[string, ClosingState, ClosingCommand, number, string]>([
    ['a complete closing message opens the closing phase', resolution, send, NOW, 'closing-sent closing'],
    [
      'a closing message that does not say what was done is refused',
      resolution,
      { ...send, message: { ...message, done: ' ' } },
      NOW,
      'closing-incomplete',
    ],
    [
      'a closing message cannot be sent before there was any work',
      { ...resolution, phase: 'initiation' },
      send,
      NOW,
      'phase-does-not-allow',
    ],
    [
      'a time to answer that has passed already is refused',
      resolution,
      { ...send, silentAfter: NOW },
      NOW,
      'date-in-the-past',
    ],
    ['open promises stop the closing message', { ...resolution, openPromises: 2 }, send, NOW, 'promises-still-open'],
    [
      '… unless somebody says why',
      { ...resolution, openPromises: 2 },
      { ...send, openPromisesWhy: 'they go on in REQ-7' },
      NOW,
      'closing-sent closing',
    ],
    ['the client confirms', waiting, { kind: 'confirm' }, NOW, 'closing-confirmed closed'],
    [
      'the client says not yet, and it re-opens',
      waiting,
      { kind: 'not-yet', why: 'it stopped again' },
      NOW,
      'closing-objected resolution',
    ],
    ['not yet asks what is missing', waiting, { kind: 'not-yet', why: '' }, NOW, 'reason-missing'],
    [
      'silence closes when the stated time has passed',
      waiting,
      { kind: 'silence' },
      NOW + 7 * DAY,
      'closing-silent closed',
    ],
    [
      'silence does not close a moment earlier',
      waiting,
      { kind: 'silence' },
      NOW + 7 * DAY - 1,
      'client-may-still-answer',
    ],
    [
      'silence after a mail that never arrived closes nothing',
      { ...waiting, closing: { delivery: 'failed', silentAfter: NOW } },
      { kind: 'silence' },
      NOW + DAY,
      'closing-not-delivered',
    ],
    [
      'somebody waives the answer and says why',
      waiting,
      { kind: 'waive', why: 'confirmed on the telephone' },
      NOW,
      'closing-waived closed',
    ],
    ['waiving takes a reason', waiting, { kind: 'waive', why: '  ' }, NOW, 'reason-missing'],
    [
      'without a closing message nothing can be waived',
      resolution,
      { kind: 'waive', why: 'no time' },
      NOW,
      'closing-message-missing',
    ],
    [
      'without a closing message there is nothing to confirm',
      resolution,
      { kind: 'confirm' },
      NOW,
      'closing-message-missing',
    ],
    [
      'a closed request is not closed twice',
      { ...waiting, phase: 'closed' },
      { kind: 'confirm' },
      NOW,
      'phase-does-not-allow',
    ],
  ])('%s', (_name, state, command, now, expected) => expect(code(state, command, now)).toBe(expected));
});

describe('[C1] every request passes all three phases', () => {
  it('closed is reached from closing alone', () => {
    const into = PHASES.filter((phase) => Object.values(PHASE_MOVES[phase]).includes('closed'));
    expect(into).toEqual(['closing']);
  });

  it('a move that a phase does not know is refused and names both', () => {
    expect(movePhase('initiation', 'close')).toEqual({
      ok: false,
      refusal: { code: 'phase-does-not-allow', data: { phase: 'initiation', move: 'close' } },
    });
  });

  it('[C2] no sequence of commands closes a request that never sent a closing message', () => {
    const command = fc.constantFrom<ClosingCommand>(
      send,
      { kind: 'confirm' },
      { kind: 'not-yet', why: 'no' },
      { kind: 'silence' },
      { kind: 'waive', why: 'because' },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        let phase: Phase = 'resolution';
        let closing: ClosingState['closing'];
        let sent = false;
        let now = NOW;
        for (const c of commands) {
          now += DAY;
          const result = decideClosing(
            { phase, openPromises: 0, ...(closing ? { closing } : {}) },
            c.kind === 'send' ? { ...c, silentAfter: now + DAY } : c,
            now,
          );
          for (const e of result.ok ? result.value : []) {
            if (e.kind === 'closing-sent') {
              sent = true;
              closing = { delivery: 'sent', silentAfter: e.silentAfter };
            } else if (e.kind === 'phase-moved') phase = e.to;
            else closing = undefined;
          }
          if (phase === 'closed') expect(sent).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
