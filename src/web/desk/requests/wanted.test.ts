import { describe, expect, it } from 'vitest';
import { tableSearch, wantedOf } from './wanted.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('the address of the table', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['nothing: the open ones', {}, { phase: 'open' }],
    ['what is no filter is left out', { phase: 'gone', fate: 'x', ownerId: 'y', odd: 1 }, { phase: 'open' }],
    [
      'a view',
      { phase: 'all', fate: 'neither', ball: 'ours', ownerId: ID, watched: 'true', q: 12 },
      { phase: 'all', fate: 'neither', ball: 'ours', ownerId: ID, watched: true, q: '12' },
    ],
    [
      'behind a figure: all that were counted',
      { metric: 'closed', key: 'silent', from: '2026-01-01', to: '2026-03-31' },
      { phase: 'all' },
    ],
    ['a client alone', { clientId: ID }, { phase: 'open', clientId: ID }],
  ])('%s', (_name, search, expected) => expect(wantedOf(tableSearch(search))).toEqual(expected));
});
