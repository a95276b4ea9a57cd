import type * as accords from '../../contract/accords.ts';
import type * as clientPromises from '../../contract/client-promises.ts';
import type * as clients from '../../contract/clients.ts';
import type * as closing from '../../contract/closing.ts';
import type * as coach from '../../contract/coach.ts';
import type * as conflict from '../../contract/conflict.ts';
import type * as conversation from '../../contract/conversation.ts';
import type * as forecast from '../../contract/forecast.ts';
import type * as handover from '../../contract/handover.ts';
import type * as listening from '../../contract/listening.ts';
import type * as mail from '../../contract/mail.ts';
import type * as mailboxes from '../../contract/mailboxes.ts';
import type * as methodChange from '../../contract/method-change.ts';
import type * as merge from '../../contract/merge.ts';
import type * as negotiation from '../../contract/negotiation.ts';
import type * as obstacles from '../../contract/obstacles.ts';
import type * as outside from '../../contract/outside.ts';
import type * as people from '../../contract/people.ts';
import type * as playbooks from '../../contract/playbooks.ts';
import type * as promises from '../../contract/promises.ts';
import type * as succession from '../../contract/succession.ts';
import type * as table from '../../contract/table.ts';
import type * as requests from '../../contract/requests.ts';
import type * as review from '../../contract/review.ts';
import type * as roomPeople from '../../contract/room-people.ts';
import type * as situations from '../../contract/situations.ts';
import type * as today from '../../contract/today.ts';
import type * as triage from '../../contract/triage.ts';
import type * as worklist from '../../contract/worklist.ts';
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
export const getCoaching = door<typeof coach.coaching>('GET', '/api/requests/:id/coach');
export const reportShowings = door<typeof coach.reportShowings>('POST', '/api/coach/showings');
export const callWrong = door<typeof coach.callWrong>('POST', '/api/coach/wrong');
export const hushHint = door<typeof coach.hush>('POST', '/api/coach/hush');
export const listRules = door<typeof coach.listRules>('GET', '/api/coach/rules');
export const changeRule = door<typeof coach.changeRule>('PUT', '/api/coach/rules/:rule');
export const listSentAnyway = door<typeof coach.listSentAnyway>('GET', '/api/coach/sent-anyway');
export const addEntry = door<typeof listening.addEntry>('POST', '/api/requests/:id/entries');
export const saidAgain = door<typeof listening.saidAgain>('POST', '/api/requests/:id/entries/:entryId/said-again');
export const answerQuestion = door<typeof listening.answerQuestion>(
  'POST',
  '/api/requests/:id/entries/:entryId/answer',
);
export const changeEntry = door<typeof listening.changeEntry>('PUT', '/api/requests/:id/entries/:entryId');
export const getBoard = door<typeof triage.board>('GET', '/api/board');
export const placeRequest = door<typeof triage.placeRequest>('POST', '/api/requests/:id/placements');
export const getSameAsk = door<typeof table.sameAsk>('GET', '/api/requests/:id/same-ask');
export const linkSameAsk = door<typeof table.linkSameAsk>('PUT', '/api/requests/:id/same-ask/:toId');
export const listObstacles = door<typeof obstacles.listObstacles>('GET', '/api/obstacles');
export const liftObstacle = door<typeof obstacles.liftObstacle>('POST', '/api/obstacles/:id/lift');
export const recordJustDoIt = door<typeof table.recordJustDoIt>('POST', '/api/requests/:id/just-do-it');
export const getBenefitMessage = door<typeof table.benefitMessage>('GET', '/api/requests/:id/benefit-message');
export const sendBenefit = door<typeof table.sendBenefit>('POST', '/api/requests/:id/benefit-message');
export const getOutside = door<typeof outside.outsideAgreement>('GET', '/api/requests/:id/outside-agreement');
export const answerOutside = door<typeof outside.answerOutside>('POST', '/api/requests/:id/outside-agreement');
export const openConflict = door<typeof conflict.openConflict>('POST', '/api/requests/:id/conflict');
export const sendNoticeAgain = door<typeof conflict.sendNoticeAgain>('POST', '/api/requests/:id/conflict/notice');
export const nameDecider = door<typeof conflict.nameDecider>('PUT', '/api/requests/:id/decision-maker');
export const recordDecision = door<typeof conflict.recordDecision>('POST', '/api/requests/:id/conflict/decision');
export const getClientPromises = door<typeof clientPromises.clientPromises>('GET', '/api/requests/:id/client-promises');
export const remindClient = door<typeof clientPromises.remindClient>('POST', '/api/promises/:id/remind');
export const offerShift = door<typeof clientPromises.offerShift>('POST', '/api/requests/:id/shift');
export const getReminderSetting = door<typeof clientPromises.reminderSetting>('GET', '/api/reminder-setting');
export const setReminders = door<typeof clientPromises.setReminders>('PUT', '/api/reminder-setting');
export const getInheritance = door<typeof succession.inheritanceOf>('GET', '/api/contacts/:id/inheritance');
export const contactGone = door<typeof succession.contactGone>('POST', '/api/contacts/:id/gone');
export const contactBack = door<typeof succession.contactBack>('POST', '/api/contacts/:id/back');
export const getGoneLetter = door<typeof succession.goneLetter>('GET', '/api/contacts/:id/gone-letter');
export const sendGoneLetter = door<typeof succession.sendGoneLetter>('POST', '/api/contacts/:id/gone-letter');
export const getHandover = door<typeof handover.handoverOf>('GET', '/api/requests/:id/handover');
export const handOver = door<typeof handover.handOver>('POST', '/api/requests/:id/handovers');
export const askBack = door<typeof handover.askBack>('POST', '/api/handovers/:id/ask');
export const answerBack = door<typeof handover.answerBack>('POST', '/api/handovers/:id/answer');
export const receiveHandover = door<typeof handover.receiveHandover>('POST', '/api/handovers/:id/receive');
export const withdrawHandover = door<typeof handover.withdrawHandover>('POST', '/api/handovers/:id/withdraw');
export const tellWhoHasIt = door<typeof handover.tellWhoHasIt>('POST', '/api/handovers/:id/tell');
export const getRoomPeople = door<typeof roomPeople.roomPeople>('GET', '/api/requests/:id/room-people');
export const inviteIntoRoom = door<typeof roomPeople.inviteIntoRoom>(
  'POST',
  '/api/requests/:id/room-people/:contactId',
);
export const revokeLinks = door<typeof roomPeople.revokeLinks>(
  'DELETE',
  '/api/requests/:id/room-people/:contactId/links',
);
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
export const askOtherWay = door<typeof methodChange.askOtherWay>('POST', '/api/requests/:id/method-changes');
export const getClaimsLetter = door<typeof situations.claimsLetter>(
  'GET',
  '/api/requests/:id/claims-letter/:contactId',
);
export const logHeated = door<typeof situations.logHeated>('POST', '/api/requests/:id/heated');
export const endHeated = door<typeof situations.endHeated>('POST', '/api/requests/:id/heated/:heatedId/end');
export const recordUnsaid = door<typeof situations.recordUnsaid>('POST', '/api/requests/:id/unsaid');
export const getReadyWays = door<typeof situations.readyWays>('GET', '/api/requests/:id/ways');
export const listPlaybooks = door<typeof playbooks.listPlaybooks>('GET', '/api/playbooks');
export const writePlaybook = door<typeof playbooks.writePlaybook>('POST', '/api/playbooks');
export const changePlaybook = door<typeof playbooks.changePlaybook>('PUT', '/api/playbooks/:id');
export const archivePlaybook = door<typeof playbooks.archivePlaybook>('DELETE', '/api/playbooks/:id');
export const startPlaybook = door<typeof playbooks.startPlaybook>('POST', '/api/requests/:id/playbooks');
export const declinePlaybook = door<typeof playbooks.declinePlaybook>('POST', '/api/requests/:id/playbooks/decline');
export const movePlaybook = door<typeof playbooks.movePlaybook>('POST', '/api/requests/:id/playbooks/:runId');
export const getPlaybookLetter = door<typeof playbooks.playbookLetter>(
  'GET',
  '/api/requests/:id/playbooks/:runId/letters/:step',
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
export const listReviews = door<typeof review.listReviews>('GET', '/api/reviews');
export const openReview = door<typeof review.openReview>('POST', '/api/reviews');
export const getReview = door<typeof review.getReview>('GET', '/api/reviews/:id');
export const writeReview = door<typeof review.writeReview>('PUT', '/api/reviews/:id');
export const shareReview = door<typeof review.shareReview>('POST', '/api/reviews/:id/share');
export const proposeAction = door<typeof review.proposeAction>('POST', '/api/reviews/:id/actions');
export const moveAction = door<typeof review.moveAction>('POST', '/api/review-actions/:id');
export const getInsights = door<typeof review.insights>('GET', '/api/insights');
export const suggestDate = door<typeof forecast.suggestDate>('GET', '/api/requests/:id/forecast');
export const listKinds = door<typeof forecast.requestKinds>('GET', '/api/forecast/kinds');
export const describeRequest = door<typeof requests.describeRequest>('PUT', '/api/requests/:id/kind');
export const listSimilar = door<typeof forecast.similarRequests>('GET', '/api/requests/:id/similar');
export const getCalibration = door<typeof forecast.calibration>('GET', '/api/forecast/calibration');
export const listViews = door<typeof worklist.listViews>('GET', '/api/views');
export const saveView = door<typeof worklist.saveView>('POST', '/api/views');
export const dropView = door<typeof worklist.dropView>('DELETE', '/api/views/:id');
export const snooze = door<typeof worklist.snooze>('PUT', '/api/today/snooze');
export const watchRequest = door<typeof worklist.watchRequest>('PUT', '/api/requests/:id/watch');
export const changeMany = door<typeof worklist.changeMany>('POST', '/api/requests/bulk');
export const getServiceStandard = door<typeof coach.serviceStandard>('GET', '/api/coach/standard');
export const wordValue = door<typeof coach.wordValue>('PUT', '/api/coach/standard/:value');
export const getListeningTrend = door<typeof coach.listeningTrend>('GET', '/api/coach/trends');
export const listMailboxAccounts = door<typeof mailboxes.listMailboxAccounts>('GET', '/api/settings/mailboxes');
export const addMailbox = door<typeof mailboxes.addMailbox>('POST', '/api/settings/mailboxes');
export const changeMailbox = door<typeof mailboxes.changeMailbox>('PUT', '/api/settings/mailboxes/:id');
export const removeMailbox = door<typeof mailboxes.removeMailbox>('DELETE', '/api/settings/mailboxes/:id');
export const tryMailbox = door<typeof mailboxes.tryMailbox>('GET', '/api/settings/mailboxes/:id/try');
export const setAuthserv = door<typeof mailboxes.setAuthserv>('PUT', '/api/settings/authserv');
export const mergeRequests = door<typeof merge.mergeRequests>('POST', '/api/requests/:id/merge');
export const splitRequest = door<typeof merge.splitRequest>('POST', '/api/requests/:id/split');
