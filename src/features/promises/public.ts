export { insertApproval } from './approval.store.ts';
export { activeMember, firmOf, limitsOf } from './firm.store.ts';
export { linkReplacement, passPromisesOn } from './promise-moves.store.ts';
export { countForClient, findPromise, insertPromise, promisesOf, updatePromise } from './promise.store.ts';
export { listApprovals } from './list-approvals.ts';
export { makePromise } from './make-promise.ts';
export { replacePromise, settlePromise } from './settle-promise.ts';
export { giveTimeBack, moveWithClient } from './promise-dates.store.ts';
