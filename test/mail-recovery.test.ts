import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reply } from '../src/contract/conversation.ts';
import { emptyOutbox } from '../src/features/mail/empty-outbox.ts';
import { claimDue, markBodyLeaving, settleAttempt } from '../src/features/mail/outbox.store.ts';
import { recoverAbandoned } from '../src/features/mail/send-mail.ts';
import { arrive, outgoing } from './support/mails.ts';
import { type TestServer, testServer } from './support/server.ts';
import { type Misbehaviour, type SmtpStage, smtpPeer } from './support/smtp-peer.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';

let server: TestServer;
let sink: SmtpSink;
let requestId: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  server = await testServer();
  sink = await smtpSink();
  await server.client('Nordic Mills', ['ada@nordic.example']);
  ({ requestId } = await arrive(server, { from: 'ada@nordic.example' }));
});
beforeEach(() => server.within((tx) => tx.updateTable('outbox').set({ state: 'undone' }).execute()));
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));
afterAll(async () => {
  await server.close();
  await sink.close();
});

/** So many answers whose undo time has passed. */
async function due(n: number): Promise<string[]> {
  for (let i = 0; i < n; i += 1) {
    const call = { as: 'agent', params: { id: requestId }, body: { body: `Answer ${i}` } } as const;
    expect((await server.call(reply, call)).status).toBe(201);
  }
  const past = new Date(Date.now() - 1000).toISOString();
  await server.within((tx) =>
    tx.updateTable('outbox').set({ not_before: past }).where('state', '=', 'queued').execute(),
  );
  return (await outgoing(server, requestId)).slice(-n).map((o) => o.id);
}
const stateOf = async (id = '') =>
  server.within((tx) => tx.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const leaseRunsOut = () =>
  server.within((tx) =>
    tx
      .updateTable('outbox')
      .set({ lease_until: sql<string>`now() - interval '1 second'` })
      .where('state', '=', 'sending')
      .execute(),
  );
const send = () => emptyOutbox({ ...server.ctx, smtpUrl: sink.url }).run(server.workspaceId);
const recover = () => recoverAbandoned(server.ctx, server.workspaceId);

describe('two that send at once', () => {
  it('[F-44] send each mail once', async () => {
    await due(12);
    const before = sink.mails.length;
    await Promise.all([send(), send(), send()]);
    const ids = sink.mails.slice(before).map((m) => m.id);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
  });
});

describe('what a dead process left', () => {
  it('a mail that is being sent belongs to whoever sends it', async () => {
    await due(1);
    const mail = await server.within((tx) => claimDue(tx, server.ctx.now()));
    await recover();
    expect(await stateOf(mail?.id)).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('[F-05] before the server’s 354 it is tried again, and the one who was slow may not go on', async () => {
    const [id = ''] = await due(1);
    await server.within((tx) => claimDue(tx, server.ctx.now()));
    await leaseRunsOut();
    await recover();
    expect((await stateOf(id)).state).toBe('retry');
    expect(await server.within((tx) => markBodyLeaving(tx, id, 1))).toBe(false);
    await send();
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('[F-03] after it nobody knows: unknown, and not sent again', async () => {
    const [id = ''] = await due(1);
    await server.within((tx) => claimDue(tx, server.ctx.now()));
    expect(await server.within((tx) => markBodyLeaving(tx, id, 1))).toBe(true);
    await leaseRunsOut();
    const before = sink.mails.length;
    await send();
    expect([(await stateOf(id)).state, sink.mails.length]).toEqual(['unknown', before]);
  });

  it('an answer that comes late is better knowledge than none, but not better than a person’s', async () => {
    const [id = '', other = ''] = await due(2);
    for (const one of [id, other]) {
      await server.within((tx) => claimDue(tx, server.ctx.now()));
      await server.within((tx) => markBodyLeaving(tx, one, 1));
    }
    await leaseRunsOut();
    await recover();
    await server.within((tx) => tx.updateTable('outbox').set({ state: 'failed' }).where('id', '=', other).execute());
    for (const one of [id, other])
      await server.within((tx) => settleAttempt(tx, one, 1, { state: 'sent', lastError: null, sentAt: 0 }));
    expect([(await stateOf(id)).state, (await stateOf(other)).state]).toEqual(['sent', 'failed']);
  });
});

describe('a server that is killed while it sends', () => {
  async function killed(
    wrong: Partial<Record<SmtpStage, Misbehaviour>>,
    when: (peer: { bodies: string[]; commands: string[] }) => boolean,
  ) {
    const [id = ''] = await due(1);
    const peer = await smtpPeer(wrong);
    const folder = await mkdtemp(join(tmpdir(), 'parley-killed-'));
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('support/mail-child.ts', import.meta.url)), server.ownerUrl, folder, peer.url],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    await vi.waitUntil(() => when(peer), { timeout: 90_000, interval: 50 });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await peer.close();
    await rm(folder, { recursive: true, force: true });
    return { id, bodies: peer.bodies.length, left: await stateOf(id) };
  }

  it('[F-03] [F-04] with the body at the mail server: unknown, one copy at most', async () => {
    const { id, bodies, left } = await killed({ dot: 'hang' }, (peer) => peer.bodies.length > 0);
    expect(left).toMatchObject({ state: 'sending', phase: 'after-354' });
    await leaseRunsOut();
    const before = sink.mails.length;
    await send();
    await send();
    expect([bodies, sink.mails.length - before, (await stateOf(id)).state]).toEqual([1, 0, 'unknown']);
  }, 120_000);

  it('[F-05] before the body: sent once by the next one', async () => {
    const { id, bodies, left } = await killed({ data: 'hang' }, (peer) => peer.commands.includes('DATA'));
    expect(left).toMatchObject({ state: 'sending', phase: 'before-354' });
    await leaseRunsOut();
    await send();
    expect([bodies, sink.mails.filter((m) => m.id === left.rfc_message_id).length]).toEqual([0, 1]);
    expect((await stateOf(id)).state).toBe('sent');
  }, 120_000);
});
