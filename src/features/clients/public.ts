export { agreementsOf, insertAgreement, productsOf } from './agreement.store.ts';
export { markBounced } from './bounced.store.ts';
export { nextOfficeDay, officeHours } from './business-hours.ts';
export { findClient, insertClient } from './clients.store.ts';
export { contactsOf, findByAddress, findContact, insertContact } from './contact.store.ts';
