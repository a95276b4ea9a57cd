import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { type Draft, guardDraft, stopsIn } from '../coach/public.ts';
import type { LockedRequest } from '../requests/public.ts';
import type { OptionRow } from './table.store.ts';

type Said = Pick<Draft, 'door' | 'fields' | 'rules' | 'sendAnyway'>;

/** T14: what our side writes on the table is read by the client there; what the client writes is nobody's to judge. */
export async function readOurs(tx: Tx, by: Actor, request: LockedRequest, said: Said, now: number): Promise<void> {
  if (by.kind === 'member') await guardDraft(tx, by, { request, kind: 'reply', ...said }, now);
}

/**
 * An option's own words. Beyond one's own authority it may be offered: our signature under the accord asks for the approval (T15). What
 * breaks a condition is asked about when it goes on the table (L5).
 */
export const optionWords = (
  wording: { title: string; terms: { text: string; weDo: readonly { text: string }[] } },
  sendAnyway: { reason: string } | undefined,
): Said => ({
  door: 'option',
  fields: { text: wording.terms.text, weDo: wording.terms.weDo.map((u) => u.text).join('\n') },
  rules: ['binds-others'],
  sendAnyway,
});

/** L5: the client's conditions that the words of an option break, beside those its figures break. */
export async function clashesOf(
  tx: Tx,
  by: Actor,
  request: LockedRequest,
  option: OptionRow,
  now: number,
): Promise<string[]> {
  if (by.kind !== 'member' || option.side === 'theirs') return [];
  const fields = { text: option.terms.text };
  const stops = await stopsIn(
    tx,
    by,
    { request, kind: 'offer', door: 'option', fields, rules: ['condition-clash'] },
    now,
  );
  return stops.flatMap((s) => s.entry ?? []);
}
