import type { z } from 'zod';
import type { clientPromises } from '../../contract/client-promises.ts';
import { shiftsFor } from '../../domain/promises/shift.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { findContact, officeHours } from '../clients/public.ts';
import { lockRequest } from '../requests/public.ts';
import { reminderWords } from './remind.ts';
import { type Dated, datedPromises, remindersOf, shiftLies } from './waiting.store.ts';

type Shown = Pick<Dated, 'id' | 'side' | 'state' | 'text' | 'due' | 'dependsOn' | 'doneAt'>;
type Waiting = z.infer<typeof clientPromises.response>;

/** P5, S7: what we wait for, the reminder that is ready, and which dates of ours have moved with it. */
export async function whatWeWaitFor(tx: Tx, requestId: string, now: number): Promise<Waiting> {
  const request = await lockRequest(tx, requestId);
  const contact = request.contactId ? await findContact(tx, request.contactId) : null;
  const { zone } = await officeHours(tx);
  const promises = await datedPromises(tx, requestId);
  const open = promises.filter((p) => p.side === 'theirs' && (p.state === 'given' || p.state === 'at-risk'));
  const sent = await remindersOf(
    tx,
    open.map((p) => p.id),
  );
  const ready = (p: Dated) => {
    if (contact?.status !== 'active') return null;
    const words = reminderWords(translator(contact.lang), contact.lang, zone, p, request.subject, now);
    return { to: contact.name, subject: words.subject, body: words.body };
  };
  return {
    waited: open.map((p) => ({
      promiseId: p.id,
      text: p.text,
      due: iso(p.due),
      late: now > p.due,
      remindedAt: sent.findLast((s) => s.promiseId === p.id)?.at ?? null,
      reminder: ready(p),
    })),
    shifts: shownShifts(promises, now),
    offered: await shiftLies(tx, requestId),
  };
}

/** The same for both sides of the table: which date moves, and because of what. */
export function shownShifts(promises: readonly Shown[], now: number): Waiting['shifts'] {
  const text = (id: string): string => promises.find((p) => p.id === id)?.text ?? '';
  return shiftsFor(promises, now).map((s) => ({
    promiseId: s.id,
    text: text(s.id),
    from: iso(s.from),
    to: iso(s.to),
    because: text(s.because),
  }));
}
