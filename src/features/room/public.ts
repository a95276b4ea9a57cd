export { roomLink } from './open-room.ts';
export { peopleOfRoom, revokeLinksOf } from './room-people.store.ts';
