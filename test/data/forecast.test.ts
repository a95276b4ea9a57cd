import { describe, expect, it } from 'vitest';
import { readEventLog } from '../../src/cli/event-log.ts';
import { backtest } from '../../src/domain/forecasting/backtest.ts';
import { DEFAULTS } from '../../src/domain/forecasting/parameters.ts';
import { DAY } from '../../src/domain/shared/instant.ts';

const log = (name: string) => readEventLog(`../shared/data/event-logs/${name}.csv.gz`, ['group1', 'group2']);

describe('promise dates on real logs', () => {
  it.each(['uci-servicenow', 'boston311-2015-h1'])(
    '[P2] %s: kept near the stated chance, nearer than the others',
    async (name) => {
      const { cases } = await log(name);
      const { asked, refused, methods } = backtest(cases, 0.9, DEFAULTS, 5000);
      console.log(name, JSON.stringify({ asked, refused, methods }));
      const [ours, ...others] = methods;
      expect(ours?.method).toBe('parley');
      const off = (coverage: number | null | undefined): number => Math.abs((coverage ?? 0) - 0.9);
      expect(off(ours?.coverage)).toBeLessThanOrEqual(0.03);
      for (const other of others) {
        expect(off(ours?.coverage)).toBeLessThan(off(other.coverage));
        expect(ours?.pinball).toBeLessThan(other.pinball ?? 0);
      }
    },
  );

  it('[P2] three days of incidents, freshly imported: no date is given', async () => {
    const { cases } = await log('uci-servicenow');
    const start = cases.reduce((t, c) => Math.min(t, c.opened), Infinity);
    const backlog = cases.filter((c) => c.opened < start + 3 * DAY);
    expect(backlog.length).toBeGreaterThan(500);
    const { asked, refused } = backtest(backlog, 0.9, DEFAULTS, Infinity);
    expect(Object.values(refused).reduce((a, b) => a + b, 0)).toBe(asked);
  });
});
