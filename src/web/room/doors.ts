import type * as accords from '../../contract/accords.ts';
import type * as closing from '../../contract/closing.ts';
import type * as conflict from '../../contract/conflict.ts';
import type * as conversation from '../../contract/conversation.ts';
import type * as listening from '../../contract/listening.ts';
import type * as methodChange from '../../contract/method-change.ts';
import type * as negotiation from '../../contract/negotiation.ts';
import type * as review from '../../contract/review.ts';
import type * as room from '../../contract/room.ts';
import type * as situations from '../../contract/situations.ts';
import type * as table from '../../contract/table.ts';
import type * as triage from '../../contract/triage.ts';
import type * as visits from '../../contract/visits.ts';
import { door } from '../api.ts';

export const openRoom = door<typeof room.openRoom>('POST', '/api/room/session');
export const leaveRoom = door<typeof room.leaveRoom>('POST', '/api/room/leave');
export const roomMe = door<typeof room.roomMe>('GET', '/api/room/me');
export const sendCode = door<typeof room.sendCode>('POST', '/api/room/code');
export const proveMailbox = door<typeof room.proveMailbox>('POST', '/api/room/proof');
export const roomRequests = door<typeof room.roomRequests>('GET', '/api/room/requests');
export const roomRequest = door<typeof room.roomRequest>('GET', '/api/room/requests/:id');
export const disputeEntry = door<typeof listening.disputeEntry>(
  'POST',
  '/api/room/requests/:id/entries/:entryId/dispute',
);
export const addOwnEntry = door<typeof listening.addOwnEntry>('POST', '/api/room/requests/:id/entries');
export const answerOpenQuestion = door<typeof listening.answerOpenQuestion>(
  'POST',
  '/api/room/requests/:id/entries/:entryId/answer',
);
export const placeByClient = door<typeof triage.placeByClient>('POST', '/api/room/requests/:id/placement');
export const takeStance = door<typeof negotiation.takeStanceInRoom>(
  'POST',
  '/api/room/requests/:id/options/:optionId/stance',
);
export const pickOption = door<typeof table.pickOptionInRoom>('POST', '/api/room/requests/:id/options/:optionId/pick');
export const withdrawStance = door<typeof table.withdrawStanceInRoom>(
  'POST',
  '/api/room/requests/:id/options/:optionId/stance/withdraw',
);
export const proposeOption = door<typeof negotiation.proposeOption>('POST', '/api/room/requests/:id/options');
export const declineToDiscuss = door<typeof negotiation.declineToDiscuss>('POST', '/api/room/requests/:id/decline');
export const talkAfterAll = door<typeof table.talkAfterAll>('POST', '/api/room/requests/:id/talk');
export const takeNewWay = door<typeof methodChange.takeNewWay>(
  'POST',
  '/api/room/requests/:id/method-changes/:changeId/take',
);
export const stayWithAgreed = door<typeof methodChange.stayWithAgreed>(
  'POST',
  '/api/room/requests/:id/method-changes/:changeId/stay',
);
export const sendClaims = door<typeof situations.sendClaims>('POST', '/api/room/requests/:id/claims');
export const nameDecider = door<typeof conflict.nameDeciderInRoom>('POST', '/api/room/requests/:id/decision-maker');
export const decideConflict = door<typeof conflict.decideConflict>('POST', '/api/room/requests/:id/conflict/decision');
export const signAccord = door<typeof accords.signAccordInRoom>('POST', '/api/room/accords/:id/sign');
export const answerClosing = door<typeof closing.answerClosing>('POST', '/api/room/requests/:id/closing');
export const writeInRoom = door<typeof conversation.writeInRoom>('POST', '/api/room/requests/:id/messages');
export const roomReviews = door<typeof review.roomReviews>('GET', '/api/room/reviews');
export const roomReview = door<typeof review.roomReview>('GET', '/api/room/reviews/:id');
export const proposeAction = door<typeof review.proposeActionInRoom>('POST', '/api/room/reviews/:id/actions');
export const agreeAction = door<typeof review.agreeActionInRoom>('POST', '/api/room/review-actions/:id/agree');
export const listVisits = door<typeof visits.roomVisits>('GET', '/api/room/visits');
export const confirmVisit = door<typeof visits.confirmVisit>('POST', '/api/room/visits/:id/confirm');
