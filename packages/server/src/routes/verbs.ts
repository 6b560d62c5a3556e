/** Every verb of the desk. One verb, one file, one page in docs/actions, one test. */
import { downloadArchive } from './archive/download.ts'
import { showArchiveKey } from './archive/key.ts'
import { readAccountLog } from './audit/accounts.ts'
import { showAuditDay } from './audit/day.ts'
import { exportAudit } from './audit/export.ts'
import { listAudit } from './audit/list.ts'
import { verifyRecords } from './audit/verify.ts'
import { showAccess } from './access/show.ts'
import { showDossier } from './case/dossier.ts'
import { showCaseEvidence } from './case/evidence.ts'
import { showHistory } from './case/history.ts'
import { listCases } from './case/list.ts'
import { openCaseRoute } from './case/open.ts'
import { downloadCaseDocument } from './case/document.ts'
import { downloadOptionsPaper } from './case/options-paper.ts'
import { listProceduresElsewhere } from './case/procedures-elsewhere.ts'
import { showRecorders } from './case/recorders.ts'
import { showConfidenceReport } from './confidence/report.ts'
import { downloadConfidenceReport } from './confidence/report-file.ts'
import { showConfidence } from './confidence/show.ts'
import { listContactChecks } from './contact-check/list.ts'
import { lookAtContactLink } from './contact-check/look.ts'
import { replyToContactCheck } from './contact-check/reply.ts'
import { startContactChecks } from './contact-check/start.ts'
import { setContactSchedule } from './contact-schedule/set.ts'
import { showContactSchedule } from './contact-schedule/show.ts'
import { showDoctrine } from './doctrine/show.ts'
import { endErasure } from './erasure/end.ts'
import { listFiles } from './evidence/list-files.ts'
import { readFileOfEvidence } from './evidence/read-file.ts'
import { showWhatRests } from './evidence/rests.ts'
import { listErasureProposals } from './erasure/list.ts'
import { proposeErasureRoute } from './erasure/propose.ts'
import { showHealth } from './health/show.ts'
import { showPortfolioCalendar } from './calendar/portfolio.ts'
import { showCalendar } from './calendar/show.ts'
import { showFeed } from './feed/show.ts'
import { feedTokens } from './feed/token.ts'
import { connectLive } from './live/connect.ts'
import { sayPresence } from './live/presence.ts'
import { listNotices } from './notice/list.ts'
import { chooseMail } from './notice/mail.ts'
import { markNotices } from './notice/read.ts'
import { cancelImport } from './import/cancel.ts'
import { showImportLimit } from './import/limit.ts'
import { showImport } from './import/show.ts'
import { listListings } from './listing/list.ts'
import { acceptInvitation } from './invitation/accept.ts'
import { renewInvitation } from './invitation/renew.ts'
import { lookAtInvitation } from './invitation/show.ts'
import { ownAccount } from './person/account.ts'
import { changePerson } from './person/change.ts'
import { invitePerson } from './person/invite.ts'
import { listPeople } from './person/list.ts'
import { endAccessProposal } from './person/proposals.ts'
import { ownPasskeys } from './person/passkeys.ts'
import { secondFactor } from './person/second-factor.ts'
import { sessionsOfPerson } from './person/sessions.ts'
import { setPassword } from './person/set-password.ts'
import { actAs } from './session/act-as.ts'
import { confirmCode } from './session/confirm-code.ts'
import { ownSessions } from './session/list.ts'
import { markingChoice } from './marking/choice.ts'
import { showMarkingHistory } from './marking/history.ts'
import { lookAtRemarking } from './marking/look.ts'
import { markStatementAnew } from './marking/mark-anew.ts'
import { listNeedToKnow } from './need-to-know/list.ts'
import { makeNeedToKnowList } from './need-to-know/make.ts'
import { changeNeedToKnowList } from './need-to-know/members.ts'
import { findPeopleForList } from './need-to-know/people.ts'
import { exportGoals } from './goal/export.ts'
import { listGoalRecords } from './goal/records.ts'
import { showGoals } from './goal/show.ts'
import { showConsultation } from './consultation/show.ts'
import { listSubmissions } from './consultation/submissions.ts'
import { submitWithAccount } from './consultation/submit.ts'
import { synthesis } from './consultation/synthesis.ts'
import { downloadSynthesis } from './consultation/synthesis-file.ts'
import { showMeeting } from './meeting/show.ts'
import { downloadPartnerBrief } from './partner/brief.ts'
import { showPartner } from './partner/show.ts'
import { checkPlan } from './overlap/check.ts'
import { exportGaps } from './overlap/export-gaps.ts'
import { showGaps } from './overlap/gaps.ts'
import { listOverlaps } from './overlap/list.ts'
import { addStatementToRecord } from './portfolio/add-statement.ts'
import { exportRecordsRoute } from './portfolio/export.ts'
import { showRecordHistory } from './portfolio/history.ts'
import { listRecordKinds } from './portfolio/kinds.ts'
import { listRecords } from './portfolio/list.ts'
import { openRecord } from './portfolio/open.ts'
import { listComing } from './portfolio/coming.ts'
import { listNotMet } from './portfolio/not-met.ts'
import { listChanges } from './portfolio/changes.ts'
import { exportChanges } from './portfolio/export-changes.ts'
import { listOpenPoints } from './portfolio/open-points.ts'
import { exportOpenPoints } from './portfolio/export-open-points.ts'
import { showPortfolio } from './portfolio/overview.ts'
import { showRecord } from './portfolio/show.ts'
import { withdrawRecord } from './portfolio/withdraw.ts'
import { actInProcedure } from './procedure/act.ts'
import { downloadProcedureDocument } from './procedure/document.ts'
import { listProcedures } from './procedure/list.ts'
import { openProcedureRoute } from './procedure/open.ts'
import { showProcedure } from './procedure/show.ts'
import { showPublicConsultation } from './public/consultation.ts'
import { listPublicRecords } from './public/list.ts'
import { ownSubmission } from './public/own.ts'
import { showPublicRecord } from './public/record.ts'
import { showPublicPage } from './public/show.ts'
import { listPublicSubmissions } from './public/submissions.ts'
import { submitWithoutAccount } from './public/submit.ts'
import { moderateSubmission } from './submission/moderate.ts'
import { showSession } from './session/show.ts'
import { signIn } from './session/sign-in.ts'
import { signInWithPasskey } from './session/sign-in-with-passkey.ts'
import { signInWithPassword } from './session/sign-in-with-password.ts'
import { signOut } from './session/sign-out.ts'
import { singleSignOn } from './session/single-sign-on.ts'
import { showWays } from './session/ways.ts'
import { addStatementRoute } from './statement/add.ts'
import { showStatement } from './statement/show.ts'
import type { Verb } from './verb.ts'

/** All but `import.start` and `evidence.attach-file`, which need scopes of their own: their bodies are files. */
export const VERBS: readonly Verb[] = [
  showHealth,
  showWays,
  signIn,
  signInWithPassword,
  confirmCode,
  signInWithPasskey,
  singleSignOn,
  showSession,
  actAs,
  signOut,
  ownSessions,
  ownAccount,
  setPassword,
  secondFactor,
  ownPasskeys,
  listPeople,
  invitePerson,
  changePerson,
  endAccessProposal,
  sessionsOfPerson,
  lookAtInvitation,
  acceptInvitation,
  renewInvitation,
  showDoctrine,
  listListings,
  listCases,
  openCaseRoute,
  showDossier,
  showHistory,
  showRecorders,
  listProceduresElsewhere,
  showCaseEvidence,
  showWhatRests,
  listFiles,
  readFileOfEvidence,
  downloadOptionsPaper,
  downloadCaseDocument,
  addStatementRoute,
  showStatement,
  markingChoice,
  markStatementAnew,
  showMarkingHistory,
  lookAtRemarking,
  showAccess,
  listNeedToKnow,
  findPeopleForList,
  makeNeedToKnowList,
  changeNeedToKnowList,
  listProcedures,
  openProcedureRoute,
  showProcedure,
  actInProcedure,
  downloadProcedureDocument,
  showMeeting,
  listRecordKinds,
  showPortfolio,
  listRecords,
  exportRecordsRoute,
  listChanges,
  exportChanges,
  listComing,
  listNotMet,
  listOpenPoints,
  exportOpenPoints,
  openRecord,
  showRecord,
  showRecordHistory,
  addStatementToRecord,
  withdrawRecord,
  showPartner,
  listOverlaps,
  checkPlan,
  downloadPartnerBrief,
  showConfidence,
  showConfidenceReport,
  downloadConfidenceReport,
  listContactChecks,
  startContactChecks,
  lookAtContactLink,
  replyToContactCheck,
  showContactSchedule,
  setContactSchedule,
  showGaps,
  showConsultation,
  listSubmissions,
  downloadSynthesis,
  submitWithAccount,
  moderateSubmission,
  synthesis,
  showPublicPage,
  listPublicRecords,
  showPublicRecord,
  showPublicConsultation,
  listPublicSubmissions,
  submitWithoutAccount,
  ownSubmission,
  exportGaps,
  showGoals,
  listGoalRecords,
  exportGoals,
  listNotices,
  markNotices,
  chooseMail,
  feedTokens,
  showCalendar,
  showPortfolioCalendar,
  showFeed,
  connectLive,
  sayPresence,
  downloadArchive,
  showArchiveKey,
  listErasureProposals,
  proposeErasureRoute,
  endErasure,
  listAudit,
  exportAudit,
  readAccountLog,
  showAuditDay,
  verifyRecords,
  showImportLimit,
  showImport,
  cancelImport,
]
