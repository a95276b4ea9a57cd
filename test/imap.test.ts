import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type ArrivedMail,
  type MailboxCursor,
  type MailboxState,
  type MailboxWatch,
  watchMailbox,
  type WatchOptions,
} from '../src/platform/mail/imap.ts';
import { type ImapPeer, imapPeer, type StoredMail } from './support/imap-peer.ts';

const FAST = { pollMs: 200, idleMs: 1000, commandMs: 300, connectMs: 500, retryMs: 20, maxRetryMs: 60 };

const open: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

const mail = (uid: number): StoredMail => ({ uid, raw: `Subject: ${uid}\r\n\r\nbody ${uid}\r\n` });

async function peerWith(mails: StoredMail[]): Promise<ImapPeer> {
  const peer = await imapPeer(mails);
  open.push(peer.close);
  return peer;
}

type Reader = { seen: ArrivedMail[]; uids: () => number[]; states: MailboxState[]; watch: MailboxWatch };

/** Reads as the journal does: a mail is stored and moves the cursor in one step. */
function reader(
  peer: ImapPeer,
  change: Partial<WatchOptions> & {
    cursor?: () => Promise<MailboxCursor | null>;
    fail?: (m: ArrivedMail) => boolean;
  } = {},
): Reader {
  const seen: ArrivedMail[] = [];
  const states: MailboxState[] = [];
  let cursor: MailboxCursor | null = null;
  const { fail, ...options } = change;
  const watch = watchMailbox(
    { url: peer.url, cursor: async () => cursor, onState: (s) => states.push(s), timing: FAST, ...options },
    async (m) => {
      if (fail?.(m)) throw new Error('disk full');
      seen.push(m);
      cursor = { uidValidity: m.uidValidity, lastUid: m.uid };
    },
  );
  open.push(watch.stop);
  return { seen, states, watch, uids: () => seen.map((m) => m.uid) };
}

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000, interval: 10 });

describe('reading a mailbox', () => {
  it('hands over what is there, in order, with the exact bytes', async () => {
    const peer = await peerWith([mail(3), mail(5), mail(9)]);
    const r = reader(peer);
    await eventually(() => expect(r.uids()).toEqual([3, 5, 9]));
    expect(Buffer.from(r.seen[1]?.raw ?? []).toString()).toBe(mail(5).raw);
    expect(r.seen[1]).toMatchObject({ uidValidity: 7, complete: true, size: mail(5).raw.length });
  });

  it('goes on after the cursor', async () => {
    const peer = await peerWith([mail(1), mail(2), mail(3)]);
    const r = reader(peer, { cursor: async () => ({ uidValidity: 7, lastUid: 2 }) });
    await eventually(() => expect(r.states.at(-1)).toMatchObject({ kind: 'connected', waiting: 0 }));
    expect(r.uids()).toEqual([3]);
  });

  it('takes new mail as it comes', async () => {
    const peer = await peerWith([mail(1)]);
    const r = reader(peer, { timing: { ...FAST, pollMs: 60_000 } });
    await eventually(() => expect(peer.commands.at(-1)).toBe('IDLE'));
    peer.box.mails.push(mail(2));
    peer.announce();
    await eventually(() => expect(r.uids()).toEqual([1, 2]));
  });

  it('finds new mail that nobody announced', async () => {
    const peer = await peerWith([mail(1)]);
    const r = reader(peer);
    await eventually(() => expect(r.uids()).toEqual([1]));
    peer.box.mails.push(mail(2));
    await eventually(() => expect(r.uids()).toEqual([1, 2]));
  });

  it('[F-29] never marks, moves or deletes', async () => {
    const peer = await peerWith([mail(1), mail(2)]);
    const r = reader(peer);
    await eventually(() => expect(r.uids()).toEqual([1, 2]));
    await r.watch.stop();
    expect(peer.commands.some((c) => /^(?:UID )?(?:STORE|COPY|MOVE|EXPUNGE)|^SELECT|BODY\[/i.test(c))).toBe(false);
    expect(peer.commands.some((c) => c.startsWith('EXAMINE'))).toBe(true);
  });

  it('[F-31] a mail over the limit comes as a stub', async () => {
    const big = { uid: 2, raw: `Subject: big\r\n\r\n${'x'.repeat(100_000)}` };
    const r = reader(await peerWith([mail(1), big, mail(3)]), { maxBytes: 90_000 });
    await eventually(() => expect(r.uids()).toEqual([1, 2, 3]));
    expect(r.seen[1]).toMatchObject({ complete: false, size: big.raw.length });
    expect(r.seen[1]?.raw.length).toBe(65_536);
  });

  it('stops cleanly while it waits and while it cannot connect', async () => {
    const peer = await peerWith([mail(1)]);
    const waiting = reader(peer, { timing: { ...FAST, pollMs: 600_000 } });
    await eventually(() => expect(waiting.uids()).toEqual([1]));
    await waiting.watch.stop();
    expect(waiting.states.at(-1)).toEqual({ kind: 'stopped' });
    await peer.close();
    const lost = reader(peer, { timing: { ...FAST, retryMs: 600_000, maxRetryMs: 600_000 } });
    await eventually(() => expect(lost.states.some((s) => s.kind === 'error')).toBe(true));
    await lost.watch.stop();
    expect(lost.states.at(-1)).toEqual({ kind: 'stopped' });
  });
});

describe('when something breaks', () => {
  it('[F-06] a connection that is cut is made again and nothing comes twice', async () => {
    const peer = await peerWith(Array.from({ length: 120 }, (_, i) => mail(i + 1)));
    const r = reader(peer);
    await eventually(() => expect(r.seen.length).toBeGreaterThan(0));
    peer.cut();
    await eventually(() => expect(r.seen.length).toBe(120));
    peer.box.mails.push(mail(121));
    await eventually(() => expect(r.uids()).toEqual(Array.from({ length: 121 }, (_, i) => i + 1)));
  });

  it('[F-21] a mail that could not be stored comes again, and none after it before', async () => {
    let failures = 3;
    const r = reader(await peerWith([mail(1), mail(2), mail(3)]), { fail: (m) => m.uid === 2 && failures-- > 0 });
    await eventually(() => expect(r.uids()).toEqual([1, 2, 3]));
    expect(r.states.filter((s) => s.kind === 'error' && s.reason === 'disk full')).toHaveLength(3);
  });

  it('[F-27] a connection that has gone silent is noticed', async () => {
    const peer = await peerWith([mail(1)]);
    const r = reader(peer);
    await eventually(() => expect(r.uids()).toEqual([1]));
    peer.faults.silent = true;
    await eventually(() => expect(r.states.some((s) => s.kind === 'error')).toBe(true));
    peer.faults.silent = false;
    peer.box.mails.push(mail(2));
    await eventually(() => expect(r.uids()).toEqual([1, 2]));
  });

  it('[F-28] a mailbox that was made anew is read from its start', async () => {
    const peer = await peerWith([mail(1), mail(2)]);
    const r = reader(peer, { cursor: async () => ({ uidValidity: 6, lastUid: 900 }) });
    await eventually(() => expect(r.uids()).toEqual([1, 2]));
    expect(r.states).toContainEqual({ kind: 'rescan', uidValidity: 7 });
  });

  it('[F-33] a wrong password is told apart and tried rarely', async () => {
    const peer = await peerWith([mail(1)]);
    peer.faults.refuseLogin = true;
    const r = reader(peer, { timing: { ...FAST, retryMs: 10_000 } });
    await eventually(() => expect(r.states.some((s) => s.kind === 'error')).toBe(true));
    const error = r.states.find((s) => s.kind === 'error');
    expect(error).toMatchObject({ kind: 'error', login: true });
    expect(error?.kind === 'error' && error.retryInMs).toBeGreaterThanOrEqual(300_000);
    peer.faults.refuseLogin = false;
    r.watch.checkNow();
    await eventually(() => expect(r.uids()).toEqual([1]));
  });

  it('an address that is none is an error with a reason', async () => {
    const r = reader(await peerWith([]), { url: 'http://x' });
    await eventually(() =>
      expect(r.states).toContainEqual(
        expect.objectContaining({ kind: 'error', reason: 'the address of the mailbox is not valid' }),
      ),
    );
  });
});
