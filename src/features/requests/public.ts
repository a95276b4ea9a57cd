export { stepWords } from './step-words.ts';
export {
  type LockedRequest,
  type RequestChange,
  expectVersion,
  insertRequest,
  lockRequest,
  refOf,
  saveRequest,
} from './request.store.ts';
