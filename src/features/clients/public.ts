export { markBounced } from './bounced.store.ts';
export { nextOfficeDay, officeHours } from './business-hours.ts';
export {
  agreementsOf,
  contactsOf,
  findByAddress,
  findClient,
  findContact,
  insertAgreement,
  insertClient,
  insertContact,
  productsOf,
} from './clients.store.ts';
