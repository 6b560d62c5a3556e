/**
 * Annex D: what nobody has yet read in the source, and the doctrine entries of the paper that it touches.
 *
 * Entries share the same doubt word for word, so the table goes by doubt. Next door: the footnotes mark the same
 * provisions as unverified where they are cited.
 */
import type { DoctrineEntry } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { entryOf, measureOf, testOf, type Paper } from './paper.ts'

export function writeUnverified(paper: Paper): void {
  const { writer } = paper
  const doubts = citedEntries(paper).flatMap((entry) => doubtsOf(entry).map((doubt) => ({ doubt, entry })))
  if (doubts.length === 0) {
    writer.paragraph('Every doctrine entry that this paper uses has been read in its source.')
    return
  }
  writer.paragraph(
    'The paper uses these entries of the doctrine although they, or parts of them, have not been read in the source.',
  )
  writer.table(
    'What is not verified, and the doctrine entries that it concerns',
    [
      ['Not verified', 40],
      ['Entries', 60],
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
  const kinds: readonly (readonly [name: string, all: readonly DoctrineEntry[]])[] = [
    ['measures', entriesOf(measuresOf(paper), (id) => measureOf(paper, id))],
    ['packages', entriesOf(paper.dossier.packages, ({ id }) => entryOf(paper, paper.doctrine.packages, id))],
    [
      'dimensions',
      entriesOf(paper.dossier.profile, ({ dimension }) => entryOf(paper, paper.doctrine.scales, dimension)),
    ],
  ]
  const grouped = kinds.flatMap(([name, all]) => {
    const left = all.filter((entry) => !entries.includes(entry))
    if (all.length < 3 || left.length > all.length / 3) return []
    const except = left.length > 0 ? ` but: ${left.map(({ label }) => label).join(', ')}` : ''
    return [{ all, said: `all ${name}${except}` }]
  })
  const others = entries.filter((entry) => !grouped.some(({ all }) => all.includes(entry)))
  return [...grouped.map(({ said }) => said), ...others.map(({ label }) => label)].join('; ')
}

function measuresOf({ dossier }: Paper): readonly string[] {
  return dossier.measures.filter(({ role }) => role === 'measure').map(({ measure }) => measure)
}

function doubtsOf({ verified, verifiedParts = [], unverifiedParts = [] }: DoctrineEntry): readonly string[] {
  if (unverifiedParts.length > 0) return unverifiedParts.map(sentence)
  if (verified) return []
  return [verifiedParts.length > 0 ? `All but: ${verifiedParts.join('; ')}.` : 'The whole entry.']
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
