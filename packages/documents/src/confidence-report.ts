/**
 * The report of a State under a set of confidence-building measures, filled in as far as the records go.
 *
 * Takes what core found; gives the document tree. Every line carries footnotes to the statements that it rests on, and what
 * nobody has put on record is said. Pure: the day of production is an argument.
 *
 * Rules: docs/rules/portfolio.md, PFO-62 to PFO-66. Next door: `confidence-form.ts` says the fields.
 */
import { formatPartialDate, type ReportRow } from '@demarche/core'
import { type ConfidencePaper, ConfidenceWords, sayGaps, STANDING_WORDS } from './confidence-form.ts'
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
  const { setName, stateName, report } = paper
  const draft = new ReportDraft(paper)
  return draft.tree({
    title: `${setName}: report of ${stateName}`,
    asOf: report.asOf,
    what: 'report',
    particulars: draft.particulars(),
    sections: [
      ['return', 'Reported acts', () => draft.acts()],
      ['contacts', 'Points of contact', () => draft.contacts()],
      ['proposed', 'Proposed, and confirmed by nobody', () => draft.proposed()],
      ['none', 'None on record', () => draft.none()],
    ],
  })
}

class ReportDraft extends ConfidenceWords {
  particulars(): RecordOutline['particulars'] {
    const { report, setRecord, setName, stateName, from, to } = this.paper
    const { counts, rows } = report
    const first = from === undefined ? 'the first act on record' : formatPartialDate(from)
    const last = formatPartialDate(to ?? report.asOf)
    return [
      ['State', stateName],
      ['Set', setRecord === undefined ? setName : this.named(setRecord)],
      ['Period', `${first} to ${last}`],
      [
        'Measures',
        `${rows.length}: ${counts.evidenced} evidenced, ${counts.declared} declared only, ${counts.lapsed} lapsed, ${counts['none-on-record']} none on record`,
      ],
      [
        'Form',
        setRecord !== undefined && this.says(setRecord, 'form') && !this.isUnread(setRecord, 'form')
          ? 'As the organisation asks for it'
          : "Our working model: the organisation's own form was not read",
      ],
      ['Status', 'Draft made from the records; to be checked before it is sent'],
    ]
  }

  acts(): void {
    const reported = this.paper.report.rows.filter(({ acts }) => acts.length > 0)
    if (reported.length === 0)
      this.writer.gap('No act that anybody confirmed is on record. None on record is not none done.')
    for (const row of reported) {
      this.writer.heading(this.#plainMeasure(row))
      for (const act of row.acts) {
        this.writer.table(
          `Report under ${this.#plainMeasure(row)}`,
          [
            ['Field', 22],
            ['Given', 78],
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
    const rows = report.rows.filter(({ contacts }) => contacts.length > 0)
    const contacts = [
      ...new Map(rows.flatMap((row) => row.contacts).map((one) => [one.entity, one])).values(),
    ]
    if (contacts.length === 0)
      this.writer.gap('No point of contact in this directory was found. None found is not none named.')
    const share = 80 / this.contactFields.length
    this.writer.table(
      'Points of contact, and when their line was last tried',
      [
        ...this.contactFields.map((field) => [this.label('contactForm', field), share] as const),
        ['Last tried', 20] as const,
      ],
      contacts.map((contact) => [
        ...this.contactFields.map((field) => this.contactField(field, contact)),
        this.lastTried(contact),
      ]),
    )
    this.writer.list(rows.map((row): Words => [...this.measure(row), `: ${STANDING_WORDS[row.standing]}.`]))
    if (setRecord !== undefined && this.says(setRecord, 'contactRoles'))
      this.writer.paragraph(['Contacts asked for: ', ...this.known(setRecord, 'contactRoles'), '.'])
  }

  proposed(): void {
    const rows = this.paper.report.rows.filter(({ proposed }) => proposed.length > 0)
    if (rows.length === 0) this.writer.paragraph('Nothing waits for somebody to confirm it.')
    this.writer.list(
      rows.map((row): Words => [
        ...this.measure(row),
        ': ',
        ...row.proposed.flatMap(({ entity }, index) => [...(index > 0 ? ['; '] : []), ...this.named(entity)]),
        '. By the kind of act alone',
        ...(this.isUnread(row.measure, 'acts') ? [', which is a judgement of ours'] : []),
        '.',
      ]),
    )
  }

  none(): void {
    const rows = this.paper.report.rows.filter(({ standing }) => standing === 'none-on-record')
    if (rows.length === 0) {
      this.writer.paragraph('Something is on record under every measure.')
      return
    }
    this.writer.gap(
      `Under ${rows.length} of ${this.paper.report.rows.length} measures nothing is on record. None on record is not none done.`,
    )
    this.writer.list(rows.map((row): Words => [...this.measure(row), `. Missing: ${sayGaps(row.missing)}.`]))
  }
}
