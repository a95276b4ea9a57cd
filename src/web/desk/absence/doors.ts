import type * as absence from '../../../contract/absence.ts';
import { door } from '../../api.ts';

export const getTheirs = door<typeof absence.theirs>('GET', '/api/members/:id/theirs');
export const setAbsence = door<typeof absence.setAbsence>('PUT', '/api/members/:id/absence');
export const endAbsence = door<typeof absence.endAbsence>('DELETE', '/api/members/:id/absence');
export const passOn = door<typeof absence.passOn>('POST', '/api/members/:id/pass-on');
export const undoPassOn = door<typeof absence.undoPassOn>('POST', '/api/pass-ons/:id/undo');
export const getStandInLetter = door<typeof absence.standInLetter>('GET', '/api/requests/:id/stand-in-letter');
export const sendStandInLetter = door<typeof absence.sendStandInLetter>('POST', '/api/requests/:id/stand-in-letter');
