/**
 * The report of a State under a set of confidence-building measures, filled in as far as the records go.
 *
 * Takes what core found; gives the document tree. Every line carries footnotes to the statements that it rests on, and what
 * nobody has put on record is said. Pure: the day of production is an argument.
 *
 * Rules: docs/rules/portfolio.md, PFO-62 to PFO-66. Next door: `confidence-form.ts` says the fields.
 */
import type { ReportRow } from '@demarche/core'
import { type ConfidencePaper, ConfidenceWords } from './confidence-form.ts'
import type { DocumentTree } from './document-tree.ts'
import type { Words } from './paper-writer.ts'
import type { RecordOutline } from './record-paper.ts'

/**
 * The report as a tree.
 *
 * @returns the tree; the same arguments always give the same tree
 * @source PFO-62 to PFO-66
 */
export function confidenceReportPaper(paper: ConfidencePaper): DocumentTree {
  const { report } = paper
  const draft = new ReportDraft(paper)
  const { say } = draft.wording
  return draft.tree({
    title: draft.title,
    asOf: report.asOf,
    caption: say('confidence.particulars'),
    particulars: draft.particulars(),
    sections: [
      ['return', say('confidence.acts'), () => draft.acts()],
      ['contacts', say('confidence.contacts'), () => draft.contacts()],
      ['proposed', say('confidence.proposed'), () => draft.proposed()],
      ['none', say('confidence.none'), () => draft.none()],
    ],
  })
}

class ReportDraft extends ConfidenceWords {
  particulars(): RecordOutline['particulars'] {
    const { report, setRecord, setName, stateName, from, to } = this.paper
    const { counts, rows } = report
    const { say, date } = this.wording
    const last = date(to ?? report.asOf)
    return [
      [say('confidence.state'), stateName],
      [say('confidence.set'), setRecord === undefined ? setName : this.named(setRecord)],
      [
        say('confidence.period'),
        from === undefined
          ? say('confidence.fromFirst', { last })
          : say('confidence.fromTo', { first: date(from), last }),
      ],
      [
        say('confidence.measures'),
        say('confidence.counts', { all: rows.length, ...counts, none: counts['none-on-record'] }),
      ],
      [
        say('confidence.form'),
        setRecord !== undefined && this.says(setRecord, 'form') && !this.isUnread(setRecord, 'form')
          ? say('confidence.formAsked')
          : say('confidence.formOfOurs'),
      ],
      [say('paper.status'), say('confidence.status')],
    ]
  }

  acts(): void {
    const { say } = this.wording
    const reported = this.paper.report.rows.filter(({ acts }) => acts.length > 0)
    if (reported.length === 0) this.writer.gap(say('confidence.noAct'))
    for (const row of reported) {
      this.writer.heading(this.#plainMeasure(row))
      for (const act of row.acts) {
        this.writer.table(
          say('confidence.under', { measure: this.#plainMeasure(row) }),
          [
            [say('paper.field'), 22],
            [say('paper.given'), 78],
          ],
          this.fields.map((field) => [this.label('form', field), this.field(field, row, act)]),
        )
      }
    }
  }

  #plainMeasure({ measure, number }: Pick<ReportRow, 'measure' | 'number'>): string {
    const name = this.records.get(measure)?.name ?? measure
    return number === undefined ? name : `${number}. ${name}`
  }

  contacts(): void {
    const { report, setRecord } = this.paper
    const { say, saying } = this.wording
    const rows = report.rows.filter(({ contacts }) => contacts.length > 0)
    const contacts = [
      ...new Map(rows.flatMap((row) => row.contacts).map((one) => [one.entity, one])).values(),
    ]
    if (contacts.length === 0) this.writer.gap(say('confidence.noContact'))
    const share = 80 / this.contactFields.length
    this.writer.table(
      say('confidence.lines'),
      [
        ...this.contactFields.map((field) => [this.label('contactForm', field), share] as const),
        [say('confidence.lastTried'), 20] as const,
      ],
      contacts.map((contact) => [
        ...this.contactFields.map((field) => this.contactField(field, contact)),
        this.lastTried(contact),
      ]),
    )
    this.writer.list(
      rows.map((row): Words =>
        saying(
          'confidence.measureStands',
          { measure: this.measure(row) },
          { standing: this.standing(row.standing) },
        ),
      ),
    )
    if (setRecord !== undefined && this.says(setRecord, 'contactRoles'))
      this.writer.paragraph(
        saying('confidence.contactRoles', { roles: this.known(setRecord, 'contactRoles') }),
      )
  }

  proposed(): void {
    const rows = this.paper.report.rows.filter(({ proposed }) => proposed.length > 0)
    const { say, saying } = this.wording
    if (rows.length === 0) this.writer.paragraph(say('confidence.nothingProposed'))
    this.writer.list(
      rows.map((row): Words =>
        saying(this.isUnread(row.measure, 'acts') ? 'confidence.byOurJudgement' : 'confidence.byKind', {
          measure: this.measure(row),
          acts: row.proposed.flatMap(({ entity }, index) => [
            ...(index > 0 ? [this.wording.semicolon] : []),
            ...this.named(entity),
          ]),
        }),
      ),
    )
  }

  none(): void {
    const rows = this.paper.report.rows.filter(({ standing }) => standing === 'none-on-record')
    const { say, saying } = this.wording
    if (rows.length === 0) {
      this.writer.paragraph(say('confidence.underAll'))
      return
    }
    this.writer.gap(say('confidence.underNone', { none: rows.length, all: this.paper.report.rows.length }))
    this.writer.list(
      rows.map((row): Words =>
        saying('confidence.missing', { measure: this.measure(row) }, { what: this.gaps(row.missing) }),
      ),
    )
  }
}
