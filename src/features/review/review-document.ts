import type { ReviewDocument } from '../../contract/review.ts';
import type { Lang } from '../../contract/common.ts';
import { beforeAndAfter } from '../../domain/review/actions.ts';
import { type Figures, countOf, figuresOf } from '../../domain/review/figures.ts';
import { periodBefore } from '../../domain/review/period.ts';
import type { Cause, Period, Tally } from '../../domain/review/words.ts';
import type { Context } from '../../platform/context.ts';
import { type Tx, inRoom } from '../../platform/db/tx.ts';
import { refused } from '../../platform/http/refused.ts';
import { findClient } from '../clients/public.ts';
import { clientWords } from './client-words.store.ts';
import { type Review, agreedBefore } from './review.store.ts';
import { awkwardOf, firmToday, talliesIn } from './tally.store.ts';

const EXAMPLES = 5;
const NEVER_POSSIBLE = 8;

/** What both sides look at: the counts that are fit for the client. What we only ask ourselves stays in Insights. */
function sharedFigures(figures: Figures) {
  const { firstAnswers: _first, rounds: _rounds, favours: _favours, missed: _missed, ...shared } = figures;
  return shared;
}

/**
 * T17: the review as the client would see it now. Counts come from the tallies; every word comes through the room's own role,
 * so that a note, a reason of ours or a line of another client cannot get in.
 */
export async function reviewDocument(tx: Tx, ctx: Context, review: Review, now: number): Promise<ReviewDocument> {
  const { period, clientId } = review;
  const client = await findClient(tx, clientId);
  if (!client) throw refused('not-found');
  const before = periodBefore(period);
  const here = await talliesIn(tx, period, clientId);
  const past = await talliesIn(tx, before, clientId);
  const figures = figuresOf(period, here, past);
  const picks = (await awkwardOf(tx, clientId, period)).filter((p) => !review.leftOut.includes(p.id));
  const ids = picks.map((p) => p.id);
  const words = await inRoom(ctx.db, { workspaceId: tx.workspaceId, clientId }, (room) => clientWords(room, ids));
  const seen = picks.flatMap((pick) => {
    const said = words.get(pick.id);
    return said ? [{ ...pick, ...said }] : [];
  });
  return {
    firm: (await firmToday(tx, now)).name,
    clientName: client.name,
    lang: review.lang as Lang,
    period,
    before,
    commentary: review.commentary,
    figures: { ...sharedFigures(figures), months: [...figuresOf(before, past, []).months, ...figures.months] },
    neverPossible: seen
      .flatMap(({ id, ref, subject, limit }) => (limit ? [{ id, ref, subject, limit: limit as Cause }] : []))
      .slice(0, NEVER_POSSIBLE),
    examples: seen
      .filter((s) => s.words !== '')
      .slice(0, EXAMPLES)
      .map(({ id, ref, subject, fate, minutes, words: w, agreed }) => ({
        id,
        ref,
        subject,
        fate,
        minutes,
        words: w,
        agreed,
      })),
    since: await sinceThen(tx, clientId, period, here),
  };
}

/** T18: what was agreed in earlier reviews, and whether its cause has shrunk. */
async function sinceThen(
  tx: Tx,
  clientId: string,
  period: Period,
  here: readonly Tally[],
): Promise<ReviewDocument['since']> {
  const known = new Map<string, Tally[]>();
  const since: ReviewDocument['since'] = [];
  for (const action of await agreedBefore(tx, clientId, period.from)) {
    const { agreedFor } = action;
    const then = known.get(agreedFor.from + agreedFor.to) ?? (await talliesIn(tx, agreedFor, clientId));
    known.set(agreedFor.from + agreedFor.to, then);
    const before = { n: countOf(then, action.cause).n, period: agreedFor };
    since.push({ ...action, counts: beforeAndAfter(before, { n: countOf(here, action.cause).n, period }) });
  }
  return since;
}
