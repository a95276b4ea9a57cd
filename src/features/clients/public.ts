export {
  agreementsOf,
  contactsOf,
  findByAddress,
  findClient,
  findContact,
  insertAgreement,
  insertClient,
  insertContact,
} from './clients.store.ts';
