export { roomLink } from './open-room.ts';
