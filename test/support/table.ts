import * as accords from '../../src/contract/accords.ts';
import * as listening from '../../src/contract/listening.ts';
import * as negotiation from '../../src/contract/negotiation.ts';
import * as requests from '../../src/contract/requests.ts';
import * as room from '../../src/contract/room.ts';
import type { Client, TestServer } from './server.ts';

const HOUR = 3_600_000;

const wording = (more: Partial<negotiation.OptionTerms> = {}): negotiation.OptionTerms => ({
  text: 'Friday night instead of Saturday',
  costs: [],
  date: { kind: 'by-hand', at: new Date(Date.now() + 96 * HOUR).toISOString() },
  effortHours: 2,
  scopeIn: [],
  scopeOut: [],
  assumptions: [],
  weDo: [{ text: 'Replace the drive' }],
  youDo: [{ text: 'Clear line 2' }],
  meets: [],
  misses: [],
  ...more,
});

export type Talk = {
  readonly id: string;
  readonly client: Client;
  /** The first contact, who decides. */
  readonly contact: { readonly cookie: string };
  readonly page: () => Promise<requests.RequestPage>;
  readonly room: () => Promise<room.RoomPage>;
  /** Options put on the table as one round, by title; returns each with its hash. */
  readonly lay: (
    options: Readonly<Record<string, Partial<negotiation.OptionTerms>>>,
    round?: Partial<{ reveal: 'at-once' | 'when-both-answered'; missesWhy: string }>,
  ) => Promise<Readonly<Record<string, { readonly id: string; readonly hash: string }>>>;
  readonly say: (
    side: 'ours' | 'theirs',
    option: { readonly id: string; readonly hash: string },
    kind?: 'works' | 'does-not-work',
  ) => Promise<{ readonly agreed: boolean; readonly accordId: string | null }>;
  /** Both sides sign the accord that waits. */
  readonly sign: () => Promise<string>;
};

/** A request that is being talked about: told by telephone, what is behind it known, the client in the room. */
export async function talk(app: TestServer, client: Client, subject: string, body = 'Please.'): Promise<Talk> {
  const told = { subject, body, clientId: client.id, contactId: client.contacts[0], channel: 'call' };
  const { id } = (await app.call(requests.createRequest, { as: 'agent', body: told })).body;
  const params = { id };
  const interest = { kind: 'interest', text: 'the line runs on Monday' };
  await app.call(listening.addEntry, { as: 'agent', params, body: interest });
  const contact = await app.room(client.id, client.contacts[0] ?? '', id);
  const page = async () => (await app.call(requests.getRequest, { as: 'agent', params })).body;
  return {
    id,
    client,
    contact,
    page,
    room: async () => (await app.call(room.roomRequest, { as: contact, params })).body,
    lay: async (options, round = {}) => {
      const laid: Record<string, { id: string; hash: string }> = {};
      for (const [title, terms] of Object.entries(options)) {
        const draft = { title, terms: wording(terms) };
        laid[title] = (await app.call(negotiation.draftOption, { as: 'agent', params, body: draft })).body;
      }
      const optionIds = Object.values(laid).map((o) => o.id);
      const why = { oneOptionWhy: optionIds.length === 1 ? 'there is only one way' : null, endsOpenRound: true };
      const open = (await page()).rounds.some((r) => !r.closedAt);
      const wish = { optionIds, ...why, endsOpenRound: open, ...round };
      const opened = await app.call(negotiation.openRound, { as: 'agent', params, body: wish });
      if (opened.status !== 201) throw new Error(`no round: ${opened.problem.code}`);
      return laid;
    },
    say: async (side, option, kind = 'works') => {
      const said = kind === 'works' ? {} : { words: 'too late for us', wouldWork: 'a day earlier' };
      const call = { params: { id, optionId: option.id }, body: { hash: option.hash, kind, ...said } };
      const answer =
        side === 'ours'
          ? await app.call(negotiation.takeStance, { as: 'agent', ...call })
          : await app.call(negotiation.takeStanceInRoom, { as: contact, ...call });
      if (answer.status !== 201) throw new Error(`no stance: ${answer.problem.code}`);
      return answer.body;
    },
    sign: async () => {
      const accord = (await page()).accords.at(-1);
      if (!accord) throw new Error('no accord');
      const pen = { fingerprint: accord.fingerprint, typedName: 'Adam Agent', understood: true as const };
      const call = { params: { id: accord.id } };
      const ours = await app.call(accords.signAccord, { as: 'agent', ...call, body: pen });
      const name = { ...pen, typedName: 'Maria Nowak' };
      const theirs = await app.call(accords.signAccordInRoom, { as: contact, ...call, body: name });
      if (theirs.body.state !== 'in-force') throw new Error(`${ours.problem.code} ${theirs.problem.code}`);
      return accord.id;
    },
  };
}
