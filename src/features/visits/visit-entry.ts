import { type IcsEvent, writeIcs } from '../../platform/calendar/ics-write.ts';
import type { VisitRecord } from './visit.store.ts';

export type EntryFacts = Pick<VisitRecord, 'id' | 'sequence' | 'window' | 'purpose' | 'place' | 'state' | 'names'>;

type Person = { name: string; email: string };

/** A visit as a calendar entry. Its UID stays for life; the sequence says which of two versions is newer (RFC 5546). */
export function entryOf(visit: EntryFacts, now: number): IcsEvent {
  return {
    uid: `visit-${visit.id}@parley`,
    sequence: visit.sequence,
    changedAt: now,
    when: { from: visit.window.from, to: visit.window.to },
    summary: visit.purpose,
    ...(visit.place ? { location: visit.place } : {}),
    description: visit.names.map((n) => n.name).join(', '),
    status: visit.state === 'called-off' ? 'cancelled' : visit.state === 'planned' ? 'tentative' : 'confirmed',
  };
}

/** The file that goes with a letter: an invitation, its update, or a cancellation. */
export const writeEntry = (
  visit: EntryFacts,
  method: 'request' | 'cancel',
  parties: { organizer: Person; attendee: Person },
  now: number,
): string => {
  const { organizer, attendee } = parties;
  const entry = { ...entryOf(visit, now), organizer, attendees: [attendee] };
  const event = method === 'cancel' ? { ...entry, status: 'cancelled' as const } : entry;
  return writeIcs({ method, events: [event] });
};
