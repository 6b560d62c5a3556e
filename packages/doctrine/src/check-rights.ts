/**
 * The rights check must hang together: its questions are about rights and measures that there are, and somebody says how
 * grave a concern is.
 *
 * A question of a measure that the pack does not have would never be asked; a check without severity could not be ranked.
 *
 * Rests on: docs/rules/doctrine.md, DOC-70 and DOC-71. Next door: `check-references.ts`.
 */
import type { Fault } from './pack-file.ts'
import type { PackEntries } from './read-entries.ts'

export function checkRights({
  rightsQuestions,
  rights,
  rightsSeverity,
  measures,
  unread,
}: PackEntries): Fault[] {
  const [first] = rightsQuestions
  // a pack without questions asks nothing
  if (!first) return []
  const known = new Set(rights.map(({ entry }) => entry.id))
  const takes = new Set([...measures.map(({ entry }) => entry.id), ...unread.measures])
  const names = rightsQuestions.flatMap(({ entry, path, place }): Fault[] => [
    ...entry.rights.flatMap((name, index): Fault[] =>
      known.has(name)
        ? []
        : [
            {
              path,
              place: [...place, 'rights', index],
              rule: 'DOC-70',
              message: `the pack has no right "${name}" in rights/rights.yaml.`,
            },
          ],
    ),
    ...('measures' in entry.appliesTo ? entry.appliesTo.measures : []).flatMap((name, index): Fault[] =>
      takes.has(name)
        ? []
        : [
            {
              path,
              place: [...place, 'appliesTo', 'measures', index],
              rule: 'DOC-70',
              message: `the pack has no measure "${name}".`,
            },
          ],
    ),
  ])
  const lacks = (what: string): Fault => ({ path: first.path, place: [], rule: 'DOC-71', message: what })
  return [
    ...names,
    ...(rightsSeverity.length === 0
      ? [lacks('the pack asks questions of rights and has no rights/severity.yaml.')]
      : []),
    ...(rightsQuestions.some(({ entry }) => 'all' in entry.appliesTo)
      ? []
      : [
          lacks(
            'no question applies to all measures; some measures would be opened without being asked anything.',
          ),
        ]),
  ]
}
