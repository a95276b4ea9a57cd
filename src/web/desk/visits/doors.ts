import type * as visits from '../../../contract/visits.ts';
import { door } from '../../api.ts';

export const listVisits = door<typeof visits.listVisits>('GET', '/api/visits');
export const checkVisit = door<typeof visits.checkVisit>('POST', '/api/visits/check');
export const planVisit = door<typeof visits.planVisit>('POST', '/api/visits');
export const changePeople = door<typeof visits.changePeople>('PUT', '/api/visits/:id/people');
export const moveVisit = door<typeof visits.moveVisit>('POST', '/api/visits/:id/move');
export const endVisit = door<typeof visits.endVisit>('POST', '/api/visits/:id/end');
export const getVisitMessage = door<typeof visits.visitMessage>('GET', '/api/visits/:id/message');
export const sendVisitMessage = door<typeof visits.sendVisitMessage>('POST', '/api/visits/:id/message');
export const settleClash = door<typeof visits.settleClash>('PUT', '/api/visits/:id/clashes/:otherId');
export const getHouseRules = door<typeof visits.houseRules>('GET', '/api/house-rules');
export const setHouseRules = door<typeof visits.setHouseRules>('PUT', '/api/house-rules');
