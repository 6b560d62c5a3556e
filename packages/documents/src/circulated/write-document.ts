/**
 * Writes a document of a procedure: from the joint text, the acts and the case, after its outline in doctrine.
 *
 * Sections follow the outline; what nobody has put on record is named as missing. The document carries the highest
 * marking of what it contains. Pure but for the renderers: it runs in any thread.
 *
 * Rules TXT-15 to TXT-18 in docs/rules/joint-text.md. Next door: `circulated-document.ts` for what goes in, `plan.ts`.
 */
import { isInForce, MEMBER_STATES, OWN_DESK, sayRefusal, type Doctrine } from '@demarche/core'
import { readJointText, whyNoVersion } from '@demarche/core/procedure/joint-text/index.ts'
import type { Block, DocumentTree, Section } from '../document-tree.ts'
import type { Words } from '../paper-writer.ts'
import { plainText } from '../plain-text.ts'
import { renderDocument, type DocumentFormat } from '../render-document.ts'
import { withStatusNotes } from '../with-status-notes.ts'
import { opening, roman } from '../wording.ts'
import { ATTRIBUTION_NOTE } from './attribution-note.ts'
import { caseName, caseTitle } from './case-on-record.ts'
import type { CirculatedDocument } from './circulated-document.ts'
import { DEMARCHE } from './demarche.ts'
import { DEMARCHE_REPORT } from './demarche-report.ts'
import type { TextKey } from '../language/load-texts.ts'
import { frontOf, subtitleOf } from '../paper-frame.ts'
import { Draft } from './draft.ts'
import { EFFECT_NOTE } from './effect-note.ts'
import { LESSONS_LEARNED } from './lessons-learned.ts'
import { EVIDENCE_PACKAGE } from './listing/evidence-package.ts'
import { IMPLEMENTATION_REPORT } from './listing/implementation-report.ts'
import { DRAFT_DECISION, DRAFT_IMPLEMENTING_REGULATION } from './listing/legal-acts.ts'
import { LISTING_PROPOSAL } from './listing/listing-proposal.ts'
import { NOTIFICATION_LETTER } from './listing/notification-letter.ts'
import { PROLONGATION_NOTE } from './listing/prolongation-note.ts'
import { RELEX_QUESTIONS } from './listing/relex-questions.ts'
import { STATEMENT_OF_REASONS } from './listing/statement-of-reasons.ts'
import { MEASURE_PROPOSAL } from './measure-proposal.ts'
import { OBJECTION } from './objection.ts'
import {
  ASSESSMENT_PAPER,
  ATTRIBUTION_CONTRIBUTION,
  ATTRIBUTION_STATEMENT,
  INCIDENT_REPORT,
  TRIAGE_NOTE,
} from './of-case/index.ts'
import { fill, type DocumentPlan } from './plan.ts'
import { PRESS_RELEASE } from './press-release.ts'
import { REQUEST_222, REQUEST_42_7 } from './requests.ts'
import { REVISED_TEXT } from './revised-text.ts'
import { ISAA_REPORT, SITUATIONAL_REPORT } from './situation.ts'
import { DRAFT_CONCLUSIONS, DRAFT_DECLARATION } from './text-document.ts'

const OF_CASE: readonly DocumentPlan[] = [
  INCIDENT_REPORT,
  TRIAGE_NOTE,
  ASSESSMENT_PAPER,
  ATTRIBUTION_CONTRIBUTION,
  ATTRIBUTION_STATEMENT,
]

const OF_PROCEDURE: readonly DocumentPlan[] = [
  DRAFT_DECLARATION,
  DRAFT_CONCLUSIONS,
  DEMARCHE,
  OBJECTION,
  PRESS_RELEASE,
  MEASURE_PROPOSAL,
  ATTRIBUTION_NOTE,
  LESSONS_LEARNED,
  LISTING_PROPOSAL,
  EVIDENCE_PACKAGE,
  STATEMENT_OF_REASONS,
  RELEX_QUESTIONS,
  DRAFT_DECISION,
  DRAFT_IMPLEMENTING_REGULATION,
  NOTIFICATION_LETTER,
  IMPLEMENTATION_REPORT,
  EFFECT_NOTE,
  PROLONGATION_NOTE,
  REVISED_TEXT,
  DEMARCHE_REPORT,
  SITUATIONAL_REPORT,
  ISAA_REPORT,
  REQUEST_42_7,
  REQUEST_222,
]

const PLANS: readonly DocumentPlan[] = [...OF_CASE, ...OF_PROCEDURE]

/** Ids of the outlines after which this desk writes documents of a procedure. */
export const CIRCULATED_OUTLINES: readonly string[] = OF_PROCEDURE.map(({ outline }) => outline)
/** Ids of the outlines after which this desk writes papers of a case, before any procedure (TXT-27). */
export const CASE_OUTLINES: readonly string[] = OF_CASE.map(({ outline }) => outline)

/**
 * Why a document cannot be written, in a sentence for the reader; undefined when it can.
 *
 * `TXT-18`: an outline that this desk cannot write or doctrine does not have, or a version that does not exist.
 */
export function whyNotWritten(
  { outline, procedure, version }: CirculatedDocument,
  doctrine: Doctrine,
): string | undefined {
  if (!PLANS.some((plan) => plan.outline === outline)) {
    return `This desk writes no document “${outline}”; it writes ${PLANS.map((plan) => plan.outline).join(', ')}. Rule TXT-18.`
  }
  if (!doctrine.documents.some(({ id }) => id === outline)) {
    return `Doctrine ${doctrine.version} has no outline “${outline}”; a document follows its outline. Rule TXT-18.`
  }
  const missing = version === undefined ? null : whyNoVersion(readJointText(procedure.acts), version)
  return missing ? `${sayRefusal(missing)} Rule TXT-18.` : undefined
}

/**
 * The document as a tree.
 *
 * @returns the tree; the same arguments always give the same tree
 * @throws RangeError with the text of `whyNotWritten` when it cannot be written
 * @source TXT-15 to TXT-18
 */
export function circulatedDocument(input: CirculatedDocument, doctrine: Doctrine): DocumentTree {
  const refused = whyNotWritten(input, doctrine)
  const plan = PLANS.find(({ outline }) => outline === input.outline)
  if (refused !== undefined || !plan) throw new RangeError(refused)
  const versions = doctrine.documents.filter(({ id }) => id === input.outline)
  const outline = versions.find((entry) => isInForce(entry, input.dossier.asOf)) ?? versions.at(-1)
  if (!outline) throw new RangeError(`no outline “${input.outline}”`)
  const draft = new Draft(input, outline, doctrine)
  const { wording } = draft
  const isAdopted = plan.isAct && draft.adopted
  const label = wording.label('documents', outline.id, outline.label)
  const name = isAdopted ? adoptedName(draft, label) : label
  const front = writeFront(draft, plan, name)
  const sections = plan.arrange
    ? plan.arrange(draft)
    : outline.sections.map(({ id, ...section }, index): Section => {
        fill(draft, id, plan.sections[id])
        const title = wording.label('documents', `${outline.id}.${id}`, section.label)
        return draft.writer.close(id, plan.numbers ? roman(index + 1) : '', heading(title))
      })
  const annexes = plan.annexes?.(draft) ?? []
  const { dossier, producedOn } = input
  return withStatusNotes({
    title: plainText(plan.title?.(draft) ?? titleOf(draft, plan, name)),
    subtitle: subtitleOf(wording, dossier.asOf, dossier.doctrine.version, producedOn),
    language: wording.language,
    // last: everything that was said has been counted
    marking: draft.marking,
    knownOn: dossier.asOf,
    producedOn,
    doctrineVersion: plainText(dossier.doctrine.version),
    ...frontOf(wording, front),
    sections,
    annexes,
    notes: draft.writer.notes,
  })
}

/** The document as a file; see `circulatedDocument`. */
export async function writeDocument(
  input: CirculatedDocument,
  doctrine: Doctrine,
  format: DocumentFormat,
): Promise<Uint8Array> {
  return renderDocument(circulatedDocument(input, doctrine), format)
}

function titleOf(draft: Draft, { ofCase }: DocumentPlan, name: string): string {
  const subject = ofCase ? caseTitle(draft) : draft.subject
  return subject === undefined ? name : draft.wording.say('paper.title', { name, subject })
}

/** TXT-17: what stands at the head of the document, blanks visible. */
function writeFront(draft: Draft, plan: DocumentPlan, label: string): readonly Block[] {
  const { input, version, joint } = draft
  const { fields } = input
  const name = plan.withoutCase ? undefined : caseName(draft)
  // who asks for the file is no sender: who circulated it is, or whose message it is
  const sentBy = (plan.ofOneParty && input.party) || senderOf(draft, plan)
  // the desk of an office that nobody named is no sender that an addressee would know
  const sender = sentBy === OWN_DESK ? undefined : sentBy
  const to = draft.circulation?.act.to
  const { say, date } = draft.wording
  const versionSaid =
    version && say('paper.versionOf', { version: version.number, versions: joint.versions.length })
  const rows: readonly (readonly [TextKey, Words])[] = [
    ['paper.reference', draft.given(fields?.reference)],
    ['paper.date', draft.given(draft.date && date(draft.date))],
    ['paper.from', draft.given(fields?.from ?? (sender === undefined ? undefined : draft.party(sender)))],
    ['paper.to', draft.given(fields?.to ?? (to && sayAddressees(draft, to)))],
    ...(plan.status ? [['paper.status', plan.status(draft)] as const] : []),
    ...(plan.isAct ? [['paper.status', sayStatus(draft)] as const] : []),
    ...(plan.ofCase ? [] : [['paper.subject', draft.title] as const]),
    ...(name ? [['paper.case', name] as const] : []),
    ...(plan.ofCase ? [] : [['paper.jointText', draft.given(versionSaid)] as const]),
    ['paper.outline', [label, ...draft.law(draft.outline.source, draft.outline.verified)]],
  ]
  draft.writer.table(
    say('paper.particulars'),
    [
      [say('paper.field'), 22],
      [say('paper.given'), 78],
    ],
    rows.map(([field, value]) => [say(field), value]),
  )
  return draft.writer.close('front', '', '').blocks
}

/** Who circulated it; not the party that proposed where that is kept confidential. */
function senderOf(draft: Draft, { keepsProposer }: DocumentPlan): string | undefined {
  const party = draft.circulation?.party
  const hidden = keepsProposer && party !== undefined && draft.last('propose', party) !== undefined
  return hidden ? undefined : party
}

function sayAddressees(draft: Draft, to: readonly string[]): string {
  const all = MEMBER_STATES.every((code) => to.includes(code))
  const others = to.filter((code) => !all || !MEMBER_STATES.includes(code))
  const { list, say } = draft.wording
  return list([...(all ? [say('paper.allMemberStates')] : []), ...others.map((code) => draft.party(code))])
}

function sayStatus({ adopted, wording: { say, instant } }: Draft): string {
  return adopted ? say(`paper.adopted.${adopted.how}`, { at: instant(adopted.at) }) : say('paper.draft')
}

/** What an act is called once it is adopted: no draft any more. */
function adoptedName({ wording, outline }: Draft, label: string): string {
  const english = opening(outline.label.replace(/^Draft /, ''))
  const adopted = wording.word(`adoptedAct.${outline.id}`, english)
  return adopted === english ? opening(label.replace(/^Draft /, '')) : adopted
}

/** What a section is called: up to its first colon, and without a bracket that has one. */
function heading(label: string): string {
  const name = label.replace(/ \([^:()]*:.*\)$/, '')
  return opening(name.split(':')[0]?.trim() ?? name)
}
