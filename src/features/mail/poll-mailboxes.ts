import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { addrSpec } from '../../platform/mail/address.ts';
import { type MailboxState, type MailboxWatch, watchMailbox } from '../../platform/mail/imap.ts';
import { type Account, type Secrets, imapUrlOf } from './account.ts';
import { accessTokenOf, secretsOf } from './account-login.ts';
import { readingAccounts } from './account.store.ts';
import { setMailAddress } from './identity.store.ts';
import { cursorOf, mailboxFor, setMailboxState } from './mailbox.store.ts';
import { storeRaw } from './store-raw.ts';

const LOOK_MS = 2_000;

/** A mailbox to read, and what it was set up as: another version is another reading. */
type Source = {
  readonly workspaceId: string;
  readonly version: string;
  readonly url: string;
  readonly name: string;
  readonly address: string;
  readonly accessToken?: () => Promise<string>;
};
type Reading = { readonly version: string; readonly stop: () => Promise<void> };

/**
 * Watches the mailbox of IMAP_URL for the first workspace, from the moment there is one, and every mailbox set up in Settings; what is
 * changed there counts from the next look. Mail counts as read when its raw bytes are committed; flags are never asked and nothing is
 * changed on the server.
 */
export function pollMailboxes(ctx: Context): { stop: () => Promise<void> } {
  const readings = new Map<string, Reading>();
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  let busy = false;
  const look = async (): Promise<void> => {
    const wanted = await sources(ctx);
    for (const [key, reading] of readings) {
      if (wanted.get(key)?.version === reading.version) continue;
      readings.delete(key);
      await reading.stop();
    }
    for (const [key, source] of wanted) {
      if (stopped || readings.has(key)) continue;
      readings.set(key, { version: source.version, ...watchFor(ctx, source) });
    }
  };
  const again = (): void => {
    if (busy) return;
    busy = true;
    looking = look()
      .catch((err: unknown) => ctx.log.warn({ err }, 'the mailboxes wait for the database'))
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(again, LOOK_MS);
  again();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all([...readings.values()].map((reading) => reading.stop()));
    },
  };
}

/** By workspace and address: a mailbox that both the environment and Settings name is read once, as Settings says. */
async function sources(ctx: Context): Promise<Map<string, Source>> {
  const wanted = new Map<string, Source>();
  const workspaces = await allWorkspaces(ctx.db);
  const [first] = workspaces;
  if (ctx.imapUrl && first) {
    const address = addressOf(ctx.imapUrl);
    wanted.set(`${first} ${address}`, { workspaceId: first, version: '', url: ctx.imapUrl, name: address, address });
  }
  for (const workspaceId of workspaces) {
    for (const account of await inWorkspace(ctx.db, { workspaceId }, readingAccounts))
      wanted.set(`${workspaceId} ${account.address}`, sourceOf(ctx, workspaceId, account));
  }
  return wanted;
}

function sourceOf(ctx: Context, workspaceId: string, account: Account): Source {
  const { mailboxId, address, version } = account;
  const source = { workspaceId, version: `${mailboxId} ${version}`, name: address, address };
  // A mailbox whose password cannot be opened is tried without, so that its state says what is wrong.
  const url = imapUrlOf(account, account.login === 'oauth' ? {} : opened(ctx, workspaceId, account));
  if (account.login === 'password') return { ...source, url };
  return { ...source, url, accessToken: async () => (await accessTokenOf(ctx, workspaceId, mailboxId)) ?? '' };
}

function opened(ctx: Context, workspaceId: string, account: Account): Secrets {
  try {
    return secretsOf(ctx, workspaceId, account);
  } catch (err) {
    ctx.log.error({ err, mailbox: account.mailboxId }, 'the password of a mailbox cannot be opened');
    return {};
  }
}

/** What the mailbox is called: the user's name where that is an address, as it mostly is. */
function addressOf(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `${user}@${hostname}`;
}

type Watching = Pick<MailboxWatch, 'stop'>;

function watchFor(ctx: Context, { workspaceId, url, name, address, accessToken }: Source): Watching {
  const scope = { workspaceId };
  const via = { kind: 'imap' as const, name, address };
  let known: string | null = null;
  const mailbox = async (): Promise<string> => {
    known ??= await inWorkspace(ctx.db, scope, async (tx) => {
      if (addrSpec(address)) await setMailAddress(tx, address);
      return mailboxFor(tx, { id: newId(), ...via });
    });
    return known;
  };
  const states = stateKeeper(ctx, workspaceId, mailbox);
  const watch = watchMailbox(
    {
      url,
      ...(accessToken ? { accessToken } : {}),
      cursor: async () => {
        const id = await mailbox();
        return inWorkspace(ctx.db, scope, (tx) => cursorOf(tx, id));
      },
      onState: states.keep,
    },
    async ({ uidValidity, uid, raw, size, complete }) => {
      const source = `${address} ${uidValidity}:${uid}`;
      const at = { uidValidity, uid };
      const mail = { workspaceId, via, source, raw, at, ...(complete ? {} : { wholeSize: size }) };
      await storeRaw(ctx, mail, { job: true });
    },
  );
  return {
    stop: async () => {
      await watch.stop();
      await states.written();
    },
  };
}

/** Writes down how the mailbox is, one state after the other, for people who ask why no mail comes. */
function stateKeeper(ctx: Context, workspaceId: string, mailbox: () => Promise<string>) {
  let written: Promise<void> = Promise.resolve();
  const write = async (state: MailboxState): Promise<void> => {
    const id = await mailbox();
    const error = state.kind === 'error' ? state.reason : null;
    await inWorkspace(ctx.db, { workspaceId }, (tx) => setMailboxState(tx, id, state.kind, error, ctx.now()));
  };
  return {
    keep: (state: MailboxState): void => {
      written = written
        .then(() => write(state))
        .catch((err: unknown) => ctx.log.warn({ err }, 'the state of the mailbox could not be kept'));
    },
    written: () => written,
  };
}
