import { BALLS, type Ball } from '../../../domain/request/words.ts';
import { FATES, type Fate } from '../../../domain/triage/words.ts';
import { type Behind, behindOf } from './behind.ts';

export const PHASE_FILTERS = ['open', 'initiation', 'resolution', 'closing', 'closed', 'all'] as const;

/** What of the table is shown; what is left out is not asked for. */
export type Wanted = {
  readonly phase: (typeof PHASE_FILTERS)[number];
  readonly fate?: Fate;
  readonly ball?: Ball;
  readonly ownerId?: string;
  readonly clientId?: string;
  readonly watched?: true;
  readonly q?: string;
};

/** What the table's address says: the same view after going back, and for whoever is sent the link. */
export type TableSearch = Behind & Partial<Omit<Wanted, 'phase'>> & { readonly phase?: Wanted['phase'] };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value);
const uuid = (value: unknown): string | undefined =>
  typeof value === 'string' && UUID.test(value) ? value : undefined;

export function tableSearch(search: Record<string, unknown>): TableSearch {
  const q = typeof search['q'] === 'string' || typeof search['q'] === 'number' ? String(search['q']).slice(0, 200) : '';
  const all = {
    ...behindOf(search),
    phase: oneOf(PHASE_FILTERS, search['phase']),
    fate: oneOf(FATES, search['fate']),
    ball: oneOf(BALLS, search['ball']),
    ownerId: uuid(search['ownerId']),
    clientId: uuid(search['clientId']),
    watched: search['watched'] === true || search['watched'] === 'true' ? (true as const) : undefined,
    q: q || undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as TableSearch;
}

/** The open ones, unless it says otherwise; behind a figure all that were counted. */
export function wantedOf({ metric, key: _key, from: _from, to: _to, ...rest }: TableSearch): Wanted {
  return { ...rest, phase: rest.phase ?? (metric ? 'all' : 'open') };
}
