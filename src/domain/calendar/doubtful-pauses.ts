import type { Instant } from '../shared/instant.ts';
import type { Clock, Pause } from './clock.ts';

export type ClockMessage = { readonly at: Instant; readonly by: 'client' | 'us'; readonly automatic: boolean };

export type DoubtfulPause = {
  readonly pause: Pause;
  readonly answeredAt: Instant;
  readonly why: 'answered-before' | 'answered-during';
};

/**
 * Pauses "waiting for the client" although the client had answered: the last word before the pause was theirs, or they wrote
 * during it and it went on. For the daily check that keeps the clock honest; automatic replies are no answer.
 */
export function doubtfulPauses(clock: Clock, messages: readonly ClockMessage[]): DoubtfulPause[] {
  const words = messages.filter((m) => !m.automatic).sort((a, b) => a.at - b.at);
  return clock.pauses.flatMap((pause): DoubtfulPause[] => {
    if (pause.reason !== 'waiting-for-client') return [];
    const last = words.findLast((m) => m.at <= pause.from);
    if (last?.by === 'client') return [{ pause, answeredAt: last.at, why: 'answered-before' }];
    const during = words.find((m) => m.by === 'client' && m.at > pause.from && m.at < (pause.to ?? Infinity));
    return during ? [{ pause, answeredAt: during.at, why: 'answered-during' }] : [];
  });
}
