/**
 * The options paper: what could be done about one case, as a paper that a ministry circulates.
 *
 * Takes a dossier and the doctrine it was compiled with; gives the document tree. Every line that states a fact or a
 * rule carries a footnote to its statement or provision. Pure: the day of production is an argument.
 *
 * Rests on: doctrine entry `doc-options-paper` for the order and the titles of the sections.
 * Next door: `options-paper/` holds one file a section, `render-document.ts` sets the tree in type.
 */
import type { CalendarDate, Doctrine, Dossier } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { DocumentTree, Section } from './document-tree.ts'
import { frontOf, subtitleOf } from './paper-frame.ts'
import { wordingIn } from './language/wording.ts'
import { PaperWriter } from './paper-writer.ts'
import { plainText } from './plain-text.ts'
import { writeAim } from './options-paper/aim.ts'
import { writeMeasures } from './options-paper/annex-measures.ts'
import { writeProofs } from './options-paper/annex-proofs.ts'
import { writeStatements } from './options-paper/annex-statements.ts'
import { writeUnverified } from './options-paper/annex-unverified.ts'
import { writeAssessment } from './options-paper/assessment.ts'
import { writeDecisive, writeLegalRemarks } from './options-paper/legal-remarks.ts'
import { writeNextSteps } from './options-paper/next-steps.ts'
import { writeOptions } from './options-paper/options.ts'
import { writeCommunication, writePartners } from './options-paper/outward.ts'
import { writePackages, writeStatusQuo } from './options-paper/packages.ts'
import { entryOf, type Paper } from './options-paper/paper.ts'
import { writePrecedents } from './options-paper/precedents.ts'
import { writeSummary } from './options-paper/summary.ts'
import { withStatusNotes } from './with-status-notes.ts'
import { opening, roman } from './wording.ts'

const OPTIONS_PAPER = 'doc-options-paper'

/** Used where the doctrine has no outline of its own. */
const OUTLINE = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'] as const

/** Sections of this desk's own, each after the section of the outline that it completes. */
const ADDED: Readonly<Record<string, 'deciding' | 'precedents'>> = { s6: 'deciding', s8: 'precedents' }

const WRITERS: Readonly<Record<string, (paper: Paper) => void>> = {
  s1: writeAim,
  s2: writeAssessment,
  s3: writeOptions,
  s4: writePackages,
  s5: writeStatusQuo,
  s6: writeLegalRemarks,
  deciding: writeDecisive,
  s7: writeCommunication,
  s8: writePartners,
  precedents: writePrecedents,
  s9: writeNextSteps,
}

/** The body is read in the meeting; what it rests on stands here. */
const ANNEXES = [
  { number: 'A', write: writeProofs },
  { number: 'B', write: writeMeasures },
  { number: 'C', write: writeStatements },
  { number: 'D', write: writeUnverified },
] as const

/**
 * Writes the options paper of a dossier.
 *
 * @param dossier  the case on one date; its marking becomes the marking of the paper
 * @param doctrine the pack that the dossier was compiled with
 * @param producedOn calendar date in Brussels that is printed as the date of the paper
 * @param language what the paper is written in; what is on record stays in its own
 * @returns the tree; the same arguments always give the same tree
 * @source doc-options-paper
 */
export function optionsPaper(
  dossier: Dossier,
  doctrine: Doctrine,
  { producedOn, language = 'en' }: { readonly producedOn: CalendarDate; readonly language?: Language },
): DocumentTree {
  const wording = wordingIn(language)
  const writer = new PaperWriter(dossier.statements, wording)
  const paper: Paper = { dossier, doctrine, writer, wording }
  const planned = sectionsOf(paper).flatMap(({ id, title }) => {
    const added = ADDED[id]
    return added
      ? [
          { id, title },
          { id: added, title: wording.say(`section.${added}`) },
        ]
      : [{ id, title }]
  })
  const numbers = new Map(planned.map(({ id }, index) => [id, roman(index + 1)]))
  writeSummary(paper, (id) => numbers.get(id))
  const summary = writer.close('summary', '', wording.say('paper.summary')).blocks
  const sections = planned.map(({ id, title }, index): Section => {
    const write = WRITERS[id]
    if (write) write(paper)
    else writer.numbered(wording.say('section.nothing'))
    return writer.close(id, roman(index + 1), title)
  })
  const annexes = ANNEXES.map(({ number, write }): Section => {
    write(paper)
    return writer.close(`annex-${number.toLowerCase()}`, number, wording.say(`annex.${number}`))
  })
  return withStatusNotes({
    title: plainText(wording.say('section.paper', { case: dossier.name })),
    subtitle: subtitleOf(wording, dossier.asOf, dossier.doctrine.version, producedOn),
    language,
    marking: dossier.marking,
    knownOn: dossier.asOf,
    producedOn,
    doctrineVersion: plainText(dossier.doctrine.version),
    ...frontOf(wording),
    summary,
    sections,
    annexes,
    notes: writer.notes,
  })
}

/** The sections that the doctrine plans, under what their labels say before they list their particulars. */
function sectionsOf(paper: Paper): readonly { readonly id: string; readonly title: string }[] {
  const { say, label } = paper.wording
  const planned = entryOf(paper, paper.doctrine.documents, OPTIONS_PAPER)?.sections
  return planned
    ? planned.map((section) => {
        const said = label('documents', `${OPTIONS_PAPER}.${section.id}`, section.label)
        return { id: section.id, title: opening(said.split(':')[0]?.trim() ?? said) }
      })
    : OUTLINE.map((id) => ({ id, title: say(`section.${id}`) }))
}
