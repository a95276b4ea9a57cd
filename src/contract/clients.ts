import { z } from 'zod';
import { At, Email, Id, IdParams, Lang, Line, PageQuery, Text, page } from './common.ts';
import { endpoint } from './endpoint.ts';

const May = z.enum(['see', 'talk', 'decide']);
export const Contact = z.object({
  id: Id,
  clientId: Id.nullable(),
  name: z.string(),
  email: z.string(),
  lang: Lang,
  roleText: z.string().nullable(),
  may: May,
  status: z.enum(['active', 'left', 'died']),
  successorId: Id.nullable(),
  bounced: z.boolean(),
});
/** Coverage and terms in the shape of `domain/agreements`; validated there, kept as they are here. */
const Agreement = z.object({
  id: Id,
  version: z.number().int(),
  title: z.string(),
  validFrom: At,
  validTo: At.nullable(),
  terms: z.record(z.string(), z.unknown()),
});
const ClientRow = z.object({
  id: Id,
  name: z.string(),
  since: z.string().nullable(),
  lang: Lang,
  domains: z.array(z.string()),
  openRequests: z.number().int(),
  kept: z.number().int(),
  broken: z.number().int(),
});
export const ClientPage = ClientRow.extend({
  zone: z.string().nullable(),
  note: z.string().nullable(),
  contacts: z.array(Contact),
  agreements: z.array(Agreement),
  products: z.array(
    z.object({
      id: Id,
      name: z.string(),
      productKey: z.string().nullable(),
      fromWhom: z.string().nullable(),
      since: z.string().nullable(),
    }),
  ),
  requests: z.array(
    z.object({ id: Id, ref: z.string(), subject: z.string(), phase: z.string(), fate: z.string(), openedAt: At }),
  ),
});
export type ClientPage = z.infer<typeof ClientPage>;

const ClientBody = z.strictObject({
  name: Line,
  domains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/),
    )
    .max(50)
    .default([]),
  lang: Lang.default('en'),
  since: z.iso.date().nullable().default(null),
  zone: z.string().max(64).nullable().default(null),
  note: Text.nullable().default(null),
});
const ContactBody = z.strictObject({
  name: Line,
  email: Email,
  lang: Lang,
  roleText: Line.nullable().default(null),
  may: May.default('talk'),
});

export const listClients = endpoint({
  method: 'GET',
  path: '/api/clients',
  access: 'agent',
  summary: 'Clients by name',
  query: PageQuery.extend({ q: z.string().max(200).optional() }),
  response: page(ClientRow),
});
export const getClient = endpoint({
  method: 'GET',
  path: '/api/clients/:id',
  access: 'agent',
  summary: 'One relation',
  params: IdParams,
  response: ClientPage,
});
export const createClient = endpoint({
  method: 'POST',
  path: '/api/clients',
  access: 'agent',
  summary: 'A new client',
  body: ClientBody,
  response: z.object({ id: Id }),
  creates: true,
});
export const changeClient = endpoint({
  method: 'PUT',
  path: '/api/clients/:id',
  access: 'agent',
  summary: 'Change a client',
  params: IdParams,
  body: ClientBody,
  response: z.object({ id: Id }),
});
export const createContact = endpoint({
  method: 'POST',
  path: '/api/clients/:id/contacts',
  access: 'agent',
  summary: 'A person at the client',
  params: IdParams,
  body: ContactBody,
  response: z.object({ id: Id }),
  creates: true,
});
export const changeContact = endpoint({
  method: 'PUT',
  path: '/api/contacts/:id',
  access: 'agent',
  summary: 'Change a contact; that somebody left or died has its own door',
  params: IdParams,
  body: ContactBody,
  response: z.object({ id: Id }),
});
export const putAgreement = endpoint({
  method: 'POST',
  path: '/api/clients/:id/agreements',
  access: 'lead',
  summary: 'A new agreement, or a new version of one (agreementId)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    agreementId: Id.optional(),
    title: Line,
    validFrom: At,
    validTo: At.nullable(),
    terms: z.record(z.string(), z.unknown()),
  }),
  response: z.object({ id: Id, version: z.number().int() }),
});
export const addProduct = endpoint({
  method: 'POST',
  path: '/api/clients/:id/products',
  access: 'agent',
  summary: 'What they already have, from us or from anyone else (L4)',
  params: IdParams,
  creates: true,
  body: z.strictObject({
    name: Line,
    productKey: Line.nullable().default(null),
    fromWhom: Line.nullable().default(null),
    since: z.iso.date().nullable().default(null),
  }),
  response: z.object({ id: Id }),
});
