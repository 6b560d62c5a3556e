/**
 * The brief for the next round with a partner: drafted from what is open between us, for somebody to finish.
 *
 * Takes the partner's records in the order that core gives them; gives the document tree. Every line carries footnotes to
 * the statements that it rests on; what nobody has put on record is said. Pure: the day of production is an argument.
 *
 * Rules: docs/rules/portfolio.md, PFO-20 to PFO-25. Next door: `paper-writer.ts`; `render-document.ts` sets it in type.
 */
import type { CalendarDate, PartnerCommitment, PartnerView } from '@demarche/core'
import type { DocumentTree } from './document-tree.ts'
import { strong, type Words } from './paper-writer.ts'
import { type RecordOutline, RecordPaper, type RecordsOnPaper } from './record-paper.ts'

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
  const { say } = draft.wording
  return draft.tree({
    title: say('brief.title', { partner: brief.name }),
    asOf: brief.asOf,
    caption: say('brief.particulars'),
    particulars: draft.particulars(),
    sections: [
      ['points', say('brief.points'), () => draft.points()],
      ['open', say('brief.open'), () => draft.open()],
      ['said', say('brief.said'), () => draft.said()],
      ['running', say('brief.running'), () => draft.running()],
      ['contacts', say('brief.contacts'), () => draft.contacts()],
      ['unknown', say('brief.unknown'), () => draft.unknown(brief.view)],
    ],
  })
}

class BriefDraft extends RecordPaper<PartnerBrief> {
  particulars(): RecordOutline['particulars'] {
    const { view, name } = this.paper
    const { say } = this.wording
    const next = view.meetings.find(({ standing }) => standing === 'due')
    const last = view.meetings.find(({ standing }) => standing === 'past')
    return [
      [say('brief.partner'), name],
      [say('brief.nextMeeting'), next ? this.meeting(next.entity) : say('record.none')],
      [say('brief.lastMeeting'), last ? this.meeting(last.entity) : say('record.none')],
      [say('paper.status'), say('brief.status')],
    ]
  }

  /** What follows from what is open: a first draft, in the order in which it presses. */
  points(): void {
    const { commitments, raised, projects } = this.paper.view
    const { say, saying } = this.wording
    const points: Words[] = [
      ...commitments.flatMap((one) => this.#pointOn(one)),
      ...raised
        .filter(({ reply }) => reply === undefined)
        .map(({ entity, norm }): Words =>
          saying(
            'brief.point.raised',
            { meeting: this.named(entity) },
            { norm: this.word('meeting', 'raised', norm, 'norm') },
          ),
        ),
      ...projects
        .filter(({ standing }) => standing === 'ending')
        .map(({ entity }): Words =>
          saying('brief.point.ending', { project: this.named(entity), end: this.known(entity, 'end') }),
        ),
    ]
    for (const point of points) this.writer.numbered(point)
    if (points.length === 0) this.writer.gap(say('brief.noPoint'))
  }

  #pointOn({ entity, standing }: PartnerCommitment): readonly Words[] {
    const { saying } = this.wording
    switch (standing) {
      case 'late':
      case 'open':
        return [
          saying(`brief.point.${standing}`, {
            commitment: this.named(entity),
            due: this.known(entity, 'due'),
          }),
        ]
      case 'undated':
        return [saying('brief.point.undated', { commitment: this.named(entity) })]
      default:
        return []
    }
  }

  open(): void {
    const { say } = this.wording
    const open = this.paper.view.commitments.filter(({ standing }) => OPEN.includes(standing))
    if (open.length === 0) {
      this.writer.gap(say('brief.noCommitment'))
      return
    }
    this.writer.table(
      say('brief.commitments'),
      [
        [say('brief.commitment'), 46],
        [say('brief.by'), 22],
        [say('brief.due'), 18],
        [say('brief.standing'), 14],
      ],
      open.map(({ entity, standing }) => [
        this.named(entity),
        this.known(entity, 'by'),
        this.known(entity, 'due'),
        standing === 'late' ? [strong(say('brief.late'))] : this.known(entity, 'standing'),
      ]),
    )
  }

  said(): void {
    const { say, saying } = this.wording
    const { meetings, raised } = this.paper.view
    const past = meetings.filter(({ standing }) => standing === 'past').slice(0, MOST_MEETINGS)
    if (past.length === 0) this.writer.gap(say('brief.noMeeting'))
    this.writer.list(
      past.map(({ entity }) =>
        saying('brief.topics', { meeting: this.meeting(entity), topics: this.known(entity, 'agenda') }),
      ),
    )
    if (raised.length === 0) {
      this.writer.gap(say('brief.noNorm'))
      return
    }
    this.writer.table(
      say('brief.norms'),
      [
        [say('brief.norm'), 26],
        [say('brief.at'), 26],
        [say('brief.what'), 24],
        [say('brief.reply'), 24],
      ],
      raised.map(({ entity, norm, what, reply, unverified }) => [
        this.word('meeting', 'raised', norm, 'norm'),
        this.meeting(entity),
        [what ?? say('brief.notOnRecord'), ...(unverified ? [this.unread] : [])],
        reply ?? say('record.none'),
      ]),
    )
  }

  running(): void {
    const { say, count } = this.wording
    const shown = this.paper.view.projects.filter(({ standing }) => standing !== 'ended')
    if (shown.length === 0) {
      this.writer.gap(say('brief.noProject'))
      return
    }
    this.writer.table(
      say('brief.projects'),
      [
        [say('brief.project'), 50],
        [say('brief.until'), 26],
        [say('brief.standing'), 24],
      ],
      shown
        .slice(0, MOST_NAMED)
        .map(({ entity, standing, regions, countries }) => [
          this.named(entity),
          this.known(entity, 'end'),
          [say(`brief.project.${standing}`), ...this.#through([...regions, ...countries])].join(
            this.wording.semicolon,
          ),
        ]),
    )
    const more = shown.length - MOST_NAMED
    if (more > 0) this.writer.paragraph(say('brief.moreProjects', { number: count(more) }))
  }

  #through(places: readonly string[]): readonly string[] {
    const { say, list } = this.wording
    return places.length === 0
      ? []
      : [say('brief.through', { places: list(places.map((code) => this.place(code))) })]
  }

  contacts(): void {
    const { contacts } = this.paper.view
    const { say, saying, date } = this.wording
    if (contacts.length === 0) this.writer.gap(say('brief.noContact'))
    this.writer.list(
      contacts.slice(0, MOST_NAMED).map(({ entity, lapsed, lastCheck }): Words => {
        const standing = lapsed ? strong(say('brief.lapsed')) : undefined
        const parts = { contact: this.named(entity), ...(standing ? { standing } : {}) }
        return lastCheck
          ? saying(standing ? 'brief.checkedAndLapsed' : 'brief.checked', parts, { date: date(lastCheck.on) })
          : saying(standing ? 'brief.neverCheckedAndLapsed' : 'brief.neverChecked', parts)
      }),
    )
  }

  unknown({ work, noneFound }: PartnerView): void {
    const { say, saying, count } = this.wording
    this.writer.list(
      work.slice(0, MOST_NAMED).map(({ entity, doubts }): Words =>
        saying(
          'brief.doubts',
          { record: this.named(entity) },
          {
            doubts: doubts
              .map((doubt) => say(`brief.doubt.${doubt.what}`, { label: this.labelOf(entity, doubt) }))
              .join(', '),
          },
        ),
      ),
    )
    const more = work.length - MOST_NAMED
    if (more > 0) this.writer.paragraph(say('brief.moreRecords', { number: count(more) }))
    const none = noneFound.flatMap((id) => this.kinds.get(id)?.plural ?? [])
    if (none.length > 0) this.writer.paragraph(say('brief.noneFound', { kinds: none.join(', ') }))
  }
}

const OPEN: readonly PartnerCommitment['standing'][] = ['late', 'open', 'undated']
