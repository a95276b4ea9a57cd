import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-forecast-'));
});
afterAll(() => rm(folder, { recursive: true }));

const parley = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    execFile(process.execPath, ['src/cli/main.ts', 'forecast', ...args], (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

/** A desk that opens one request an hour and finishes each after 1 to 10 days, in turn; the last ones are still open. */
const rows = Array.from({ length: 3000 }, (_, i) => {
  const at = (ms: number): string => new Date(Date.UTC(2025, 0, 1) + ms).toISOString().slice(0, 19);
  const done = i * 3_600_000 + (1 + ((i * 7) % 10)) * 86_400_000;
  return `${i},${at(i * 3_600_000)},${done < 3000 * 3_600_000 ? at(done) : ''},,p${i % 2},c,x`;
});
const HEAD = 'id,opened_at,resolved_at,due_at,group1,group2,group3';

describe('parley forecast backtest', () => {
  it('[P2] prints what would have been kept, from a packed log', async () => {
    const file = path.join(folder, 'desk.csv.gz');
    await writeFile(file, gzipSync([HEAD, ...rows].join('\n')));
    const { code, out } = await parley('backtest', file, '--sample', '300', '--json');
    expect(code).toBe(0);
    const { requests, asked, methods } = JSON.parse(out) as {
      requests: number;
      asked: number;
      methods: { method: string; coverage: number; medianPromise: number }[];
    };
    expect([requests, asked]).toEqual([3000, 300]);
    const ours = methods.find((m) => m.method === 'parley');
    expect(ours?.coverage).toBeGreaterThan(0.87);
    expect(ours?.medianPromise).toBeGreaterThanOrEqual(8);
    expect(ours?.medianPromise).toBeLessThanOrEqual(10);
    expect(methods.map((m) => m.method)).toContain('twice the group median');
  });

  it('lists a row that cannot be read and goes on', async () => {
    const file = path.join(folder, 'faults.csv');
    await writeFile(
      file,
      [HEAD, 'a,soon,,,p0,c,x', 'b,2025-02-02T00:00:00,2025-02-01T00:00:00,,p0,c,x', 'short', ...rows].join('\n'),
    );
    const { code, out, err } = await parley('backtest', file, '--sample', '20');
    expect(code).toBe(0);
    expect(err).toContain('line 2: opened_at is no time: "soon"');
    expect(err).toContain('line 3: resolved_at is before opened_at');
    expect(err).toContain('line 4:');
    expect(out).toContain('3000 requests, 3 rows not read; 20 promises asked at 0.9');
  });

  it.each([
    ['a chance that is none', ['--at', '1.5'], 'above 0 and below 1'],
    ['a column that is not there', ['--groups', 'team'], 'no column team'],
  ])('says what is wrong with %s', async (_name, args, words) => {
    const file = path.join(folder, 'small.csv');
    await writeFile(file, [HEAD, ...rows.slice(0, 3)].join('\n'));
    const { code, err } = await parley('backtest', file, ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('a file that is not there is an error, not an empty log', async () => {
    const { code, err } = await parley('backtest', path.join(folder, 'none.csv'));
    expect(code).toBe(1);
    expect(err).toContain('ENOENT');
  });
});
