/**
 * The brief for the next round with a partner: drafted from what is open between us, for somebody to finish.
 *
 * Takes the partner's records in the order that core gives them; gives the document tree. Every line carries footnotes to
 * the statements that it rests on; what nobody has put on record is said. Pure: the day of production is an argument.
 *
 * Rules: docs/rules/portfolio.md, PFO-20 to PFO-25. Next door: `paper-writer.ts`; `render-document.ts` sets it in type.
 */
import {
  type CalendarDate,
  formatPartialDate,
  type PartnerCommitment,
  type PartnerView,
} from '@demarche/core'
import type { DocumentTree } from './document-tree.ts'
import { strong, type Words } from './paper-writer.ts'
import { type RecordOutline, RecordPaper, type RecordsOnPaper, UNREAD } from './record-paper.ts'
import { sayCount, sayList } from './wording.ts'

/** Everything that the brief is made of; plain data, so that it can go to another thread. */
export interface PartnerBrief extends RecordsOnPaper {
  readonly code: string
  readonly name: string
  readonly asOf: CalendarDate
  readonly view: PartnerView
}

/** So many of a list are named; how many more there are is said. */
const MOST_NAMED = 12
const MOST_MEETINGS = 3

/**
 * The brief as a tree.
 *
 * @returns the tree; the same arguments always give the same tree
 * @source PFO-20 to PFO-25
 */
export function partnerBrief(brief: PartnerBrief): DocumentTree {
  const draft = new BriefDraft(brief)
  return draft.tree({
    title: `${brief.name}: brief for the next round`,
    asOf: brief.asOf,
    what: 'brief',
    particulars: draft.particulars(),
    sections: [
      ['points', 'Points for the next round (draft)', () => draft.points()],
      ['open', 'What is open between us', () => draft.open()],
      ['said', 'What was said before', () => draft.said()],
      ['running', 'What runs there', () => draft.running()],
      ['contacts', 'Whom to call', () => draft.contacts()],
      ['unknown', 'What we do not know', () => draft.unknown(brief.view)],
    ],
  })
}

class BriefDraft extends RecordPaper<PartnerBrief> {
  particulars(): RecordOutline['particulars'] {
    const { view, name } = this.paper
    const next = view.meetings.find(({ standing }) => standing === 'due')
    const last = view.meetings.find(({ standing }) => standing === 'past')
    return [
      ['Partner', name],
      ['Next meeting', next ? this.meeting(next.entity) : 'none on record'],
      ['Last meeting', last ? this.meeting(last.entity) : 'none on record'],
      ['Status', 'Draft made from the records; to be finished by its author'],
    ]
  }

  /** What follows from what is open: a first draft, in the order in which it presses. */
  points(): void {
    const { commitments, raised, projects } = this.paper.view
    const points: Words[] = [
      ...commitments.flatMap((one) => this.#pointOn(one)),
      ...raised
        .filter(({ reply }) => reply === undefined)
        .map(({ entity, norm }): Words => [
          `Return to ${this.word('meeting', 'raised', norm, 'norm')}, raised at `,
          ...this.named(entity),
          ': no reply is on record.',
        ]),
      ...projects
        .filter(({ standing }) => standing === 'ending')
        .map(({ entity }): Words => [
          'Say what follows ',
          ...this.named(entity),
          ', which ends ',
          ...this.known(entity, 'end'),
          '.',
        ]),
    ]
    for (const point of points) this.writer.numbered(point)
    if (points.length === 0)
      this.writer.gap('Nothing on record asks for a point; that does not say that none is owed.')
  }

  #pointOn({ entity, standing }: PartnerCommitment): readonly Words[] {
    switch (standing) {
      case 'late':
        return [
          [
            'Ask when this will be kept: ',
            ...this.named(entity),
            '; it was due ',
            ...this.known(entity, 'due'),
            '.',
          ],
        ]
      case 'open':
        return [['Take stock: ', ...this.named(entity), '; due ', ...this.known(entity, 'due'), '.']]
      case 'undated':
        return [['Agree on a day: ', ...this.named(entity), '; the text names none.']]
      default:
        return []
    }
  }

  open(): void {
    const open = this.paper.view.commitments.filter(({ standing }) => OPEN.includes(standing))
    if (open.length === 0) {
      this.writer.gap('No open commitment was found. None found is not none held.')
      return
    }
    this.writer.table(
      'Open commitments, late first',
      [
        ['Commitment', 46],
        ['By', 22],
        ['Due', 18],
        ['Standing', 14],
      ],
      open.map(({ entity, standing }) => [
        this.named(entity),
        this.known(entity, 'by'),
        this.known(entity, 'due'),
        standing === 'late' ? [strong('late')] : this.known(entity, 'standing'),
      ]),
    )
  }

  said(): void {
    const { meetings, raised } = this.paper.view
    const past = meetings.filter(({ standing }) => standing === 'past').slice(0, MOST_MEETINGS)
    if (past.length === 0) this.writer.gap('No past meeting was found. None found is not none held.')
    this.writer.list(
      past.map(({ entity }) => [...this.meeting(entity), '; topics: ', ...this.known(entity, 'agenda'), '.']),
    )
    if (raised.length === 0) {
      this.writer.gap('No norm raised at a meeting was found.')
      return
    }
    this.writer.table(
      'Norms raised, newest first',
      [
        ['Norm', 26],
        ['At', 26],
        ['Said', 24],
        ['Reply', 24],
      ],
      raised.map(({ entity, norm, what, reply, unverified }) => [
        this.word('meeting', 'raised', norm, 'norm'),
        this.meeting(entity),
        [what ?? 'not on record', ...(unverified ? [UNREAD] : [])],
        reply ?? 'none on record',
      ]),
    )
  }

  running(): void {
    const shown = this.paper.view.projects.filter(({ standing }) => standing !== 'ended')
    if (shown.length === 0) {
      this.writer.gap('No project running or planned was found. None found is not none held.')
      return
    }
    this.writer.table(
      'Projects, those that end soon first',
      [
        ['Project', 50],
        ['Until', 26],
        ['Standing', 24],
      ],
      shown
        .slice(0, MOST_NAMED)
        .map(({ entity, standing, regions, countries }) => [
          this.named(entity),
          this.known(entity, 'end'),
          [STANDING[standing], ...this.#through([...regions, ...countries])].join('; '),
        ]),
    )
    this.#more(shown.length, 'project')
  }

  #through(places: readonly string[]): readonly string[] {
    return places.length === 0 ? [] : [`through ${sayList(places.map((code) => this.place(code)))}`]
  }

  contacts(): void {
    const { contacts } = this.paper.view
    if (contacts.length === 0) this.writer.gap('No point of contact was found.')
    this.writer.list(
      contacts
        .slice(0, MOST_NAMED)
        .map(({ entity, lapsed, lastCheck }): Words => [
          ...this.named(entity),
          lastCheck ? `; last checked ${formatPartialDate(lastCheck.on)}` : '; never checked',
          ...(lapsed ? [': ', strong('lapsed')] : []),
          '.',
        ]),
    )
  }

  unknown({ work, noneFound }: PartnerView): void {
    this.writer.list(
      work
        .slice(0, MOST_NAMED)
        .map(({ entity, doubts }): Words => [
          ...this.named(entity),
          `: ${doubts.map(({ label, what }) => `${label} (${DOUBT[what]})`).join(', ')}.`,
        ]),
    )
    this.#more(work.length, 'record with open points')
    const none = noneFound.flatMap((id) => this.kinds.get(id)?.plural ?? [])
    if (none.length > 0) this.writer.paragraph(`None found: ${none.join(', ')}. None found is not none held.`)
  }

  #more(count: number, what: string): void {
    if (count > MOST_NAMED) this.writer.paragraph(`And ${sayCount(count - MOST_NAMED)} more: ${what}.`)
  }
}

const OPEN: readonly PartnerCommitment['standing'][] = ['late', 'open', 'undated']

const DOUBT = {
  missing: 'missing',
  contested: 'sources differ',
  unverified: 'not read in the source',
} as const

const STANDING = {
  ending: 'ends within twelve months',
  running: 'running',
  'no-end': 'no end known',
  frozen: 'frozen',
  planned: 'planned',
  ended: 'ended',
} as const
