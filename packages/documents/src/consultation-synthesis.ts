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
  const { say } = draft.wording
  return draft.tree({
    title: say('synthesis.title', { question: paper.consultation.question }),
    asOf: paper.asOf,
    caption: say('synthesis.particulars'),
    particulars: draft.particulars(),
    sections: [
      ['asked', say('synthesis.asked'), () => draft.asked()],
      ['synthesis', say('synthesis.synthesis'), () => draft.synthesis()],
      ['outcome', say('synthesis.outcome'), () => draft.outcome()],
      ['cited', say('synthesis.cited'), () => draft.cited()],
    ],
  })
}

class SynthesisDraft extends RecordPaper<SynthesisPaper> {
  particulars(): RecordOutline['particulars'] {
    const { consultation, published } = this.paper
    const { entity, finding, synthesis, outcome, led } = consultation
    const { say } = this.wording
    const hasResult = synthesis.length > 0 || outcome !== undefined || led.length > 0
    return [
      [say('synthesis.question'), this.named(entity)],
      [say('synthesis.by'), this.known(entity, 'by')],
      [say('synthesis.due'), this.known(entity, 'due')],
      [say('synthesis.cited'), String(finding.cited.length)],
      [say('paper.status'), say(hasResult ? `synthesis.status.${published}` : 'synthesis.nothing')],
    ]
  }

  asked(): void {
    const { entity, background } = this.paper.consultation
    if (background === undefined) this.writer.gap(this.wording.say('synthesis.noBackground'))
    else this.#lines(background, this.notes(entity, 'background'))
  }

  synthesis(): void {
    const { synthesis, entity } = this.paper.consultation
    if (synthesis.length === 0) this.writer.gap(this.wording.say('synthesis.noSynthesis'))
    const notes = this.notes(entity, 'synthesis')
    for (const paragraph of synthesis) this.#paragraph(paragraph, notes)
  }

  #paragraph({ text, cites }: SynthesisParagraph, notes: readonly Inline[]): void {
    const [first = '', ...others] = linesOf(text)
    const places = cites.map((one) => this.#place(one)).toSorted((a, b) => a - b)
    const rests = ` ${places.length === 0 ? this.wording.say('synthesis.restsOnNone') : `[${places.join(', ')}]`}`
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
    if (outcome === undefined) this.writer.gap(this.wording.say('synthesis.noOutcome'))
    else this.#lines(outcome, this.notes(entity, 'outcome'))
    if (led.length === 0) return
    this.writer.paragraph([this.wording.say('synthesis.led'), ...this.notes(entity, 'led')])
    this.writer.list(led.map((one): Words => this.paper.names[one] ?? one))
  }

  cited(): void {
    const { finding, cited } = this.paper.consultation
    const { say } = this.wording
    if (finding.cited.length === 0) {
      this.writer.gap(say('synthesis.noneCited'))
      return
    }
    const seen = new Map(cited.map((one) => [one.entity, one]))
    this.writer.table(
      say('synthesis.citedInOrder'),
      [
        [say('synthesis.number'), 7],
        [say('paper.reference'), 21],
        [say('synthesis.author'), 34],
        [say('synthesis.consent'), 21],
        [say('synthesis.received'), 17],
      ],
      finding.cited.map((entity, index) => {
        const one = seen.get(entity)
        const start: Words[] = [String(index + 1), slugOfEntity(entity)]
        const closed = say('synthesis.closed')
        if (!one) return [...start, closed, closed, closed]
        return [...start, this.#author(one), this.known(entity, 'consent'), this.known(entity, 'start')]
      }),
    )
    this.writer.paragraph(say('synthesis.authors'))
    const strange = finding.strange.filter((entity) => seen.has(entity)).map((one) => this.#place(one))
    if (strange.length > 0) this.writer.gap(say('synthesis.strange', { numbers: strange.join(', ') }))
  }

  /** By name where they agreed to it; else by the kind of stakeholder. */
  #author({ entity, consent, from, sort, countries }: SubmissionView): Words {
    const isNamed = consent === 'named' && from !== undefined
    const parts = [
      ...(isNamed ? [this.known(entity, 'from')] : [[this.wording.say('synthesis.notNamed')]]),
      ...(sort === undefined ? [] : [this.known(entity, 'sort')]),
      ...(isNamed && countries.length > 0 ? [this.known(entity, 'country')] : []),
    ]
    return parts.flatMap((part, index) => (index === 0 ? part : [this.wording.semicolon, ...part]))
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
