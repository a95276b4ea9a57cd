import type { Window } from './words.ts';

/** A visit as far as it can stand in another one's way. `held` are the other times offered to the client. */
export type Planned = {
  readonly id: string;
  readonly clientId: string;
  readonly system: string | null;
  readonly remote: boolean;
  readonly people: readonly string[];
  readonly window: Window;
  readonly held: readonly Window[];
};

/** The same person twice; another team of ours on the same system; another team of ours at the same client. */
export type ClashKind = 'same-person' | 'same-system' | 'same-client';
export type Clash = { readonly kind: ClashKind; readonly otherId: string; readonly people: readonly string[] };

/**
 * S3: what a planned visit would run into. Times offered to the client count as taken until one is picked. The worst is named
 * once per other visit: somebody in two places, then two teams on one system, then two teams at one client. Work from afar on
 * no named system disturbs nobody on site.
 */
export function clashesOf(visit: Planned, others: readonly Planned[]): readonly Clash[] {
  return others.flatMap((other): Clash[] => {
    if (other.id === visit.id || !meet(visit, other)) return [];
    const people = visit.people.filter((id) => other.people.includes(id));
    if (people.length > 0) return [{ kind: 'same-person', otherId: other.id, people }];
    if (visit.clientId !== other.clientId) return [];
    if (sameSystem(visit.system, other.system)) return [{ kind: 'same-system', otherId: other.id, people: [] }];
    const apart = visit.remote || other.remote;
    return apart ? [] : [{ kind: 'same-client', otherId: other.id, people: [] }];
  });
}

const meet = (a: Planned, b: Planned): boolean =>
  [a.window, ...a.held].some((mine) =>
    [b.window, ...b.held].some((theirs) => mine.from < theirs.to && theirs.from < mine.to),
  );

const plain = (system: string): string => system.normalize('NFKC').toLocaleLowerCase().replace(/\s+/gu, ' ').trim();

const sameSystem = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && plain(a) !== '' && plain(a) === plain(b);
