import type { OptionTerms } from '../../src/contract/negotiation.ts';
import { insertClient, insertContact } from '../../src/features/clients/public.ts';
import { openRound, takeStance, writeOption } from '../../src/features/negotiation/public.ts';
import { editOption } from '../../src/features/negotiation/word-option.ts';
import { createRequest } from '../../src/features/told-request/create-request.ts';
import { skipInterest } from '../../src/features/triage/set-aside.ts';
import type { Context } from '../../src/platform/context.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { inRoomCommand, inWorkspace } from '../../src/platform/db/tx.ts';
import type { ContactActor, MemberActor } from '../../src/platform/http/actor.ts';

const DAY = 86_400_000;
/** So many pairs are played on one request before a new one is opened: its ledger does not grow for ever. */
const PER_REQUEST = 25;
const AT_ONCE = 4;

export type Wish = { readonly same: number; readonly different: number; readonly edits: number };
export type Outcome = {
  readonly pairs: number;
  /** Both said “works” to one wording, both were told ok, and nothing was agreed. */
  readonly missed: number;
  /** Agreements beyond the one there should be. */
  readonly doubled: number;
  readonly refused: number;
  /** Agreed before both had spoken, or without two people of two sides. */
  readonly unfounded: number;
  readonly splitPairs: number;
  readonly splitAgreed: number;
  readonly edits: number;
  /** Agreed on a wording that somebody did not see. */
  readonly boundUnseen: number;
};

type Table = { readonly requestId: string; readonly options: { id: string; hash: string }[] };

const terms = (text: string): OptionTerms => ({
  text,
  costs: [],
  date: { kind: 'by-hand', at: new Date(Date.now() + 30 * DAY).toISOString() },
  effortHours: 1,
  scopeIn: [],
  scopeOut: [],
  assumptions: [],
  weDo: [{ text: 'come' }],
  youDo: [],
  meets: [],
  misses: [],
});

/** Both sides act at the same instant, again and again, on a real PostgreSQL, each under the login it has in the running product. */
export async function playPairs(
  ctx: Context,
  workspaceId: string,
  memberId: string,
  wish: Wish,
  tell: (done: number) => void,
): Promise<Outcome> {
  const us = {
    kind: 'member',
    id: memberId,
    workspaceId,
    name: 'Ada',
    email: 'ada@firm.example',
    lang: 'en',
  } as MemberActor;
  const them = await contact(ctx, workspaceId);
  const ours = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(ctx.db, us, work);
  const theirs = <T>(work: Parameters<typeof inRoomCommand<T>>[2]) => inRoomCommand(ctx.db, them, work);
  let refused = 0;
  let boundUnseen = 0;
  let done = 0;
  const ok = async (act: Promise<unknown>): Promise<boolean> =>
    act.then(
      () => true,
      () => false,
    );
  const works = (side: 'us' | 'them', t: Table, option: { id: string; hash: string }) => {
    const answer = { optionId: option.id, hash: option.hash, kind: 'works' as const, words: null, wouldWork: null };
    return side === 'us'
      ? ours((tx) => takeStance(tx, ctx, us, t.requestId, answer, ctx.now()))
      : theirs((tx) => takeStance(tx, ctx, them, t.requestId, answer, ctx.now()));
  };
  const reword = async (t: Table, n: number, text: string): Promise<void> => {
    const option = t.options[n];
    if (!option) return;
    const wording = { title: `way ${n}`, terms: terms(text), changedWhy: 'the next pair' };
    const edited = ours((tx) => editOption(tx, ctx, us, t.requestId, option.id, wording, option.hash, ctx.now()));
    option.hash = (await edited).hash;
  };
  const round = async (t: Table, pair: (t: Table, n: number) => Promise<void>, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      await pair(t, n);
      done += 1;
      if (done % 500 === 0) tell(done);
    }
  };
  const many = async (total: number, pair: (t: Table, n: number) => Promise<void>): Promise<void> => {
    const sizes = Array.from({ length: Math.ceil(total / PER_REQUEST) }, (_, i) =>
      Math.min(PER_REQUEST, total - i * PER_REQUEST),
    );
    const worker = async (): Promise<void> => {
      for (let size = sizes.pop(); size !== undefined; size = sizes.pop())
        await round(await lay(ctx, us, them), pair, size);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };

  await many(wish.same, async (t, n) => {
    if (n > 0) await reword(t, 0, `wording ${n}`);
    const [option] = t.options;
    if (!option) return;
    const both = await Promise.all([ok(works('us', t, option)), ok(works('them', t, option))]);
    refused += both.filter((yes) => !yes).length;
  });
  const same = await ledger(ctx, workspaceId);

  await many(wish.different, async (t, n) => {
    if (n > 0) for (const i of [0, 1]) await reword(t, i, `split ${n}`);
    const [a, b] = t.options;
    if (!a || !b) return;
    const both = await Promise.all([ok(works('us', t, a)), ok(works('them', t, b))]);
    refused += both.filter((yes) => !yes).length;
  });
  const split = await ledger(ctx, workspaceId);

  await many(wish.edits, async (t, n) => {
    const [option] = t.options;
    if (!option) return;
    if (n > 0) await reword(t, 0, `before ${n}`);
    await works('us', t, option);
    const seen = option.hash;
    const [accepted] = await Promise.all([
      ok(works('them', t, { id: option.id, hash: seen })),
      reword(t, 0, `meanwhile ${n}`),
    ]);
    const state = await ours((tx) =>
      tx.selectFrom('option').select(['state', 'hash']).where('id', '=', option.id).executeTakeFirstOrThrow(),
    );
    if (accepted && state.state === 'agreed' && state.hash !== seen) boundUnseen += 1;
    if (state.state === 'agreed') await reword(t, 0, `after ${n}`);
  });

  return {
    pairs: wish.same,
    missed: wish.same - same.wordings,
    doubled: same.agreed - same.wordings,
    refused,
    unfounded: (await ledger(ctx, workspaceId)).unfounded,
    splitPairs: wish.different,
    splitAgreed: split.agreed - same.agreed,
    edits: wish.edits,
    boundUnseen,
  };
}

async function contact(ctx: Context, workspaceId: string): Promise<ContactActor> {
  const [clientId, id] = [newId(), newId()];
  const person = { name: 'Bo', email: `bo-${id}@pairs.example`, lang: 'en', roleText: null, may: 'decide' as const };
  await inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const client = { name: 'Pairs', domains: [], lang: 'en', since: null, zone: null, note: null };
    await insertClient(tx, clientId, client, ctx.now());
    await insertContact(tx, id, clientId, person, ctx.now());
    // Who has left gets no mail: the mail is not what is tried here.
    await tx.updateTable('contact').set({ status: 'left' }).where('id', '=', id).execute();
  });
  return {
    kind: 'contact',
    id,
    workspaceId,
    clientId,
    linkId: '',
    requestId: null,
    linkRequestId: null,
    deviceId: null,
    proven: true,
    ...person,
  };
}

/** A request with two options of ours on the table. */
async function lay(ctx: Context, us: MemberActor, them: ContactActor): Promise<Table> {
  return inWorkspace(ctx.db, us, async (tx) => {
    const now = ctx.now();
    const spoken = { subject: 'Pairs', body: 'please', clientId: them.clientId, contactId: them.id };
    const { id } = await createRequest(tx, us, { ...spoken, channel: 'call' }, now);
    await skipInterest(tx, us, id, 'only the table is tried here', now);
    const options = [];
    for (const n of [0, 1]) {
      const wording = { title: `way ${n}`, terms: terms(`wording ${n}`), parents: [], changedWhy: null };
      const { id: optionId, hash } = await writeOption(tx, ctx, us, id, wording, now);
      options.push({ id: optionId, hash });
    }
    const round = {
      optionIds: options.map((o) => o.id),
      reveal: 'at-once' as const,
      oneOptionWhy: null,
      missesWhy: null,
    };
    await openRound(tx, ctx, us, id, round, now);
    return { requestId: id, options };
  });
}

/** What the ledger says: agreements, the wordings they were on, and whether each came after a yes of both sides to that very wording. */
async function ledger(
  ctx: Context,
  workspaceId: string,
): Promise<{ agreed: number; wordings: number; unfounded: number }> {
  return inWorkspace(ctx.db, { workspaceId }, async (tx) => {
    const events = await tx
      .selectFrom('event')
      .select(['seq', 'kind', 'data'])
      .where('workspace_id', '=', workspaceId)
      .where('kind', 'in', ['negotiation.agreed', 'negotiation.stance-taken'])
      .orderBy('seq')
      .execute();
    const yes = new Map<string, Set<string>>();
    const wordings = new Set<string>();
    let agreed = 0;
    let unfounded = 0;
    for (const { kind, data } of events) {
      const d = data as { optionId: string; hash?: string; stance?: { hash: string; side: string; kind: string } };
      const on = `${d.optionId} ${d.stance?.hash ?? d.hash}`;
      if (kind === 'negotiation.stance-taken') {
        if (d.stance?.kind === 'works') yes.set(on, (yes.get(on) ?? new Set()).add(d.stance.side));
        continue;
      }
      agreed += 1;
      wordings.add(on);
      if (yes.get(on)?.size !== 2) unfounded += 1;
    }
    return { agreed, wordings: wordings.size, unfounded };
  });
}
