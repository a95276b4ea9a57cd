import { Temporal } from 'temporal-polyfill';

/** One entry of a calendar file. Times are instants (ms UTC), written in UTC so that every program shows the same moment. */
export type IcsEvent = {
  /** Stays the same for life: an update or a cancellation is found by it. */
  readonly uid: string;
  /** Raised with every change that the reader should see. */
  readonly sequence: number;
  readonly changedAt: number;
  readonly when:
    | { readonly from: number; readonly to: number }
    /** Whole local dates `2026-03-14`, the last one included. */
    | { readonly firstDay: string; readonly lastDay: string };
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** Does not block the time: reminders and due dates. */
  readonly free?: boolean;
  readonly organizer?: { readonly name: string; readonly email: string };
  readonly attendees?: readonly { readonly name: string; readonly email: string }[];
};

export type IcsFile = {
  /** `publish` for feeds and files, `request` to invite or update, `cancel` to call off. */
  readonly method: 'publish' | 'request' | 'cancel';
  readonly name?: string;
  /** How often a subscriber should look again, minutes. */
  readonly refreshMinutes?: number;
  readonly events: readonly IcsEvent[];
};

/** A calendar file by RFC 5545: CRLF, lines folded at 75 octets, texts escaped, one VEVENT per entry. */
export function writeIcs(file: IcsFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parley//Parley//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${file.method.toUpperCase()}`,
    ...(file.name ? [`X-WR-CALNAME:${escape(file.name)}`, `NAME:${escape(file.name)}`] : []),
    ...(file.refreshMinutes ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${Math.round(file.refreshMinutes)}M`] : []),
    ...file.events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: IcsEvent): string[] {
  const text = (name: string, value: string | undefined): string[] => (value ? [`${name}:${escape(value)}`] : []);
  return [
    'BEGIN:VEVENT',
    `UID:${escape(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    ...whenLines(event.when),
    ...text('SUMMARY', event.summary),
    ...text('DESCRIPTION', event.description),
    ...text('LOCATION', event.location),
    // A URI is no text: nothing is escaped in it, so it must hold no line break.
    ...(event.url ? [`URL:${event.url.replace(/[\r\n]/g, '')}`] : []),
    `STATUS:${event.status.toUpperCase()}`,
    `TRANSP:${event.free ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.organizer ? [`ORGANIZER;CN=${parameter(event.organizer.name)}:${mailto(event.organizer.email)}`] : []),
    ...(event.attendees ?? []).map(
      (a) => `ATTENDEE;CN=${parameter(a.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${mailto(a.email)}`,
    ),
    'END:VEVENT',
  ];
}

function whenLines(when: IcsEvent['when']): string[] {
  if ('from' in when) return [`DTSTART:${utc(when.from)}`, `DTEND:${utc(when.to)}`];
  const after = Temporal.PlainDate.from(when.lastDay).add({ days: 1 }); // the end of a date is not part of it
  const plain = (date: string): string => date.replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${plain(when.firstDay)}`, `DTEND;VALUE=DATE:${plain(after.toString())}`];
}

const utc = (t: number): string =>
  `${Temporal.Instant.fromEpochMilliseconds(t).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`;

// Other control characters may not stand in a text at all.
const clean = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '');

const escape = (text: string): string =>
  clean(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Quoted; by RFC 6868 a quote is ^' and a caret ^^ in a parameter. */
const parameter = (text: string): string =>
  `"${clean(text).replaceAll('^', '^^').replaceAll('"', "^'").replace(/\n/g, '^n')}"`;

const mailto = (email: string): string => `mailto:${email.replace(/[^\P{Cc}]|\s/gu, '')}`;

const LIMIT = 75;
const bytes = new TextEncoder();

/** §3.1: no line over 75 octets; the break never falls inside a character. */
function fold(line: string): string {
  if (bytes.encode(line).length <= LIMIT) return line;
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const char of line) {
    const length = bytes.encode(char).length;
    // The blank that begins a continuation counts.
    if (size + length > (parts.length === 0 ? LIMIT : LIMIT - 1)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += char;
    size += length;
  }
  return [...parts, part].join('\r\n ');
}
