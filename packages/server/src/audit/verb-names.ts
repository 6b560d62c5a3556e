/**
 * The name of every act of the desk as it stands in the audit log: the name of its page in docs/actions.
 *
 * A route that is not named here is noted under its method and address, so that none is left out.
 * Rule: docs/rules/record.md, RCD-01. Next door: `note-requests.ts`.
 */
import type { AuditEntry } from '@demarche/store'

const NAMES: Readonly<Record<string, string>> = {
  'GET /api/access/:object': 'access.show',
  'GET /api/calendar.ics': 'calendar.show',
  'GET /api/feed.atom': 'feed.show',
  'GET /api/live': 'live.connect',
  'GET /api/marking': 'marking.choice',
  'GET /api/need-to-know': 'need-to-know.list',
  'POST /api/need-to-know': 'need-to-know.make',
  'POST /api/need-to-know/:list/members': 'need-to-know.members',
  'DELETE /api/need-to-know/:list/members/:person': 'need-to-know.members',
  'GET /api/need-to-know/people': 'need-to-know.people',
  'GET /api/notices': 'notice.list',
  'POST /api/notices/feeds': 'feed.token',
  'DELETE /api/notices/feeds/:kind': 'feed.token',
  'POST /api/notices/mail': 'notice.mail',
  'POST /api/notices/read': 'notice.read',
  'POST /api/presence': 'live.presence',
  'GET /api/statements/:id/marking': 'marking.history',
  'POST /api/statements/:id/marking': 'marking.mark-anew',
  'POST /api/statements/:id/marking/look': 'marking.look',
  'GET /api/account': 'person.account',
  'POST /api/account': 'person.account',
  'POST /api/account/password': 'person.set-password',
  'POST /api/account/second-factor': 'person.second-factor',
  'POST /api/account/second-factor/backup-codes': 'person.second-factor',
  'POST /api/account/second-factor/confirm': 'person.second-factor',
  'POST /api/account/second-factor/off': 'person.second-factor',
  'GET /api/account/sessions': 'session.list',
  'DELETE /api/account/sessions/:session': 'session.list',
  'GET /api/archive/key': 'archive.key',
  'GET /api/audit': 'audit.list',
  'GET /api/audit/accounts': 'audit.accounts',
  'GET /api/audit/accounts/export': 'audit.accounts',
  'GET /api/audit/days/:day': 'audit.day',
  'GET /api/audit/export': 'audit.export',
  'GET /api/audit/verification': 'audit.verify',
  'POST /api/audit/verification': 'audit.verify',
  'GET /api/cases': 'case.list',
  'POST /api/cases': 'case.open',
  'GET /api/cases/:entity/archive': 'case.archive',
  'GET /api/cases/:entity/dossier': 'case.dossier',
  'GET /api/cases/:entity/evidence': 'case.evidence',
  'GET /api/cases/:entity/history': 'case.history',
  'GET /api/cases/:entity/options-paper': 'case.options-paper',
  'GET /api/cases/:entity/recorders': 'case.recorders',
  'POST /api/cases/:entity/procedures': 'procedure.open',
  'POST /api/cases/:entity/statements': 'statement.add',
  'GET /api/consultations/:entity': 'consultation.show',
  'POST /api/consultations/:entity/submissions': 'consultation.submit',
  'POST /api/consultations/:entity/synthesis': 'consultation.set-synthesis',
  'POST /api/consultations/:entity/synthesis/publication': 'consultation.publish-synthesis',
  'GET /api/doctrine': 'doctrine.show',
  'GET /api/erasures': 'erasure.list',
  'POST /api/erasures': 'erasure.propose',
  'POST /api/erasures/:erasure/confirmation': 'erasure.confirm',
  'DELETE /api/erasures/:erasure': 'erasure.withdraw',
  'GET /api/evidence/:item/files': 'evidence.list-files',
  'POST /api/evidence/:item/files': 'evidence.attach-file',
  'GET /api/evidence/:item/files/:statement': 'evidence.read-file',
  'GET /api/evidence/:item/rests': 'evidence.rests',
  'GET /api/imports': 'import.limit',
  'POST /api/imports': 'import.start',
  'GET /api/imports/:job': 'import.show',
  'DELETE /api/imports/:job': 'import.cancel',
  'POST /api/invitations': 'invitation.accept',
  'POST /api/invitations/look': 'invitation.show',
  'GET /api/listings': 'listing.list',
  'GET /api/meetings/:body': 'meeting.show',
  'GET /api/partners/:code': 'partner.show',
  'GET /api/partners/:code/brief': 'partner.brief',
  'GET /api/portfolio': 'portfolio.overview',
  'GET /api/portfolio/kinds': 'portfolio.kinds',
  'GET /api/portfolio/export': 'portfolio.export',
  'GET /api/portfolio/gaps': 'overlap.gaps',
  'GET /api/portfolio/overlaps': 'overlap.list',
  'POST /api/portfolio/overlaps/check': 'overlap.check',
  'GET /api/portfolio/records': 'portfolio.list',
  'POST /api/portfolio/records': 'portfolio.open',
  'GET /api/portfolio/records/:entity': 'portfolio.show',
  'GET /api/portfolio/records/:entity/history': 'portfolio.history',
  'POST /api/portfolio/records/:entity/statements': 'portfolio.add-statement',
  'POST /api/portfolio/records/:entity/withdrawal': 'portfolio.withdraw',
  'GET /api/people': 'person.list',
  'POST /api/people': 'person.invite',
  'POST /api/people/:person': 'person.change',
  'POST /api/people/proposals/:proposal/confirmation': 'person.confirm-access',
  'DELETE /api/people/proposals/:proposal': 'person.withdraw-access',
  'POST /api/people/:person/invitation': 'invitation.renew',
  'DELETE /api/people/:person/invitation': 'invitation.renew',
  'GET /api/people/:person/sessions': 'person.sessions',
  'DELETE /api/people/:person/sessions': 'person.sessions',
  'DELETE /api/people/:person/sessions/:session': 'person.sessions',
  'GET /api/procedures': 'procedure.list',
  'GET /api/procedures/:entity': 'procedure.show',
  'POST /api/procedures/:entity/acts': 'procedure.act',
  'GET /api/procedures/:entity/documents/:outline': 'procedure.document',
  'GET /api/public': 'public.show',
  'GET /api/public/consultations/:entity': 'public.consultation',
  'POST /api/public/consultations/:entity/submissions': 'public.submit',
  'GET /api/public/records': 'public.list',
  'GET /api/public/records/:entity': 'public.record',
  'POST /api/public/submissions/look': 'public.own-submission',
  'POST /api/public/submissions/withdraw': 'public.withdraw-submission',
  'GET /api/session': 'session.show',
  'POST /api/session': 'session.sign-in',
  'DELETE /api/session': 'session.sign-out',
  'POST /api/session/code': 'session.confirm-code',
  'POST /api/session/password': 'session.sign-in-with-password',
  'POST /api/session/role': 'session.act-as',
  'POST /api/session/single-sign-on': 'session.single-sign-on',
  'GET /api/session/single-sign-on/callback/oidc': 'session.single-sign-on',
  'GET /api/session/ways': 'session.ways',
  'GET /api/statements/:id': 'statement.show',
  'POST /api/submissions/:entity/moderation': 'submission.moderate',
}

/** The verb of a route. @example verbOf('GET', '/api/cases/:entity/dossier') // 'case.dossier' */
export function verbOf(method: string, url: string): string {
  const asked = `${method === 'HEAD' ? 'GET' : method} ${url}`
  return Object.hasOwn(NAMES, asked) ? (NAMES[asked] ?? asked) : asked
}

const ROUTINE: ReadonlySet<string> = new Set([
  'case.evidence',
  'case.recorders',
  'doctrine.show',
  'evidence.list-files',
  'evidence.rests',
  'import.limit',
  'import.show',
  'live.connect',
  'live.presence',
  'marking.choice',
  'notice.list',
  'session.show',
  'session.ways',
])

/** The detail of a reading that nobody began: a browser asked again for what it shows, because something changed. */
export const BY_ITSELF = 'asked by the desk itself'

/** True for what the desk in the browser asks by itself while somebody works; a refusal is never routine. */
export function isRoutine({
  verb,
  outcome,
  detail,
}: Pick<AuditEntry, 'verb' | 'outcome' | 'detail'>): boolean {
  return outcome !== 'refused' && (ROUTINE.has(verb) || detail === BY_ITSELF)
}

/** Every verb that has a name. */
export const NAMED_VERBS: readonly string[] = [
  ...new Set([...Object.values(NAMES), 'session.refused']),
].toSorted()
