export { offerSetup } from './identity.store.ts';
export { findMember, insertMember, listActiveMembers } from './people.store.ts';
export { foundWorkspace } from './set-up.ts';
