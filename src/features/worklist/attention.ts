import { decideSnooze } from '../../domain/request/snooze.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted } from '../../platform/http/refused.ts';
import { lockRequest } from '../requests/public.ts';
import { keepAnEye, lookAway, putOff, takeUp } from './attention.store.ts';

type Line = { item: string; due: string | null; until: string | null };

/** Puts a line of one's day off until a date, or takes it up again. Nobody else's day changes, and nothing about the request. */
export async function snoozeLine(tx: Tx, by: MemberActor, { item, due, until }: Line, now: number): Promise<void> {
  if (until === null) return takeUp(tx, by.id, item);
  const kind = item.slice(0, item.indexOf(':'));
  const off = { kind, due: due === null ? null : Date.parse(due), until: Date.parse(until) };
  return putOff(tx, by.id, { item, due }, accepted(decideSnooze(off, now)));
}

/** The next step of a request, put off by the person who works through a list. */
export async function snoozeRequest(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  until: string,
  now: number,
): Promise<void> {
  const { nextDue, clientId } = await lockRequest(tx, requestId);
  const item = `${clientId ? 'next-step' : 'unknown-sender'}:${requestId}`;
  await snoozeLine(tx, by, { item, due: nextDue, until }, now);
}

export async function watchRequest(
  tx: Tx,
  by: MemberActor,
  requestId: string,
  on: boolean,
  now: number,
): Promise<void> {
  await lockRequest(tx, requestId);
  if (on) await keepAnEye(tx, by.id, requestId, now);
  else await lookAway(tx, by.id, requestId);
}
