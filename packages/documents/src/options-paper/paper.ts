/**
 * What every section of the options paper needs: the dossier, the doctrine of that day, and the writer.
 *
 * Looks doctrine entries up by id as they were in force on the date of knowledge. Next door: `labels.ts` names them.
 */
import {
  isInForce,
  type Doctrine,
  type DoctrineEntry,
  type Dossier,
  type LegalFinding,
  type LegalTest,
  type Measure,
  type Package,
} from '@demarche/core'
import type { Wording } from '../language/wording.ts'
import type { PaperWriter } from '../paper-writer.ts'

export interface Paper {
  readonly dossier: Dossier
  readonly doctrine: Doctrine
  readonly writer: PaperWriter
  /** the language of the paper */
  readonly wording: Wording
}

/** The entry of that id in force on the date of knowledge, or any version of it where none was. */
export function entryOf<E extends DoctrineEntry>(
  paper: Paper,
  entries: readonly E[],
  id: string,
): E | undefined {
  const versions = entries.filter((entry) => entry.id === id)
  return versions.find((entry) => isInForce(entry, paper.dossier.asOf)) ?? versions.at(-1)
}

export function measureOf(paper: Paper, id: string): Measure | undefined {
  return entryOf(paper, paper.doctrine.measures, id)
}

export function testOf(paper: Paper, id: string): LegalTest | undefined {
  return entryOf(paper, paper.doctrine.tests, id)
}

/** The packages on offer with their numbers in the paper; restraint is the status quo and has none. */
export function offered({ dossier }: Paper): readonly { readonly number: number; readonly offer: Package }[] {
  return dossier.packages
    .filter(({ restraint }) => !restraint)
    .map((offer, index) => ({ number: index + 1, offer }))
}

/** True where the law leaves the test to weighing: its result is never said to be met. */
export function isWeighed(paper: Paper, finding: LegalFinding): boolean {
  return (
    finding.suggestion !== undefined ||
    finding.factors.length > 0 ||
    finding.proof.node.type === 'weigh' ||
    (testOf(paper, finding.test)?.factors?.length ?? 0) > 0
  )
}

/**
 * True for a test that decides something in this paper: settled or contested, or open with a package turning on it.
 * The paper sets these out; the others have one line in Annex A.
 */
export function isSetOut(paper: Paper, finding: LegalFinding): boolean {
  if (!finding.inForce) return false
  if (finding.verdict !== 'unknown') return true
  if (testOf(paper, finding.test)?.family === 'international-law') return false
  const turning = new Set(paper.dossier.packages.flatMap(({ turnsOn }) => turnsOn))
  return finding.openFacts.some((fact) => turning.has(fact))
}
