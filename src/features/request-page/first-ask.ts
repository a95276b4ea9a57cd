import type { RequestPage } from '../../contract/requests.ts';
import { distanceFrom } from '../../domain/accords/distance.ts';
import { iso } from '../../platform/db/time.ts';
import { toTerms } from '../accords/public.ts';
import { toEntry } from '../listening/public.ts';

type Seen = Pick<RequestPage, 'messages' | 'placements' | 'entries' | 'options' | 'accords'>;
const FIRST_WORDS = 600;

/** T10: the first position as it was said, and – once something is agreed – how far that is from it. */
export function firstAskOf(seen: Seen): RequestPage['firstAsk'] {
  const said = seen.messages.find((m) => m.direction === 'in' && m.kind === 'person');
  if (!said) return null;
  const placed = seen.placements.find((p) => p.side === 'theirs');
  const conditions = seen.entries
    .filter((e) => e.kind === 'condition' && e.side === 'theirs')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .flatMap((e) => toEntry(e).value ?? []);
  const accord = seen.accords.findLast((a) => a.state !== 'ended' && a.state !== 'amended');
  const agreed = seen.options.find((o) => o.id === accord?.optionId);
  return {
    messageId: said.id,
    words: said.body.slice(0, FIRST_WORDS),
    byName: said.authorName,
    at: said.at,
    placement: placed ? { reasonable: placed.reasonable, possible: placed.possible, reason: placed.reason } : null,
    distance: agreed
      ? distanceFrom(conditions, toTerms(agreed.terms)).map((d) =>
          d.kind === 'date' ? { ...d, asked: iso(d.asked), agreed: d.agreed === null ? null : iso(d.agreed) } : d,
        )
      : [],
  };
}
