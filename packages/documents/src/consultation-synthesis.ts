/**
 * The synthesis of a consultation: what was asked, what was made of the answers, what came of it, and every submission that
 * it cites with its reference and how its author may be named.
 *
 * An author is named where they agreed to it and nowhere else: whoever reads the paper need not know who else answered.
 * Pure: the day of production is an argument.
 *
 * Rule: docs/rules/stakeholders.md, STK-11. Next door: `record-paper.ts`.
 */
import {
  type CalendarDate,
  type ConsultationView,
  slugOfEntity,
  type SubmissionView,
  type SynthesisParagraph,
} from '@demarche/core'
import type { DocumentTree, Inline } from './document-tree.ts'
import type { Words } from './paper-writer.ts'
import { type RecordOutline, RecordPaper, type RecordsOnPaper } from './record-paper.ts'

/** Everything that the paper is made of; plain data, so that it can go to another thread. */
export interface SynthesisPaper extends RecordsOnPaper {
  readonly asOf: CalendarDate
  readonly consultation: ConsultationView
  /** what of it everybody may read */
  readonly published: 'no' | 'in-part' | 'yes'
}

/**
 * The synthesis as a tree.
 *
 * @returns the tree; the same arguments always give the same tree
 * @source STK-08, STK-11
 */
export function consultationSynthesis(paper: SynthesisPaper): DocumentTree {
  const draft = new SynthesisDraft(paper)
  return draft.tree({
    title: `Synthesis of the consultation: ${paper.consultation.question}`,
    asOf: paper.asOf,
    what: 'consultation',
    particulars: draft.particulars(),
    sections: [
      ['asked', 'What was asked', () => draft.asked()],
      ['synthesis', 'Synthesis', () => draft.synthesis()],
      ['outcome', 'What came of it', () => draft.outcome()],
      ['cited', 'Submissions cited', () => draft.cited()],
    ],
  })
}

const STATUS = {
  no: 'Draft: nothing of it is published',
  'in-part': 'Published in part',
  yes: 'Published',
} as const

class SynthesisDraft extends RecordPaper<SynthesisPaper> {
  particulars(): RecordOutline['particulars'] {
    const { consultation, published } = this.paper
    const { entity, finding, synthesis, outcome, led } = consultation
    const hasResult = synthesis.length > 0 || outcome !== undefined || led.length > 0
    return [
      ['Question', this.named(entity)],
      ['Asked by', this.known(entity, 'by')],
      ['Answers until', this.known(entity, 'due')],
      ['Submissions cited', String(finding.cited.length)],
      ['Status', hasResult ? STATUS[published] : 'Nothing is on record yet'],
    ]
  }

  asked(): void {
    const { entity, background } = this.paper.consultation
    if (background === undefined) this.writer.gap('No background is on record.')
    else this.#lines(background, this.notes(entity, 'background'))
  }

  synthesis(): void {
    const { synthesis, entity } = this.paper.consultation
    if (synthesis.length === 0) this.writer.gap('No synthesis is on record. The answers may have been read.')
    const notes = this.notes(entity, 'synthesis')
    for (const paragraph of synthesis) this.#paragraph(paragraph, notes)
  }

  #paragraph({ text, cites }: SynthesisParagraph, notes: readonly Inline[]): void {
    const [first = '', ...others] = linesOf(text)
    const places = cites.map((one) => this.#place(one)).toSorted((a, b) => a - b)
    const rests = places.length === 0 ? ' (rests on no submission)' : ` [${places.join(', ')}]`
    this.writer.numbered([first, ...(others.length === 0 ? [rests, ...notes] : [])])
    for (const [index, line] of others.entries())
      this.writer.paragraph([line, ...(index === others.length - 1 ? [rests, ...notes] : [])])
  }

  /** The number of a submission in the list of those that are cited. */
  #place(entity: string): number {
    return this.paper.consultation.finding.cited.indexOf(entity) + 1
  }

  outcome(): void {
    const { entity, outcome, led } = this.paper.consultation
    if (outcome === undefined) this.writer.gap('Nobody has put on record what came of it.')
    else this.#lines(outcome, this.notes(entity, 'outcome'))
    if (led.length === 0) return
    this.writer.paragraph(['It was taken up in:', ...this.notes(entity, 'led')])
    this.writer.list(led.map((one): Words => this.paper.names[one] ?? one))
  }

  cited(): void {
    const { finding, cited } = this.paper.consultation
    if (finding.cited.length === 0) {
      this.writer.gap('The synthesis cites no submission.')
      return
    }
    const seen = new Map(cited.map((one) => [one.entity, one]))
    this.writer.table(
      'Submissions cited, in the order of their first citation',
      [
        ['No.', 7],
        ['Reference', 21],
        ['Author', 34],
        ['To be published', 21],
        ['Received', 17],
      ],
      finding.cited.map((entity, index) => {
        const one = seen.get(entity)
        const start: Words[] = [String(index + 1), slugOfEntity(entity)]
        if (!one) return [...start, 'not open here', 'not open here', 'not open here']
        return [...start, this.#author(one), this.known(entity, 'consent'), this.known(entity, 'start')]
      }),
    )
    this.writer.paragraph('An author is named where they agreed to be published with their name.')
    const strange = finding.strange.filter((entity) => seen.has(entity)).map((one) => this.#place(one))
    if (strange.length > 0)
      this.writer.gap(
        `Cited, and not accepted any more: ${strange.join(', ')}. The synthesis has to be written anew.`,
      )
  }

  /** By name where they agreed to it; else by the kind of stakeholder. */
  #author({ entity, consent, from, sort, countries }: SubmissionView): Words {
    const isNamed = consent === 'named' && from !== undefined
    const parts = [
      ...(isNamed ? [this.known(entity, 'from')] : [['not to be named']]),
      ...(sort === undefined ? [] : [this.known(entity, 'sort')]),
      ...(isNamed && countries.length > 0 ? [this.known(entity, 'country')] : []),
    ]
    return parts.flatMap((part, index) => (index === 0 ? part : ['; ', ...part]))
  }

  #lines(text: string, notes: readonly Inline[]): void {
    const lines = linesOf(text)
    for (const [index, line] of lines.entries())
      this.writer.paragraph([line, ...(index === lines.length - 1 ? notes : [])])
  }
}

function linesOf(text: string): readonly string[] {
  return text.split(/\s*\n\s*/).filter((line) => line !== '')
}
