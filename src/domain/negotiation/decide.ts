import type { Instant } from '../shared/instant.ts';
import { type Result, ok } from '../shared/result.ts';
import type { Command } from './commands.ts';
import { decideOption } from './decide-option.ts';
import { decidePause, decideRound } from './decide-round.ts';
import { decideStance } from './decide-stance.ts';
import type { NegotiationEvent } from './events.ts';
import { tick } from './settle.ts';
import type { Table } from './table.ts';

/**
 * T5–T9, T13, P6, L7: everything that can happen at the table. Load the table under the request's lock, decide, append the events in their order.
 * An empty list means: said before, nothing new.
 */
export function decide(table: Table, command: Command, now: Instant): Result<readonly NegotiationEvent[]> {
  switch (command.kind) {
    case 'draft-option':
    case 'edit-option':
    case 'table-option':
    case 'bring-back-option':
    case 'withdraw-option':
      return decideOption(table, command, now);
    case 'open-round':
    case 'close-round':
      return decideRound(table, command, now);
    case 'take-stances':
    case 'withdraw-stance':
    case 'pick':
      return decideStance(table, command, now);
    case 'pause':
    case 'resume':
      return decidePause(table, command, now);
    case 'tick':
      return ok(tick(table, now));
  }
}
