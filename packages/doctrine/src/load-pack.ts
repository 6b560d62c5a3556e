/**
 * A pack of doctrine from its texts: read, checked as a whole, and put together.
 *
 * Pure: takes paths and texts, gives the doctrine and every finding about it. Reading a folder is `read-pack.ts`.
 *
 * Rests on: docs/rules/doctrine.md. Next door: `check-pack.ts`.
 */
import type { Doctrine, DoctrineEntry } from '@demarche/core'
import { checkPack } from './check-pack.ts'
import type { DoctrineFinding, PackFile } from './pack-file.ts'
import type { Sited } from './read-entries.ts'

/** What came of a pack. `doctrine` is null exactly when there are findings. */
export interface LoadedPack {
  readonly doctrine: Doctrine | null
  readonly findings: readonly DoctrineFinding[]
}

/**
 * Loads one pack.
 * @param files every file of the pack, in any order, paths relative to the pack's folder
 * @returns the doctrine, entries ordered by path, or all findings; never throws for bad doctrine
 */
export function loadPack(files: readonly PackFile[]): LoadedPack {
  const { entries, findings } = checkPack(files)
  const [proportionality] = entries.proportionality
  const [severity] = entries.rightsSeverity
  if (findings.length > 0 || !entries.pack || !proportionality) return { doctrine: null, findings }
  const { id, title, version, notes } = entries.pack.value
  return {
    doctrine: {
      id,
      title,
      version,
      ...(notes ? { notes } : {}),
      tests: entriesOf(entries.tests).toSorted((a, b) => a.order - b.order),
      scales: entriesOf(entries.scales),
      proportionality: proportionality.entry,
      measures: entriesOf(entries.measures),
      norms: entriesOf(entries.norms),
      packages: entriesOf(entries.packages),
      documents: entriesOf(entries.documents),
      votingRules: entriesOf(entries.votingRules),
      roles: entriesOf(entries.roles),
      graph: {
        states: entriesOf(entries.states),
        transitions: entriesOf(entries.transitions),
        verbs: entriesOf(entries.verbs),
        silence: entries.silence[0]?.entry ?? null,
      },
      tracks: entriesOf(entries.tracks),
      populations: entriesOf(entries.populations),
      parties: entriesOf(entries.parties),
      presidencies: entriesOf(entries.presidencies),
      countryGroups: entriesOf(entries.countryGroups),
      ...(severity
        ? {
            rightsCheck: {
              questions: entriesOf(entries.rightsQuestions),
              rights: entriesOf(entries.rights),
              severity: severity.entry,
            },
          }
        : {}),
    },
    findings,
  }
}

function entriesOf<T extends DoctrineEntry>(list: readonly Sited<T>[]): readonly T[] {
  return list.map(({ entry }) => entry)
}
