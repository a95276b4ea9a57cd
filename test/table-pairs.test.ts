import { expect, it } from 'vitest';
import { playPairs } from '../chaos/support/pairs.ts';
import { testServer } from './support/server.ts';

it(
  '[T7] whoever comes first: a hundred pairs at the same instant, none missed, none doubled, nobody bound to unseen words',
  { timeout: 120_000 },
  async () => {
    const app = await testServer();
    try {
      const wish = { same: 100, different: 20, edits: 20 };
      const found = await playPairs(app.ctx, app.workspaceId, app.people.agent, wish, () => undefined);
      expect(found).toEqual({
        pairs: 100,
        missed: 0,
        doubled: 0,
        refused: 0,
        unfounded: 0,
        splitPairs: 20,
        splitAgreed: 0,
        edits: 20,
        boundUnseen: 0,
      });
    } finally {
      await app.close();
    }
  },
);
