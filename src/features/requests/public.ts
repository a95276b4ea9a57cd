export { assignRequest, describeRequest } from './change-request.ts';
export { stepWords } from './step-words.ts';
export {
  type LockedRequest,
  type RequestChange,
  expectVersion,
  insertRequest,
  lockRequest,
  refOf,
  refsOf,
  saveRequest,
} from './request.store.ts';
