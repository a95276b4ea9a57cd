import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { addrSpec } from '../../platform/mail/address.ts';
import { type MailboxState, type MailboxWatch, watchMailbox } from '../../platform/mail/imap.ts';
import { setMailAddress } from './identity.store.ts';
import { cursorOf, mailboxFor, setMailboxState } from './mailbox.store.ts';
import { storeRaw } from './store-raw.ts';

const LOOK_MS = 2_000;

/**
 * Watches the mailbox of IMAP_URL for the first workspace, from the moment there is one. Mail counts as read when its raw bytes are
 * committed; flags are never asked and nothing is changed on the server.
 */
export function pollMailboxes(ctx: Context): { stop: () => Promise<void> } {
  const url = ctx.imapUrl;
  if (!url) return { stop: async () => undefined };
  let watch: Watching | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    const [workspaceId] = await allWorkspaces(ctx.db);
    if (stopped || watch || !workspaceId) return;
    clearInterval(timer);
    watch = watchFor(ctx, workspaceId, url);
  };
  const again = (): void => {
    looking = look().catch((err: unknown) => ctx.log.warn({ err }, 'the mailbox waits for the database'));
  };
  const timer = setInterval(again, LOOK_MS);
  let looking: Promise<void> = Promise.resolve();
  again();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await looking;
      await watch?.stop();
    },
  };
}

/** What the mailbox is called: the user's name where that is an address, as it mostly is. */
function addressOf(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `${user}@${hostname}`;
}

type Watching = Pick<MailboxWatch, 'stop'>;

function watchFor(ctx: Context, workspaceId: string, url: string): Watching {
  const scope = { workspaceId };
  const address = addressOf(url);
  const via = { kind: 'imap' as const, name: address, address };
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
      cursor: async () => {
        const id = await mailbox();
        return inWorkspace(ctx.db, scope, (tx) => cursorOf(tx, id));
      },
      onState: states.keep,
    },
    async ({ uidValidity, uid, raw, size, complete }) => {
      const source = `${address} ${uidValidity}:${uid}`;
      const mail = {
        workspaceId,
        via,
        source,
        raw,
        at: { uidValidity, uid },
        ...(complete ? {} : { wholeSize: size }),
      };
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
