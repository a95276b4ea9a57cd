import type { Context } from '../../platform/context.ts';
import { iso } from '../../platform/db/time.ts';
import { inWorkspace } from '../../platform/db/tx.ts';
import type { MemberActor } from '../../platform/http/actor.ts';
import { DAY } from '../../domain/shared/instant.ts';
import { lastQuarter, periodBefore } from '../../domain/review/period.ts';
import { openReview, proposeAction, shareReview, writeReview } from '../review/public.ts';

const WORDS =
  'Much of our talk was about weekends: the line runs on days our agreement does not know. None of it was unreasonable to ask. We think a fixed window agreed once would save both of us the same talk every month.';

/** The review of the quarter before last, shared with two steps agreed, so that the next one can show what came of them. */
export async function plantReview(
  ctx: Context,
  by: MemberActor,
  clientId: string,
  contact: string,
  now: number,
): Promise<void> {
  const period = periodBefore(lastQuarter(iso(now).slice(0, 10)));
  const at = Date.parse(period.to) + 10 * DAY;
  await inWorkspace(ctx.db, { workspaceId: by.workspaceId }, async (tx) => {
    const { id: reviewId } = await openReview(tx, by, { clientId, ...period }, at);
    const { version } = await writeReview(tx, by, reviewId, { commentary: WORDS, leftOut: [] }, '1', at);
    await shareReview(tx, ctx, by, reviewId, [], String(version), at);
    const dueOn = iso(at + 30 * DAY).slice(0, 10);
    const about = { reviewId, clientId };
    const ours = {
      cause: 'outside-hours',
      text: 'Offer one fixed Friday-night window a month',
      side: 'ours',
      ownerName: by.name,
      dueOn,
    } as const;
    await proposeAction(tx, by, about, ours, true, at);
    const theirs = {
      cause: 'free-of-charge',
      text: 'Name what is covered in the order, before it is placed',
      side: 'theirs',
      ownerName: contact,
      dueOn,
    } as const;
    await proposeAction(tx, by, about, theirs, true, at);
  });
}
