/**
 * An entry of the audit log as a sentence: "At 10:04 Mari Maasikas, delegate of Estonia, stated a position in …: support."
 *
 * The raw entry stays beside it and is what counts. What a sentence adds (names, what an act said) comes from accounts and
 * from the records as the auditor may read them; where that is nothing, the sentence says the id.
 *
 * Rule: docs/rules/record.md, RCD-05. Next door: `name-targets.ts` finds the names.
 */
import { ACT_VERBS } from '@demarche/core'
import type { AuditEntry } from '@demarche/store'
import type { Named } from './name-targets.ts'
import { NAMED_VERBS } from './verb-names.ts'

/** Verb to what was done, and what was asked for and refused. `@` stands for the target, `@somebody` for one that may be missing. */
const WORDS: Readonly<Record<string, readonly [done: string, asked: string]>> = {
  'access.show': ['asked who may see @', 'see who may see @'],
  'calendar.show': ['read the calendar of deadlines', 'read the calendar of deadlines'],
  'feed.show': ['read the feed of notices', 'read the feed of notices'],
  'feed.token': ['changed the address of a feed', 'change the address of a feed'],
  'live.connect': ['followed what is new', 'follow what is new'],
  'live.presence': ['said what is open', 'say what is open'],
  'marking.choice': ['looked at markings to choose from', 'look at markings to choose from'],
  'marking.history': ['read how @ was marked', 'read how @ was marked'],
  'marking.look': ['looked at what a new marking of @ would do', 'look at what a new marking of @ would do'],
  'marking.mark-anew': ['marked @ anew', 'mark @ anew'],
  'need-to-know.list': ['looked at need-to-know lists', 'look at need-to-know lists'],
  'need-to-know.make': ['made a need-to-know list', 'make a need-to-know list'],
  'need-to-know.members': ['changed who stands on @', 'change who stands on @'],
  'need-to-know.people': ['looked at who could stand on a list', 'look at who could stand on a list'],
  'notice.list': ['read the notices', 'read the notices'],
  'notice.mail': ['changed which notices come by mail', 'change which notices come by mail'],
  'notice.read': ['marked notices as read', 'mark notices as read'],
  'archive.key': ["looked at the key of this desk's archives", "look at the key of this desk's archives"],
  'audit.accounts': ['read the log of accounts', 'read the log of accounts'],
  'audit.day': ['read the audit log of @', 'read the audit log of @'],
  'audit.export': ['exported the audit log', 'export the audit log'],
  'audit.list': ['read the audit log', 'read the audit log'],
  'audit.verify': ['had the records verified', 'have the records verified'],
  'evidence.attach-file': ['attached a file to @', 'attach a file to @'],
  'evidence.read-file': ['took out a file of @', 'take out a file of @'],
  'case.archive': ['took out the archive of @', 'take out the archive of @'],
  'case.dossier': ['read the dossier of @', 'read the dossier of @'],
  'case.history': ['read the history of @', 'read the history of @'],
  'case.list': ['looked at the list of cases', 'look at the list of cases'],
  'case.open': ['opened the case @', 'open a case'],
  'case.options-paper': ['took out the options paper of @', 'take out the options paper of @'],
  'case.document': ['took out a paper of @', 'take out a paper of @'],
  'case.procedures-elsewhere': [
    'read the procedures of other desks in @',
    'read the procedures of other desks in @',
  ],
  'case.recorders': ['read who put @ on record', 'read who put @ on record'],
  'doctrine.show': ['read the doctrine', 'read the doctrine'],
  'erasure.confirm': ['confirmed the erasure of @', 'confirm the erasure of @'],
  'erasure.list': ['looked at the proposals to erase', 'look at the proposals to erase'],
  'erasure.propose': ['proposed the erasure of @', 'propose an erasure'],
  'erasure.withdraw': ['withdrew the erasure of @', 'withdraw the erasure of @'],
  'import.cancel': ['cancelled the import @', 'cancel the import @'],
  'import.limit': ['looked at how large a file may be', 'look at how large a file may be'],
  'import.show': ['looked at the import @', 'look at the import @'],
  'import.start': ['began an import', 'begin an import'],
  'invitation.accept': ['accepted an invitation', 'accept an invitation'],
  'invitation.renew': ['changed the invitation of @', 'change the invitation of @'],
  'invitation.show': ['looked at an invitation', 'look at an invitation'],
  'listing.list': ['read the register of listings', 'read the register of listings'],
  'meeting.show': ['looked at what is on the table of the @', 'look at what is on the table of the @'],
  'person.account': ['changed the own account', 'look at or change the own account'],
  'person.change': ['changed the account of @', 'change the account of @'],
  'person.confirm-access': [
    'confirmed what another administrator proposed for @',
    'confirm what another administrator proposed for @',
  ],
  'person.withdraw-access': [
    'withdrew a proposal about the access of @',
    'withdraw a proposal about access @',
  ],
  'person.invite': ['invited @somebody', 'invite somebody'],
  'person.list': ['looked at the list of people', 'look at the list of people'],
  'person.passkeys': ['changed own passkeys', 'look at or change own passkeys'],
  'person.second-factor': ['changed the own second factor', 'change the own second factor'],
  'person.sessions': ['ended sessions of @', 'look at or end sessions of @'],
  'person.set-password': ['set a new password', 'set a new password'],
  'calendar.portfolio': ['read the calendar of the portfolio', 'read the calendar of the portfolio'],
  'case.evidence': ['looked at the evidence of @', 'look at the evidence of @'],
  'confidence.report': ['read a report on confidence building', 'read a report on confidence building'],
  'confidence.report-file': [
    'took out a report on confidence building',
    'take out a report on confidence building',
  ],
  'confidence.show': ['looked at confidence building', 'look at confidence building'],
  'consultation.list-submissions': ['read what was answered to @', 'read what was answered to @'],
  'consultation.publish-synthesis': ['published the synthesis of @', 'publish the synthesis of @'],
  'consultation.set-synthesis': ['wrote the synthesis of @', 'write the synthesis of @'],
  'consultation.show': ['read the consultation @', 'read the consultation @'],
  'consultation.submit': ['answered the consultation @', 'answer the consultation @'],
  'consultation.synthesis-file': ['took out the synthesis of @', 'take out the synthesis of @'],
  'contact-check.list': ['looked at the communication checks', 'look at the communication checks'],
  'contact-check.look': [
    'opened the link of a communication check',
    'open the link of a communication check',
  ],
  'contact-check.reply': ['replied to a communication check', 'reply to a communication check'],
  'contact-check.start': ['began communication checks', 'begin communication checks'],
  'contact-schedule.run': [
    'had points of contact tried by the schedule @',
    'have points of contact tried by the schedule @',
  ],
  'contact-schedule.set': [
    'changed the schedule of communication checks',
    'change the schedule of communication checks',
  ],
  'contact-schedule.show': [
    'looked at the schedule of communication checks',
    'look at the schedule of communication checks',
  ],
  'evidence.list-files': ['looked at the files of @', 'look at the files of @'],
  'evidence.rests': ['looked at what rests on @', 'look at what rests on @'],
  'goal.export': ['took out the picture by goals', 'take out the picture by goals'],
  'goal.records': ['looked at what counts for a goal', 'look at what counts for a goal'],
  'goal.show': ['looked at the picture by goals', 'look at the picture by goals'],
  'overlap.check': ['checked a plan for overlaps', 'check a plan for overlaps'],
  'overlap.export-gaps': ['took out the gap map', 'take out the gap map'],
  'overlap.gaps': ['looked at the gap map', 'look at the gap map'],
  'overlap.list': ['looked at the overlaps', 'look at the overlaps'],
  'partner.brief': ['took out the brief on the partner @', 'take out the brief on the partner @'],
  'partner.show': ['read the page of the partner @', 'read the page of the partner @'],
  'portfolio.add-statement': ['put a statement on record in @', 'put a statement on record in @'],
  'portfolio.coming': ['looked at what is coming', 'look at what is coming'],
  'portfolio.export': ['took out records of the portfolio', 'take out records of the portfolio'],
  'portfolio.changes': ['looked at what changed in the portfolio', 'look at what changed in the portfolio'],
  'portfolio.export-changes': ['took out the list of what changed', 'take out the list of what changed'],
  'portfolio.export-open-points': ['took out the list of open points', 'take out the list of open points'],
  'portfolio.history': ['read the history of @', 'read the history of @'],
  'portfolio.kinds': ['looked at the kinds of record', 'look at the kinds of record'],
  'portfolio.list': ['looked at a list of records', 'look at a list of records'],
  'portfolio.not-met': ['looked at who has not been met', 'look at who has not been met'],
  'portfolio.open': ['put the record @ on record', 'put a record on record'],
  'portfolio.open-points': ['looked at the open points', 'look at the open points'],
  'portfolio.overview': ['looked at the portfolio', 'look at the portfolio'],
  'portfolio.show': ['read the record @', 'read the record @'],
  'portfolio.withdraw': ['withdrew the record @', 'withdraw the record @'],
  'public.consultation': [
    'read the consultation @ on the public page',
    'read the consultation @ on the public page',
  ],
  'public.list': ['looked at a list on the public page', 'look at a list on the public page'],
  'public.own-submission': [
    'looked at an own submission by its link',
    'look at an own submission by its link',
  ],
  'public.record': ['read the record @ on the public page', 'read the record @ on the public page'],
  'public.show': ['looked at the public page', 'look at the public page'],
  'public.submissions': [
    'read what was answered to @ on the public page',
    'read what was answered to @ on the public page',
  ],
  'public.submit': [
    'answered the consultation @ on the public page',
    'answer the consultation @ on the public page',
  ],
  'public.withdraw-submission': [
    'withdrew an own submission by its link',
    'withdraw an own submission by its link',
  ],
  'submission.moderate': ['decided on the submission @', 'decide on the submission @'],
  'procedure.act': ['acted in @', 'act in @'],
  'procedure.adopt': ['proposed the adoption in @', 'propose the adoption in @'],
  'procedure.agree-paragraph': ['agreed a paragraph in @', 'agree a paragraph in @'],
  'procedure.amend': ['proposed an amendment in @', 'propose an amendment in @'],
  'procedure.break-silence': ['broke the silence on @', 'break the silence on @'],
  'procedure.circulate': ['circulated documents of @', 'circulate documents of @'],
  'procedure.close-silence': ['closed the silence on @', 'close the silence on @'],
  'procedure.comment-on-silence': ['commented during the silence on @', 'comment during the silence on @'],
  'procedure.confirm': ['confirmed the adoption in @', 'confirm the adoption in @'],
  'procedure.decide-amendment': ['decided on an amendment in @', 'decide on an amendment in @'],
  'procedure.document': ['took out a document of @', 'take out a document of @'],
  'procedure.extend-silence': ['extended the silence on @', 'extend the silence on @'],
  'procedure.implement': ['recorded the implementation of @', 'record the implementation of @'],
  'procedure.invoke-brake': ['invoked the brake in @', 'invoke the brake in @'],
  'procedure.let-lapse': ['let @ lapse', 'let @ lapse'],
  'procedure.lift-position': ['lifted a position in @', 'lift a position in @'],
  'procedure.list': ['looked at the procedures', 'look at the procedures'],
  'procedure.move': ['moved @ on', 'move @ on'],
  'procedure.notify': ['recorded a notification of @', 'record a notification of @'],
  'procedure.open': ['opened the procedure @', 'open a procedure of @'],
  'procedure.open-silence': ['opened silence on @', 'open silence on @'],
  'procedure.prolong': ['prolonged @', 'prolong @'],
  'procedure.propose': ['proposed @', 'propose @'],
  'procedure.publish': ['recorded the publication of @', 'record the publication of @'],
  'procedure.put-on-agenda': ['put @ on an agenda', 'put @ on an agenda'],
  'procedure.record-positions': [
    'recorded what was said in the room on @',
    'record what was said in the room on @',
  ],
  'procedure.record-vote': ['recorded a vote in @', 'record a vote in @'],
  'procedure.review': ['recorded a review of @', 'record a review of @'],
  'procedure.set-text': ['laid down the text of @', 'lay down the text of @'],
  'procedure.show': ['read @', 'read @'],
  'procedure.state-position': ['stated a position in @', 'state a position in @'],
  'procedure.take-no-action': ['decided to take no action in @', 'decide to take no action in @'],
  'procedure.withdraw-brake': ['withdrew the brake in @', 'withdraw the brake in @'],
  'procedure.withdraw-silence': ['withdrew the silence on @', 'withdraw the silence on @'],
  'session.act-as': ['went over to another role', 'go over to another role'],
  'session.begin-with-passkey': ['began to sign in with a passkey', 'begin to sign in with a passkey'],
  'session.confirm-code': ['entered the code of a second factor', 'sign in with the code of a second factor'],
  'session.ways': ['looked at the ways to sign in', 'look at the ways to sign in'],
  'session.list': ['ended an own session', 'look at or end own sessions'],
  'session.refused': ['used the desk', 'use the desk, without a session or too often,'],
  'session.show': ['asked who is signed in', 'ask who is signed in'],
  'session.sign-in': ['signed in with a link', 'sign in with a link'],
  'session.sign-in-with-passkey': ['signed in with a passkey', 'sign in with a passkey'],
  'session.sign-in-with-password': ['signed in with a password', 'sign in with a password'],
  'session.sign-out': ['signed out', 'sign out'],
  'session.single-sign-on': ['began single sign-on', 'begin single sign-on'],
  'statement.add': ['put a statement on record in @', 'put a statement on record in @'],
  'statement.show': ['read @', 'read @'],
}

/** What reading says where one verb stands for reading and for changing. */
const READ: Readonly<Record<string, string>> = {
  'audit.verify': 'looked at the last proof of the records',
  'person.account': 'looked at the own account',
  'person.passkeys': 'looked at own passkeys',
  'person.sessions': 'looked at the sessions of @',
  'session.list': 'looked at own sessions',
}

/** Every verb that may stand in the log, with what it is in words: "state a position in …". In order of the words. */
export const SAID_VERBS: readonly { readonly verb: string; readonly says: string }[] = [
  ...new Set([...NAMED_VERBS, ...ACT_VERBS.map((act) => `procedure.${act}`)]),
]
  .map((verb) => {
    const [, asked = verb] = WORDS[verb] ?? []
    return { verb, says: asked.replace('@', '…') }
  })
  .toSorted((a, b) => (a.says < b.says ? -1 : 1))

/** The sentence. `said` is what the act said, where the auditor may read it. */
export function tellEntry(entry: AuditEntry, names: Named, said: string | null = null): string {
  const { verb, outcome, target, rule, at } = entry
  const [acted, asked] = WORDS[verb] ?? [`used "${verb}" @`, `use "${verb}" @`]
  const done = (outcome === 'read' && READ[verb]) || acted
  const whom = target === undefined ? '' : names.target(target)
  const fill = (text: string): string =>
    text.replace(/( ?)@(\w*)/, (_, gap: string, instead: string) => {
      const named = whom === '' ? instead : whom
      return named === '' ? '' : gap + named
    })
  const who = `At ${clockTime(at)} ${names.actor(entry)}`
  if (outcome === 'refused') {
    const counted = said === null ? '' : `: ${said}`
    return `${who} asked to ${fill(asked)} and was refused${rule === undefined ? '' : ` (${rule})`}${counted}.`
  }
  const search = target === 'search' ? ' after a search' : ''
  const text = target === 'search' ? done.replace(/ ?@/, '') : fill(done)
  return `${who} ${text}${search}${said === null ? '' : `: ${said}`}.`
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hour: '2-digit',
  minute: '2-digit',
})
/** Hour and minute on the clock in Brussels. */
function clockTime(at: string): string {
  return CLOCK.format(new Date(at))
}
