import { z } from 'zod';
import { At, Done, Email, Id, IdParams, Lang, Line } from './common.ts';
import { endpoint } from './endpoint.ts';

const Role = z.enum(['owner', 'lead', 'agent']);
export const PromiseKind = z.enum(['answer', 'visit', 'work', 'delivery', 'discount', 'free-work', 'other']);

/** T15: what this person may promise alone. Over it, a named other person approves first. */
const Authority = z.object({
  hours: z.number().min(0).max(10_000),
  moneyMinor: z.number().int().min(0).max(1e12),
  kinds: z.array(PromiseKind),
});

export const Member = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  lang: Lang,
  authority: Authority,
  active: z.boolean(),
});
export type Member = z.infer<typeof Member>;

const Password = z.string().min(10).max(200);
const Zone = z.string().min(1).max(64);

export const setupState = endpoint({
  method: 'GET',
  path: '/api/setup',
  access: 'public',
  summary: 'Is this Parley still empty?',
  response: z.object({ needed: z.boolean() }),
});
export const setUp = endpoint({
  method: 'POST',
  path: '/api/setup',
  access: 'public',
  summary: 'Create the workspace and its owner (once, with the token the console printed)',
  body: z.strictObject({
    token: z.string().min(1).max(200),
    workspaceName: Line,
    name: Line,
    email: Email,
    password: Password,
    lang: Lang,
    zone: Zone,
    sample: z.boolean(),
  }),
  response: Done,
  status: 201,
});
export const me = endpoint({
  method: 'GET',
  path: '/api/me',
  access: 'agent',
  summary: 'Who am I, and what may I promise?',
  response: z.object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), lang: Lang }),
    workspace: z.object({ id: Id, name: z.string(), zone: z.string(), currency: z.string(), lang: Lang }),
    member: Member,
  }),
});
export const changeMe = endpoint({
  method: 'PUT',
  path: '/api/me',
  access: 'agent',
  summary: 'My name and language',
  body: z.strictObject({ name: Line.optional(), lang: Lang.optional() }),
  response: Done,
});
export const signOutEverywhere = endpoint({
  method: 'POST',
  path: '/api/sign-out-everywhere',
  access: 'agent',
  summary: 'End all my sign-ins',
  response: Done,
});
export const listMembers = endpoint({
  method: 'GET',
  path: '/api/members',
  access: 'agent',
  summary: 'People of our side',
  response: z.object({
    items: z.array(Member),
    invitations: z.array(z.object({ id: Id, email: z.string(), role: Role, expiresAt: At })),
  }),
});
export const changeMember = endpoint({
  method: 'PUT',
  path: '/api/members/:id',
  access: 'owner',
  summary: 'Role, authority limits, active or not',
  params: IdParams,
  body: z.strictObject({ role: Role.optional(), authority: Authority.optional(), active: z.boolean().optional() }),
  response: Member,
});
export const invite = endpoint({
  method: 'POST',
  path: '/api/invitations',
  access: 'lead',
  summary: 'Invite a colleague by link',
  creates: true,
  body: z.strictObject({ email: Email, name: Line.optional(), role: Role }),
  response: z.object({ id: Id, link: z.string() }),
});
export const withdrawInvitation = endpoint({
  method: 'DELETE',
  path: '/api/invitations/:id',
  access: 'lead',
  summary: 'Make an invitation useless',
  params: IdParams,
  response: Done,
});
export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/accept',
  access: 'public',
  summary: 'Become a member with an invitation link',
  body: z.strictObject({ token: z.string().max(200), name: Line, password: Password, lang: Lang }),
  response: Done,
  status: 201,
});
