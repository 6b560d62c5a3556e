/**
 * What a report under a set of confidence-building measures asks for, filled in from the records: field by field.
 *
 * The fields are data of the set (kind `cbm-set`); the same words stand in the paper, where they carry footnotes, and in the
 * table, where they do not. Next door: `confidence-report.ts` sets the paper.
 */
import {
  type CalendarDate,
  type ConfidenceReport,
  formatMarking,
  isPartialDate,
  propertyOf,
  type ReportedAct,
  type ReportedContact,
  type ReportGap,
  type ReportRow,
  type ReportStanding,
  sayWord,
  wordsIn,
} from '@demarche/core'
import type { Inline } from './document-tree.ts'
import { insideSentence } from './options-paper/labels.ts'
import type { Words } from './paper-writer.ts'
import { RecordPaper, type RecordsOnPaper } from './record-paper.ts'

/** Everything that a report is made of; plain data, so that it can go to another thread. */
export interface ConfidencePaper extends RecordsOnPaper {
  readonly report: ConfidenceReport
  /** the record of the set; absent where nobody has put one down */
  readonly setRecord?: string
  readonly setName: string
  readonly stateName: string
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
}

/** The fields of a set of which nobody has said what its form asks for. */
const ALL_FIELDS = [
  'measure',
  'state',
  'act',
  'date',
  'evidence',
  'reported',
  'standing',
  'missing',
  'marking',
  'verified',
] as const
const ALL_CONTACT_FIELDS = ['country', 'institution', 'category'] as const

export class ConfidenceWords extends RecordPaper<ConfidencePaper> {
  /** What the report is called, as paper and as table. */
  get title(): string {
    const { setName, stateName } = this.paper
    return this.wording.say('confidence.title', { set: setName, state: stateName })
  }

  /** The fields that the set asks of an act, in the order of its kind; every field where nobody has said. */
  get fields(): readonly string[] {
    return this.#asked('form', ALL_FIELDS)
  }

  /** The fields that the set asks of a point of contact. */
  get contactFields(): readonly string[] {
    return this.#asked('contactForm', ALL_CONTACT_FIELDS)
  }

  #asked(property: string, otherwise: readonly string[]): readonly string[] {
    const record = this.records.get(this.paper.setRecord ?? '')
    const asked = record ? wordsIn(record, property) : []
    const kind = this.kinds.get('cbm-set')
    const all = Object.keys((kind && propertyOf(kind, property)?.values) ?? {})
    return asked.length === 0 ? otherwise : all.filter((word) => asked.includes(word))
  }

  /** What a field is called. */
  label(property: 'form' | 'contactForm', field: string): string {
    const kind = this.kinds.get('cbm-set')
    const of = kind && propertyOf(kind, property)
    return of ? sayWord(of, field) : field
  }

  /** A measure by its number in the set and its name. */
  measure({ measure, number }: Pick<ReportRow, 'measure' | 'number'>): readonly (string | Inline)[] {
    return [...(number === undefined ? [] : [`${number}. `]), ...this.named(measure)]
  }

  /** What a field of the form says of an act under a measure; of no act where none is on record. */
  field(field: string, row: ReportRow, act: ReportedAct | undefined): Words {
    const none = this.wording.say('record.none')
    const record = act && this.records.get(act.entity)
    switch (field) {
      case 'measure':
        return this.measure(row)
      case 'state':
        return this.paper.stateName
      case 'act':
        return act ? [...this.named(act.entity), ...this.#ofKind(act.entity)] : none
      case 'date':
        return act ? this.known(act.entity, 'start') : none
      case 'evidence':
        return act ? this.known(act.entity, 'evidence') : none
      case 'reported':
        return this.#reported(act)
      case 'standing':
        return this.standing(act?.standing ?? row.standing)
      case 'missing':
        return this.gaps(row.missing)
      case 'marking':
        return record ? formatMarking(record.marking) : formatMarking(this.paper.marking)
      case 'verified':
        return this.#verified(act?.entity)
      default:
        return this.wording.say('confidence.notHeld')
    }
  }

  standing(standing: ReportStanding): string {
    return this.wording.say(`confidence.standing.${standing}`)
  }

  /** What is missing, in words. */
  gaps(gaps: readonly ReportGap[]): string {
    const { say } = this.wording
    return gaps.length === 0
      ? say('confidence.noGap')
      : gaps.map((gap) => say(`confidence.gap.${gap}`)).join(this.wording.semicolon)
  }

  #reported(act: ReportedAct | undefined): string {
    const { say, date } = this.wording
    if (!act || act.reported.length === 0) return say('record.none')
    return act.reported
      .map(({ on, reference }) =>
        [on !== undefined && isPartialDate(on) ? date(on) : say('paper.undated'), reference]
          .filter((part) => part !== undefined)
          .join(', '),
      )
      .join(this.wording.semicolon)
  }

  #ofKind(entity: string): readonly (string | Inline)[] {
    return [' (', ...this.known(entity, 'act'), ')']
  }

  #verified(entity: string | undefined): string {
    const record = entity === undefined ? undefined : this.records.get(entity)
    const { say } = this.wording
    if (!record) return say('record.none')
    const unread = record.doubts.flatMap((doubt) =>
      doubt.what === 'unverified' ? [this.labelOf(record.entity, doubt)] : [],
    )
    return unread.length === 0
      ? say('confidence.read')
      : say('confidence.unread', { labels: insideSentence(this, unread.join(', ')) })
  }

  /** What a field of a directory says of a point of contact. */
  contactField(field: string, { entity }: ReportedContact): Words {
    switch (field) {
      case 'country':
        return this.known(entity, 'party')
      case 'person':
        return this.known(entity, 'person')
      case 'institution':
        return this.named(entity)
      case 'mail':
        return this.known(entity, 'mail')
      case 'category':
        return this.known(entity, 'role')
      default:
        return this.wording.say('confidence.notHeld')
    }
  }

  /** When the line was last tried, and what came back. */
  lastTried({ lapsed, lastCheck }: ReportedContact): string {
    const kind = this.kinds.get('contact-check')
    const outcomes = kind && propertyOf(kind, 'outcome')
    const { say, list, date } = this.wording
    if (!lastCheck) return say(lapsed ? 'confidence.notTriedAndLapsed' : 'confidence.notTried')
    const said = lastCheck.outcome.map((word) => (outcomes ? sayWord(outcomes, word) : word))
    const outcome = list(said, 'or') || say('confidence.noAnswer')
    const on = date(lastCheck.on)
    return lapsed
      ? say('confidence.triedAndLapsed', { date: on, outcome })
      : say('paper.labelled', { label: on, text: outcome })
  }
}

/** What the report is called in its language. */
export function confidenceReportTitle(paper: ConfidencePaper): string {
  return new ConfidenceWords(paper).title
}

/** The report as rows of a table: the labels of the form, then a row for each act under each measure, one for a measure without. */
export function confidenceReportTable(paper: ConfidencePaper): readonly (readonly string[])[] {
  const words = new ConfidenceWords(paper)
  const { fields } = words
  return [
    fields.map((field) => words.label('form', field)),
    ...paper.report.rows.flatMap((row) =>
      (row.acts.length === 0 ? [undefined] : row.acts).map((act) =>
        fields.map((field) => withoutNotes(words.field(field, row, act))),
      ),
    ),
  ]
}

function withoutNotes(words: Words): string {
  const parts = typeof words === 'string' || 'kind' in words ? [words] : words
  return parts
    .map((part) => (typeof part === 'string' ? part : part.kind === 'notes' ? '' : part.text))
    .join('')
}
