import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { allWorkspaces, inWorkspace } from '../../platform/db/tx.ts';
import { type MailboxState, type MailboxWatch, watchMailbox } from '../../platform/mail/imap.ts';
import { setMailAddress } from './identity.store.ts';
import { cursorOf, mailboxFor, setMailboxState } from './raw-mail.store.ts';
import { storeRaw } from './store-raw.ts';

const LOOK_MS = 2_000;

/**
 * Watches the mailbox of IMAP_URL for the first workspace, from the moment there is one. Mail counts as read when its raw bytes are
 * committed; flags are never asked and nothing is changed on the server.
 */
export function pollMailboxes(ctx: Context): { stop: () => Promise<void> } {
  const url = ctx.imapUrl;
  if (!url) return { stop: async () => undefined };
  let watch: MailboxWatch | null = null;
  let stopped = false;
  const look = async (): Promise<void> => {
    const [workspaceId] = await allWorkspaces(ctx.db).catch(() => []);
    if (stopped || watch || !workspaceId) return;
    clearInterval(timer);
    watch = watchFor(ctx, workspaceId, url);
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  void look();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await watch?.stop();
    },
  };
}

/** The mailbox's address is the user's where that is one, as it mostly is. */
export function addressOf(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `${user}@${hostname}`;
}

function watchFor(ctx: Context, workspaceId: string, url: string): MailboxWatch {
  const address = addressOf(url);
  const via = { kind: 'imap' as const, name: address, address };
  const ready = inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    await setMailAddress(tx, address);
    return mailboxFor(tx, { id: newId(ctx.now()), ...via });
  });
  const say = async (state: MailboxState): Promise<void> => {
    const error = state.kind === 'error' ? state.reason : null;
    await inWorkspace(ctx.db, { workspaceId }, async (tx) =>
      setMailboxState(tx, await ready, state.kind, error, ctx.now()),
    );
  };
  return watchMailbox(
    {
      url,
      cursor: async () => {
        const id = await ready;
        return inWorkspace(ctx.db, { workspaceId }, (tx) => cursorOf(tx, id));
      },
      onState: (state) =>
        void say(state).catch((err: unknown) => ctx.log.warn({ err }, 'the state of the mailbox could not be kept')),
    },
    async ({ uidValidity, uid, raw }) => {
      await ready;
      await storeRaw(
        ctx,
        { workspaceId, via, source: `${address} ${uidValidity}:${uid}`, raw, at: { uidValidity, uid } },
        { job: true },
      );
    },
  );
}
