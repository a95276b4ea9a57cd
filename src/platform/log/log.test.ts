import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(entry: object, message = 'said'): { line: string; parsed: Record<string, unknown> } {
  const lines: string[] = [];
  createLog('info', { write: (line) => void lines.push(line) }).info(entry, message);
  const [line = ''] = lines;
  return { line, parsed: JSON.parse(line) as Record<string, unknown> };
}

describe('the log', () => {
  it('names level and time in words', () => {
    const { parsed } = logged({ requestId: 'r1' });
    expect(parsed).toMatchObject({ level: 'info', msg: 'said', requestId: 'r1' });
    expect(parsed.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it.each([
    ['a body', { body: 'we are losing money' }],
    ['the text of a mail', { mail: { id: 'm1', text: 'we are losing money' } }],
    ['a field of a row in a list', { rows: [{ subject: 'we are losing money' }] }],
    ['a password in a connection string', { ownerUrl: 'postgres://parley:losing money@127.0.0.1/' }],
    ['a session cookie', { req: { headers: { cookie: 'losing money' } } }],
    [
      'the row that clashed',
      { err: Object.assign(new Error('duplicate key'), { detail: 'Key (body)=(losing money) already exists.' }) },
    ],
    [
      'the row that clashed, one error deeper',
      { err: new Error('save', { cause: Object.assign(new Error('duplicate key'), { where: 'losing money' }) }) },
    ],
  ])('%s stays out of it', (_, entry) => {
    expect(logged(entry).line).not.toContain('losing money');
  });

  it('keeps the pattern of a route, not an address', () => {
    expect(logged({ url: '/api/requests/:id' }).parsed.url).toBe('/api/requests/:id');
    expect(logged({ url: '/room/open?token=losing-money' }).line).not.toContain('losing');
    expect(logged({ url: 'postgres://ada:losing@127.0.0.1/' }).line).not.toContain('losing');
  });

  it('keeps what helps to find an error: its kind, code, place and cause', () => {
    const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
    expect(logged({ err: new TypeError('no', { cause }) }).parsed.err).toMatchObject({
      type: 'TypeError',
      stack: expect.stringContaining('log.test.ts'),
      cause: { code: 'ECONNREFUSED' },
    });
  });
});
