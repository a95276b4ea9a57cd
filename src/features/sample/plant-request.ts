import type { OptionTerms } from '../../contract/negotiation.ts';
import type { PossibleNo, ReasonableNo } from '../../domain/triage/words.ts';
import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/db/ids.ts';
import { iso } from '../../platform/db/time.ts';
import { type Tx, inRoomCommand, inWorkspace } from '../../platform/db/tx.ts';
import type { ContactActor, MemberActor } from '../../platform/http/actor.ts';
import { append } from '../../platform/ledger/append.ts';
import { insertMessage } from '../conversation/public.ts';
import { addEntry, entriesOf, saidAgain } from '../listening/public.ts';
import { openRound, takeStance, writeOption } from '../negotiation/public.ts';
import { makePromise, settlePromise } from '../promises/public.ts';
import { lockRequest, saveRequest } from '../requests/public.ts';
import { createRequest } from '../told-request/public.ts';
import { placeByClient, placeRequest } from '../triage/public.ts';
import type { SampleRequest } from './company.ts';
import { insertSampleClosing, markSample } from './sample.store.ts';

type Person = { id: string; name: string; clientId: string };

/** The request as it was told, and what we answered first. */
export async function tell(
  tx: Tx,
  by: MemberActor,
  contact: Person,
  sample: SampleRequest,
  at: number,
  now: number,
): Promise<string> {
  const { id } = await createRequest(
    tx,
    by,
    { subject: sample.subject, body: sample.words, clientId: contact.clientId, contactId: contact.id, channel: 'call' },
    at,
  );
  await markSample(tx, id);
  if (sample.minutes > 5) {
    const request = await lockRequest(tx, id);
    const message = newId(at);
    await insertMessage(tx, {
      id: message,
      requestId: id,
      clientId: contact.clientId,
      audience: 'ours',
      channel: 'note',
      direction: 'inside',
      memberId: by.id,
      authorName: by.name,
      body: sample.note ?? sample.place?.reason ?? sample.subject,
      purpose: 'note',
      minutes: sample.minutes,
      at: at + 10 * MINUTE,
    });
    await saveRequest(
      tx,
      request,
      { addMinutes: sample.minutes, first_answer_at: iso(at + 10 * MINUTE), ...nextStep(sample, now) },
      at + 10 * MINUTE,
    );
  }
  return id;
}

/** C7: whose move it is and by when, counted from the moment somebody first looks. */
const nextStep = ({ next }: SampleRequest, now: number) =>
  next ? { next_step: next.text, next_due: iso(now + next.inDays * DAY), ball: next.ball ?? ('ours' as const) } : {};

const roomActor = (by: MemberActor, contact: Person): ContactActor => ({
  kind: 'contact',
  id: contact.id,
  workspaceId: by.workspaceId,
  clientId: contact.clientId,
  linkId: contact.id,
  requestId: null,
  name: contact.name,
  email: '',
  lang: 'en',
  may: 'decide',
  proven: true,
  deviceId: null,
  linkRequestId: null,
});

const FIRST = {
  call: { channel: 'call', direction: 'inside', purpose: 'note' },
  invitation: { channel: 'mail', direction: 'out', purpose: 'invitation' },
  reply: { channel: 'mail', direction: 'out', purpose: 'reply' },
} as const;

/** What we answered first, and how often they had to say again what is behind it. */
export async function answerFirst(
  tx: Tx,
  by: MemberActor,
  contact: Person,
  id: string,
  sample: { first: keyof typeof FIRST; saidAgain?: number; subject: string },
  at: number,
): Promise<void> {
  const author = { memberId: by.id, authorName: by.name, audience: 'both' as const };
  const message = { id: newId(at), requestId: id, clientId: contact.clientId, body: sample.subject, at };
  await insertMessage(tx, { ...message, ...author, ...FIRST[sample.first] });
  const request = await lockRequest(tx, id);
  await saveRequest(tx, request, { first_answer_at: iso(at) }, at);
  const [interest] = await entriesOf(tx, id, contact.clientId);
  for (let said = 0; interest && said < (sample.saidAgain ?? 0); said += 1)
    await saidAgain(tx, by, id, interest.id, null, at + (said + 1) * HOUR);
}

/** Listening, placing on both sides, options and what the client said to them. */
export async function discuss(
  ctx: Context,
  by: MemberActor,
  contact: Person,
  id: string,
  s: SampleRequest,
  at: number,
): Promise<void> {
  const scope = { workspaceId: by.workspaceId };
  const their = roomActor(by, contact);
  await inWorkspace(ctx.db, scope, async (tx) => {
    const words = { source: null, standing: false } as const;
    if (s.interest) await addEntry(tx, by, id, { ...words, kind: 'interest', text: s.interest, value: null }, at);
    for (const c of s.conditions ?? []) {
      await addEntry(
        tx,
        by,
        id,
        {
          ...words,
          kind: 'condition',
          text: c.text,
          value: c.free ? { kind: 'money', max: { minor: 0, currency: 'EUR' } } : null,
        },
        at + MINUTE,
      );
    }
    if (s.question)
      await addEntry(tx, by, id, { ...words, kind: 'question', text: s.question, value: null }, at + 2 * MINUTE);
    if (s.place) {
      const { reasonable, possible, kind, evidence, reason } = s.place;
      const request = await lockRequest(tx, id);
      const kinds = {
        ...(reasonable === 'no' && kind ? { reasonableKind: kind as ReasonableNo } : {}),
        ...(possible === 'no'
          ? { possibleKind: (reasonable === 'no' ? 'technical' : kind) as PossibleNo, evidence: evidence ?? '–' }
          : {}),
      };
      await placeRequest(
        tx,
        by,
        id,
        { reasonable, possible, reason, ...kinds },
        null,
        String(request.version),
        at + 5 * MINUTE,
      );
    }
  });
  if (s.theirs)
    await inRoomCommand(ctx.db, their, (tx) =>
      placeByClient(tx, their, id, { ...(s.theirs as { reasonable: 'yes'; possible: 'yes' }), reason: '' }, at + HOUR),
    );
  if (s.options) await offer(ctx, by, their, id, s, at + 2 * HOUR);
}

function upcoming(now: number, { weekday, hour }: { weekday: number; hour: number }): number {
  const earliest = new Date(now + 3 * DAY);
  const days = (weekday - earliest.getUTCDay() + 7) % 7;
  return Date.UTC(earliest.getUTCFullYear(), earliest.getUTCMonth(), earliest.getUTCDate() + days, hour - 1);
}

async function offer(
  ctx: Context,
  by: MemberActor,
  their: ContactActor,
  id: string,
  s: SampleRequest,
  at: number,
): Promise<void> {
  const made: { id: string; hash: string }[] = [];
  await inWorkspace(ctx.db, { workspaceId: by.workspaceId }, async (tx) => {
    for (const option of s.options ?? []) {
      const terms: OptionTerms = {
        costs: [],
        date: { kind: 'by-hand', at: iso(option.by ? upcoming(ctx.now(), option.by) : ctx.now() + 4 * DAY) },
        effortHours: 4,
        scopeIn: [],
        scopeOut: [],
        assumptions: [],
        weDo: [],
        youDo: [],
        meets: [],
        misses: [],
        ...option.terms,
      };
      made.push(await writeOption(tx, ctx, by, id, { title: option.title, terms, parents: [], changedWhy: null }, at));
    }
    const wish = {
      optionIds: made.map((o) => o.id),
      reveal: 'at-once' as const,
      oneOptionWhy: null,
      missesWhy: 'shown as it is',
      closesAt: iso(ctx.now() + 6 * DAY),
    };
    await openRound(tx, ctx, by, id, wish, at + MINUTE);
  });
  for (const [i, kind] of (s.answers ?? []).entries()) {
    const option = made[i];
    if (!option || !kind) continue;
    const words = kind === 'works' ? {} : { words: 'if nobody has to come in on Saturday' };
    const answer = {
      optionId: option.id,
      hash: option.hash,
      kind,
      words: null,
      wouldWork: kind === 'does-not-work' ? 'no cost at all' : null,
      ...words,
    };
    await inRoomCommand(ctx.db, their, (tx) => takeStance(tx, ctx, their, id, answer, at + (i + 2) * MINUTE));
    if (s.agreed && kind === 'works')
      await inWorkspace(ctx.db, by, (tx) => takeStance(tx, ctx, by, id, answer, at + HOUR));
  }
}

type Promised = NonNullable<SampleRequest['promise']>;

export async function promiseIn(ctx: Context, by: MemberActor, id: string, p: Promised, at: number): Promise<void> {
  const scope = { workspaceId: by.workspaceId };
  const wish = {
    side: 'ours' as const,
    kind: 'work' as const,
    text: p.text,
    due: iso(at + p.inDays * DAY),
    dueZone: 'Europe/Warsaw',
    source: 'call' as const,
    hours: p.hours,
    moneyMinor: 0,
    openQuestionsWhy: 'the date does not depend on it',
    dependsOn: null,
  };
  const made = await inWorkspace(ctx.db, scope, (tx) => makePromise(tx, by, id, wish, at));
  if (!p.settled) return;
  const done = at + (p.afterDays ?? p.inDays) * DAY;
  const missReason = p.settled === 'broken' ? 'capacity' : null;
  await inWorkspace(ctx.db, scope, (tx) =>
    settlePromise(
      tx,
      by,
      made.id,
      { outcome: p.settled ?? 'kept', evidence: p.text, missReason, at: iso(done) },
      Math.max(done, at),
    ),
  );
}

/** Closed as it should be: the message said what was done, and the client said yes. */
export async function closeSample(
  tx: Tx,
  by: MemberActor,
  contact: Person,
  id: string,
  sample: Pick<SampleRequest, 'subject' | 'promise'>,
  at: number,
): Promise<void> {
  const request = await lockRequest(tx, id);
  const message = newId(at);
  await insertMessage(tx, {
    id: message,
    requestId: id,
    clientId: contact.clientId,
    audience: 'both',
    channel: 'room',
    direction: 'out',
    memberId: by.id,
    authorName: by.name,
    body: sample.promise?.text ?? sample.subject,
    purpose: 'closing',
    at,
  });
  await insertSampleClosing(tx, {
    id: newId(at),
    requestId: id,
    clientId: contact.clientId,
    messageId: message,
    contactId: contact.id,
    text: sample.promise?.text ?? sample.subject,
    asked: sample.subject,
    at,
  });
  await saveRequest(tx, request, { phase: 'resolution' }, at);
  await saveRequest(tx, request, { phase: 'closing' }, at);
  await saveRequest(tx, request, { phase: 'closed', closed_at: iso(at + HOUR) }, at + HOUR);
  const event = { requestId: id, clientId: contact.clientId, audience: 'both' as const };
  await append(tx, by, at, [{ kind: 'closing.sent', ...event, data: { asked: sample.subject } }]);
  await append(tx, { kind: 'contact', id: contact.id }, at + HOUR, [
    { kind: 'closing.confirmed', ...event },
    { kind: 'request.closed', ...event },
  ]);
}
