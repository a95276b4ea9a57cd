import { parseTime } from '../../domain/calendar/time-text.ts';
import type { Instant } from '../../domain/shared/instant.ts';
import { ok, refuse, type Result } from '../../domain/shared/result.ts';

/** A request as another desk knew it. Times are instants; `resolved` and `closed` are null while it was open there. */
export type PastRequest = {
  readonly key: string;
  readonly client: string | null;
  readonly contact: { readonly name: string; readonly email: string } | null;
  readonly subject: string;
  readonly kind: string;
  readonly priority: string | null;
  readonly team: string | null;
  readonly opened: Instant;
  readonly resolved: Instant | null;
  readonly closed: Instant | null;
};

/** What can be said of a past request, and the columns each is looked for in when nobody said which. */
export const FIELDS = {
  reference: ['reference', 'id'],
  client: ['client'],
  contact: ['contact'],
  email: ['email'],
  subject: ['subject'],
  kind: ['kind', 'group2'],
  priority: ['priority', 'group1'],
  team: ['team', 'group', 'group3'],
  opened: ['opened', 'opened_at'],
  resolved: ['resolved', 'resolved_at'],
  closed: ['closed', 'closed_at'],
} as const;
export type Field = keyof typeof FIELDS;
export const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name);

/** The column each field is read from; a field that is not named here is looked for under its usual names. */
export type Mapping = Readonly<Partial<Record<Field, string>>>;

/** The fields this file has, by its head; what was named but is not there is listed. */
export function columnsOf(head: readonly string[], mapping: Mapping): { columns: Mapping; missing: string[] } {
  const columns: Partial<Record<Field, string>> = {};
  const missing: string[] = [];
  for (const field of Object.keys(FIELDS) as Field[]) {
    const named = mapping[field];
    const found = named ?? FIELDS[field].find((name) => head.includes(name));
    if (found !== undefined && head.includes(found)) columns[field] = found;
    else if (named !== undefined) missing.push(named);
    else if (field === 'reference' || field === 'opened') missing.push(FIELDS[field].join(' or '));
  }
  return { columns, missing };
}

const ADDRESS = /^(?:(.*?)\s*<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>?$/;
const LONGEST = 500;

/** Reads one row, or says why not. A time without an offset is local time in `zone`. */
export function readRow(
  row: Readonly<Record<string, string>>,
  columns: Mapping,
  zone: string,
  now: Instant,
): Result<PastRequest> {
  const of = (field: Field): string => (row[columns[field] ?? ''] ?? '').trim();
  const short = (field: Field): string | null => of(field).slice(0, 200) || null;
  const key = of('reference');
  if (key === '' || key.length > 200) return refuse('no reference, or one longer than 200 characters');
  const times: Partial<Record<'opened' | 'resolved' | 'closed', Instant>> = {};
  for (const field of ['opened', 'resolved', 'closed'] as const) {
    if (of(field) === '') continue;
    const at = parseTime(of(field), zone)?.instant;
    if (at === undefined) return refuse(`${field} is no time: "${of(field).slice(0, 40)}"`);
    if (at > now) return refuse(`${field} lies in the future: ${of(field)}`);
    times[field] = at;
  }
  const { opened, closed = null } = times;
  const resolved = times.resolved ?? closed;
  if (opened === undefined) return refuse('opened is empty');
  if (resolved !== null && resolved < opened) return refuse('resolved is before opened');
  if (closed !== null && resolved !== null && closed < resolved) return refuse('closed is before resolved');
  const kind = short('kind') ?? 'general';
  const subject = of('subject').slice(0, LONGEST) || (kind === 'general' ? key : `${kind} · ${key}`);
  return ok({
    key,
    client: short('client'),
    contact: contactOf(of('contact'), of('email')),
    subject,
    kind,
    priority: short('priority'),
    team: short('team'),
    opened,
    resolved,
    closed: closed ?? resolved,
  });
}

/** Without an address a name is nobody Parley could ever write to. */
function contactOf(contact: string, email: string): PastRequest['contact'] {
  const found = ADDRESS.exec(email) ?? ADDRESS.exec(contact);
  const address = found?.[2]?.toLowerCase();
  if (!address || address.length > 254) return null;
  const named = ADDRESS.test(contact) ? found?.[1] : contact;
  return { name: (named?.trim() || address).slice(0, LONGEST), email: address };
}
