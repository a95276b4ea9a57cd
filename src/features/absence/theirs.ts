import type { Theirs } from '../../contract/absence.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { iso } from '../../platform/db/time.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { openVisitsOf } from '../visits/public.ts';
import { listApprovals } from '../promises/public.ts';
import { awayOf, thingsOf } from './absence.store.ts';

/** S6: one screen with everything of theirs that is still to be done. */
export async function theirs(tx: Tx, memberId: string, now: number): Promise<Theirs> {
  const member = await awayOf(tx, memberId);
  if (!member) throw refused('not-found');
  const { absence, name, substituteName } = member;
  return {
    name,
    absence: absence && {
      from: iso(absence.from),
      until: iso(absence.until),
      substituteId: absence.substituteId,
      substituteName,
    },
    visits: await openVisitsOf(tx, memberId, now, now + 180 * DAY),
    ...(await thingsOf(tx, memberId)),
    approvals: await listApprovals(tx, { askedOf: memberId }),
  };
}
