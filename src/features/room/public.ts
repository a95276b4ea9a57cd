export { contactOf, roomLink } from './open-room.ts';
export { revokeLinksOf } from './room.store.ts';
