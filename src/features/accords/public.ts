export { accordsOf, nextAccordNumber } from './accord.store.ts';
export { endUnsigned } from './end-unsigned.ts';
export { exportAccord } from './export-accord.ts';
export { type Verdict, verifyAccord } from './verify-accord.ts';
export { demandOfAccord } from './demand.store.ts';
export { drawUpAccord } from './draw-up-accord.ts';
export { toTerms, wordingHash } from './terms.ts';
