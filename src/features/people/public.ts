export { findMember, listActiveMembers } from './people.store.ts';
export { foundWorkspace } from './set-up.ts';
