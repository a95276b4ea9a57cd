export { type CalendarPart, enqueueMail } from './enqueue-mail.ts';
export { mailIdentity } from './identity.store.ts';
export { holdAutomaticMails, keptQuiet, letAutomaticMailsGo } from './quiet.store.ts';
export { withdrawMail } from './outbox.store.ts';
