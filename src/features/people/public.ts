export { offerSetup } from './identity.store.ts';
export { findMember, insertMember } from './people.store.ts';
export { foundWorkspace } from './set-up.ts';
