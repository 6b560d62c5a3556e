/**
 * Annex D: what nobody has yet read in the source, and the doctrine entries of the paper that it touches.
 *
 * Entries share the same doubt word for word, so the table goes by doubt. Next door: the footnotes mark the same
 * provisions as unverified where they are cited.
 */
import type { DoctrineEntry } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { inRow } from './labels.ts'
import { entryOf, measureOf, testOf, type Paper } from './paper.ts'

export function writeUnverified(paper: Paper): void {
  const {
    writer,
    wording: { say },
  } = paper
  const doubts = citedEntries(paper).flatMap((entry) =>
    doubtsOf(paper, entry).map((doubt) => ({ doubt, entry })),
  )
  if (doubts.length === 0) {
    writer.paragraph(say('unverified.none'))
    return
  }
  writer.paragraph(say('unverified.lead'))
  writer.table(
    say('unverified.caption'),
    [
      [say('unverified.column.what'), 40],
      [say('unverified.column.entries'), 60],
    ],
    [...Map.groupBy(doubts, ({ doubt }) => doubt)].map(([doubt, rows]): Words[] => [
      doubt,
      opening(
        sayEntries(
          paper,
          rows.map(({ entry }) => entry),
        ),
      ),
    ]),
  )
}

/** Entry by entry; a whole kind, or most of it, by the name of the kind. */
function sayEntries(paper: Paper, entries: readonly DoctrineEntry[]): string {
  const { say } = paper.wording
  const { doctrine, dossier } = paper
  const kinds = [
    ['measures', entriesOf(measuresOf(paper), (id) => measureOf(paper, id))],
    ['packages', entriesOf(dossier.packages, ({ id }) => entryOf(paper, doctrine.packages, id))],
    ['dimensions', entriesOf(dossier.profile, ({ dimension }) => entryOf(paper, doctrine.scales, dimension))],
  ] as const
  const grouped = kinds.flatMap(([kind, all]) => {
    const left = all.filter((entry) => !entries.includes(entry))
    if (all.length < 3 || left.length > all.length / 3) return []
    const except = left.map((entry) => entryLabel(paper, entry)).join(', ')
    const said =
      left.length > 0 ? say(`unverified.allBut.${kind}`, { except }) : say(`unverified.all.${kind}`)
    return [{ all, said }]
  })
  const others = entries.filter((entry) => !grouped.some(({ all }) => all.includes(entry)))
  return inRow(paper, [
    ...grouped.map(({ said }) => said),
    ...others.map((entry) => entryLabel(paper, entry)),
  ])
}

/** The lists of doctrine that a paper cites. */
const CITED = ['measures', 'norms', 'packages', 'scales', 'tests', 'votingRules'] as const

function entryLabel({ doctrine, wording }: Paper, entry: DoctrineEntry): string {
  const list = CITED.find((name) => doctrine[name].some(({ id }) => id === entry.id))
  return list === undefined ? entry.label : wording.label(list, entry.id, entry.label)
}

function measuresOf({ dossier }: Paper): readonly string[] {
  return dossier.measures.filter(({ role }) => role === 'measure').map(({ measure }) => measure)
}

function doubtsOf(
  paper: Paper,
  { verified, verifiedParts = [], unverifiedParts = [] }: DoctrineEntry,
): readonly string[] {
  const { say, ofDoctrine } = paper.wording
  if (unverifiedParts.length > 0) return unverifiedParts.map((part) => sentence(ofDoctrine(part)))
  if (verified) return []
  return [
    verifiedParts.length > 0
      ? say('unverified.partly', { read: inRow(paper, verifiedParts.map(ofDoctrine)) })
      : say('unverified.whole'),
  ]
}

/** The doctrine entries on which a line of the paper rests, in the order in which the paper uses them. */
function citedEntries(paper: Paper): readonly DoctrineEntry[] {
  const { dossier, doctrine } = paper
  const measures = measuresOf(paper)
  const rules = measures.map((id) => measureOf(paper, id)?.votingRule)
  return [
    ...new Set([
      ...entriesOf(dossier.profile, ({ dimension }) => entryOf(paper, doctrine.scales, dimension)),
      doctrine.proportionality,
      ...entriesOf(dossier.tests, ({ test }) => testOf(paper, test)),
      ...entriesOf(dossier.norms, ({ norm }) => entryOf(paper, doctrine.norms, norm)),
      ...entriesOf(measures, (id) => measureOf(paper, id)),
      ...entriesOf(rules, (id) => (id === undefined ? undefined : entryOf(paper, doctrine.votingRules, id))),
      ...entriesOf(dossier.packages, ({ id }) => entryOf(paper, doctrine.packages, id)),
    ]),
  ]
}

function entriesOf<T>(
  items: readonly T[],
  find: (item: T) => DoctrineEntry | undefined,
): readonly DoctrineEntry[] {
  return items.flatMap((item) => find(item) ?? [])
}
