import { type Absence, checkAbsence, mayStandIn } from '../../domain/absence/absence.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { accepted, refused } from '../../platform/http/refused.ts';
import { append } from '../../platform/ledger/append.ts';
import { awayOf, writeAbsence } from './absence.store.ts';

/** S6: away from–to, and who stands in. Oneself, or a lead for anybody: a colleague who vanished cannot say so. Null: back again. */
export async function setAbsence(
  tx: Tx,
  by: MemberActor,
  memberId: string,
  absence: Absence | null,
  now: number,
): Promise<void> {
  if (by.id !== memberId && by.role === 'agent') throw refused('not-allowed', { needs: 'lead' });
  const member = await awayOf(tx, memberId);
  if (!member) throw refused('not-found');
  if (absence) {
    const substitute = await awayOf(tx, absence.substituteId);
    if (!substitute?.active) throw refused('no-such-member');
    accepted(checkAbsence(memberId, absence, substitute.absence, now));
  }
  await writeAbsence(tx, memberId, absence);
  const said = absence && { from: iso(absence.from), until: iso(absence.until), substitute: absence.substituteId };
  await append(tx, by, now, [
    { kind: absence ? 'member.away' : 'member.back', data: { member: memberId, name: member.name, ...said } },
  ]);
}

/** S6, T15: refuses unless this person answers for the one who was asked: as their substitute, while they are away. */
export async function answersFor(
  tx: Tx,
  asked: { askedOf: string; askedBy: string },
  by: string,
  now: number,
): Promise<void> {
  if (asked.askedOf === by) return;
  const absence = (await awayOf(tx, asked.askedOf))?.absence ?? null;
  accepted(mayStandIn({ absence, askedBy: asked.askedBy }, by, now));
}
