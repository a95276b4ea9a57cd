import type { ContactActor } from './actor.ts';
import { refused } from './refused.ts';

/** A link for one request opens no other: the answer is the same as for a request that does not exist. */
export function maySee(actor: ContactActor, requestId: string): void {
  if (actor.requestId && actor.requestId !== requestId) throw refused('not-found');
}

/** A contact who may only look changes nothing. */
export function mayTalk(actor: ContactActor, requestId: string): void {
  maySee(actor, requestId);
  if (actor.may === 'see') throw refused('not-allowed');
}
