import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AgentSession, found, signIn } from '../bench/support/agent-session.ts';
import type { Measurement } from '../bench/support/figures.ts';
import { freePort, startParley } from '../bench/support/parley-process.ts';
import { killAll } from './support/kill-all.ts';

const WRITERS = 8;

/** What one writer asked for; `id` once the server has said yes. */
type Wish = { readonly key: string; readonly subject: string; id?: string };

/**
 * Writers create requests while server and PostgreSQL are killed with -9 again and again. After each start, every change that was
 * acknowledged must be there; one that was not may be, and asking again with the same key must not make a second.
 */
export const measurement: Measurement = {
  summary:
    'kill -9 of server and database under 8 writers, 20 times (--times N): nothing acknowledged is lost or doubled',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { times: { type: 'string', default: '20' } } });
    const times = Number(values.times);
    const dataDir = fs.mkdtempSync(join(tmpdir(), 'parley-chaos-'));
    const port = await freePort();
    const wishes: Wish[] = [];
    const ready: number[] = [];
    let parley = await startParley({ dataDir, port });
    try {
      let agent = await found(parley.origin, parley.token ?? '');
      const client = await agent.create('/api/clients', { name: 'Harbour Foods' });
      const contact = { name: 'Bo', email: 'bo@harbour.example', lang: 'en' };
      const { id: contactId } = await agent.create(`/api/clients/${client.id}/contacts`, contact);
      const parties = { clientId: client.id, contactId };
      for (let round = 1; round <= times; round++) {
        const writing = Array.from({ length: WRITERS }, () => write(agent, parties, wishes));
        await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 1_200));
        await killAll(parley, dataDir);
        await Promise.all(writing);
        parley = await startParley({ dataDir, port });
        ready.push(parley.readyAfter);
        agent = await signIn(parley.origin);
        for (const wish of wishes.filter(({ id }) => !id)) wish.id = await ask(agent, parties, wish);
        process.stderr.write(
          `kill ${round} of ${times}: ${wishes.length} requests, ready again in ${Math.round(parley.readyAfter)} ms\n`,
        );
      }
      const { lost, doubled } = await compare(agent, wishes);
      await parley.kill('SIGTERM');
      const chain = doctor(dataDir);
      if (lost + doubled > 0 || !chain) process.exitCode = 1;
      const sorted = ready.toSorted((a, b) => a - b);
      return [
        { name: 'kills', value: times, unit: '' },
        { name: 'acknowledged requests', value: wishes.length, unit: '' },
        { name: 'lost', value: lost, unit: '' },
        { name: 'doubled', value: doubled, unit: '' },
        { name: 'the chain holds', value: chain ? 1 : 0, unit: '' },
        { name: 'ready again, median', value: sorted[Math.floor(sorted.length / 2)] ?? 0, unit: 'ms' },
        { name: 'ready again, slowest', value: sorted.at(-1) ?? 0, unit: 'ms' },
      ];
    } finally {
      await parley.kill('SIGKILL');
      fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  },
};

type Parties = { readonly clientId: string; readonly contactId: string };

/** Creates one request after the other until the server is gone. The wish is written down before it is sent. */
async function write(agent: AgentSession, parties: Parties, wishes: Wish[]): Promise<void> {
  for (;;) {
    const wish: Wish = { key: randomUUID(), subject: `wish ${wishes.length + 1} ${randomUUID()}` };
    wishes.push(wish);
    try {
      wish.id = await ask(agent, parties, wish);
    } catch {
      return;
    }
  }
}

async function ask(agent: AgentSession, parties: Parties, { key, subject }: Wish): Promise<string> {
  const body = { subject, body: 'please', ...parties, channel: 'call' };
  return (await agent.create('/api/requests', body, key)).id;
}

async function compare(agent: AgentSession, wishes: readonly Wish[]): Promise<{ lost: number; doubled: number }> {
  const seen = new Map<string, string[]>();
  for (let next: string | null = ''; next !== null;) {
    const query: string = `/api/requests?phase=all&limit=100${next ? `&after=${encodeURIComponent(next)}` : ''}`;
    const page = (await agent.get(query)) as { items: { id: string; subject: string }[]; next: string | null };
    for (const { id, subject } of page.items) seen.set(subject, [...(seen.get(subject) ?? []), id]);
    next = page.next;
  }
  const lost = wishes.filter(({ subject, id }) => !id || !seen.get(subject)?.includes(id)).length;
  return { lost, doubled: [...seen.values()].filter((ids) => ids.length > 1).length };
}

function doctor(dataDir: string): boolean {
  const main = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts');
  const env = { ...process.env, PARLEY_DATA: dataDir };
  return (
    spawnSync(process.execPath, [main, 'doctor', '--json'], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status ===
    0
  );
}
