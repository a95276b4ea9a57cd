import type * as accords from '../../contract/accords.ts';
import type * as clients from '../../contract/clients.ts';
import type * as closing from '../../contract/closing.ts';
import type * as conversation from '../../contract/conversation.ts';
import type * as listening from '../../contract/listening.ts';
import type * as mail from '../../contract/mail.ts';
import type * as negotiation from '../../contract/negotiation.ts';
import type * as people from '../../contract/people.ts';
import type * as promises from '../../contract/promises.ts';
import type * as table from '../../contract/table.ts';
import type * as requests from '../../contract/requests.ts';
import type * as today from '../../contract/today.ts';
import type * as triage from '../../contract/triage.ts';
import { door } from '../api.ts';

export const getToday = door<typeof today.today>('GET', '/api/today');
export const listRequests = door<typeof requests.listRequests>('GET', '/api/requests');
export const getRequest = door<typeof requests.getRequest>('GET', '/api/requests/:id');
export const createRequest = door<typeof requests.createRequest>('POST', '/api/requests');
export const setNextStep = door<typeof requests.setNextStep>('PUT', '/api/requests/:id/next-step');
export const setParties = door<typeof requests.setParties>('PUT', '/api/requests/:id/parties');
export const movePhase = door<typeof requests.movePhase>('POST', '/api/requests/:id/phase');
export const getTimeline = door<typeof requests.timeline>('GET', '/api/requests/:id/timeline');
export const reply = door<typeof conversation.reply>('POST', '/api/requests/:id/replies');
export const undoSend = door<typeof conversation.undoSend>('POST', '/api/messages/:id/undo');
export const addNote = door<typeof conversation.addNote>('POST', '/api/requests/:id/notes');
export const acceptSender = door<typeof conversation.verifySender>('POST', '/api/messages/:id/accept-sender');
export const addEntry = door<typeof listening.addEntry>('POST', '/api/requests/:id/entries');
export const saidAgain = door<typeof listening.saidAgain>('POST', '/api/requests/:id/entries/:entryId/said-again');
export const answerQuestion = door<typeof listening.answerQuestion>(
  'POST',
  '/api/requests/:id/entries/:entryId/answer',
);
export const changeEntry = door<typeof listening.changeEntry>('PUT', '/api/requests/:id/entries/:entryId');
export const getBoard = door<typeof triage.board>('GET', '/api/board');
export const placeRequest = door<typeof triage.placeRequest>('POST', '/api/requests/:id/placements');
export const setDifficulty = door<typeof triage.setDifficulty>('PUT', '/api/requests/:id/difficulty');
export const skipInterest = door<typeof triage.skipInterest>('POST', '/api/requests/:id/skip-interest');
export const collectForReview = door<typeof triage.collectForReview>('POST', '/api/requests/:id/collect');
export const getInvitation = door<typeof negotiation.invitation>('GET', '/api/requests/:id/invitation');
export const inviteToTalk = door<typeof negotiation.inviteToTalk>('POST', '/api/requests/:id/invite');
export const draftOption = door<typeof negotiation.draftOption>('POST', '/api/requests/:id/options');
export const editOption = door<typeof negotiation.editOption>('PUT', '/api/requests/:id/options/:optionId');
export const openRound = door<typeof negotiation.openRound>('POST', '/api/requests/:id/rounds');
export const takeStance = door<typeof negotiation.takeStance>('POST', '/api/requests/:id/options/:optionId/stance');
export const pickOption = door<typeof table.pickOption>('POST', '/api/requests/:id/options/:optionId/pick');
export const withdrawStance = door<typeof table.withdrawStance>(
  'POST',
  '/api/requests/:id/options/:optionId/stance/withdraw',
);
export const startPause = door<typeof negotiation.startPause>('POST', '/api/requests/:id/pauses');
export const signAccord = door<typeof accords.signAccord>('POST', '/api/accords/:id/sign');
export const askAccordApproval = door<typeof accords.askAccordApproval>('POST', '/api/accords/:id/ask-approval');
export const makePromise = door<typeof promises.makePromise>('POST', '/api/requests/:id/promises');
export const settlePromise = door<typeof promises.settlePromise>('POST', '/api/promises/:id/settle');
export const movePromise = door<typeof promises.movePromise>('POST', '/api/promises/:id/move');
export const listPromises = door<typeof promises.listPromises>('GET', '/api/promises');
export const getPromiseFigures = door<typeof promises.promiseFigures>('GET', '/api/promises/figures');
export const listApprovals = door<typeof promises.listApprovals>('GET', '/api/approvals');
export const answerApproval = door<typeof promises.answerApproval>('POST', '/api/approvals/:id/answer');
export const getClosingDraft = door<typeof closing.closingDraft>('GET', '/api/requests/:id/closing-draft');
export const sendClosing = door<typeof closing.sendClosing>('POST', '/api/requests/:id/closings');
export const waiveClosing = door<typeof closing.waiveClosing>('POST', '/api/requests/:id/waive-closing');
export const listClients = door<typeof clients.listClients>('GET', '/api/clients');
export const getClient = door<typeof clients.getClient>('GET', '/api/clients/:id');
export const createClient = door<typeof clients.createClient>('POST', '/api/clients');
export const createContact = door<typeof clients.createContact>('POST', '/api/clients/:id/contacts');
export const putAgreement = door<typeof clients.putAgreement>('POST', '/api/clients/:id/agreements');
export const addProduct = door<typeof clients.addProduct>('POST', '/api/clients/:id/products');
export const listMembers = door<typeof people.listMembers>('GET', '/api/members');
export const changeMember = door<typeof people.changeMember>('PUT', '/api/members/:id');
export const invite = door<typeof people.invite>('POST', '/api/invitations');
export const withdrawInvitation = door<typeof people.withdrawInvitation>('DELETE', '/api/invitations/:id');
export const listKeptAside = door<typeof mail.listKeptAside>('GET', '/api/mail/kept-aside');
export const retryMail = door<typeof mail.retryMail>('POST', '/api/mail/:id/retry');
export const listTroubledOutbox = door<typeof mail.listTroubledOutbox>('GET', '/api/mail/outbox');
export const settleOutbox = door<typeof mail.settleOutbox>('POST', '/api/mail/outbox/:id/settle');
export const getMailboxes = door<typeof mail.mailboxes>('GET', '/api/mailboxes');
