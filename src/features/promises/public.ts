export { insertApproval } from './approval.store.ts';
export { activeMember, firmOf, limitsOf } from './firm.store.ts';
export { giveTimeBack, insertPromise, passPromisesOn, promisesOf } from './promise.store.ts';
export { makePromise } from './make-promise.ts';
export { settlePromise } from './settle-promise.ts';
