import type coach from '../../messages/en/coach.json';
import type refusals from '../../messages/en/refusals.json';
import type deskCoach from '../../messages/en/desk-coach.json';
import type deskPlaybooks from '../../messages/en/desk-playbooks.json';
import type deskMailboxes from '../../messages/en/desk-mailboxes.json';
import type deskReview from '../../messages/en/desk-review.json';
import type deskDates from '../../messages/en/desk-dates.json';
import type deskSituations from '../../messages/en/desk-situations.json';
import type deskList from '../../messages/en/desk-list.json';
import type deskStandard from '../../messages/en/desk-standard.json';
import type deskShell from '../../messages/en/desk-shell.json';
import type deskPeople from '../../messages/en/desk-people.json';
import type deskWork from '../../messages/en/desk-work.json';
import type deskVisits from '../../messages/en/desk-visits.json';
import type roomVisits from '../../messages/en/room-visits.json';
import type deskAbsence from '../../messages/en/desk-absence.json';
import type deskTable from '../../messages/en/desk-table.json';
import type roomSituations from '../../messages/en/room-situations.json';
import type roomTable from '../../messages/en/room-table.json';
import type review from '../../messages/en/review.json';
import type room from '../../messages/en/room.json';
import type shared from '../../messages/en/shared.json';

type Of<Namespace extends string, Messages> = `${Namespace}.${keyof Messages & string}`;

/** Every key a page may say, read from the English catalogues by the compiler. A new namespace adds its line here. */
export type Key =
  | Of<'refusals', typeof refusals>
  | Of<'shared', typeof shared>
  | Of<'review', typeof review>
  | Of<'room', typeof room>
  | Of<'coach', typeof coach>
  | Of<'desk-coach', typeof deskCoach>
  | Of<'desk-mailboxes', typeof deskMailboxes>
  | Of<'desk-review', typeof deskReview>
  | Of<'desk-dates', typeof deskDates>
  | Of<'desk-list', typeof deskList>
  | Of<'desk-standard', typeof deskStandard>
  | Of<'desk-shell', typeof deskShell>
  | Of<'desk-work', typeof deskWork>
  | Of<'desk-people', typeof deskPeople>
  | Of<'desk-absence', typeof deskAbsence>
  | Of<'desk-table', typeof deskTable>
  | Of<'desk-playbooks', typeof deskPlaybooks>
  | Of<'desk-situations', typeof deskSituations>
  | Of<'room-situations', typeof roomSituations>
  | Of<'desk-visits', typeof deskVisits>
  | Of<'room-visits', typeof roomVisits>
  | Of<'room-table', typeof roomTable>;
