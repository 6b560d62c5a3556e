/**
 * What every section of the options paper needs: the dossier, the doctrine of that day, and the writer.
 *
 * Looks doctrine entries up by id as they were in force on the date of knowledge, and gives them their labels.
 */
import {
  isInForce,
  type Doctrine,
  type DoctrineEntry,
  type Dossier,
  type LegalFinding,
  type LegalTest,
  type Measure,
} from '@demarche/core'
import type { PaperWriter } from '../paper-writer.ts'
import { sayProperty } from '../wording.ts'

export interface Paper {
  readonly dossier: Dossier
  readonly doctrine: Doctrine
  readonly writer: PaperWriter
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

export function testLabel(paper: Paper, id: string): string {
  return testOf(paper, id)?.label ?? id
}

/** A role or voting rule by its label. */
export function roleLabel(paper: Paper, id: string): string {
  return entryOf(paper, paper.doctrine.roles, id)?.label ?? id.replaceAll('-', ' ')
}

export function votingLabel(paper: Paper, id: string): string {
  return entryOf(paper, paper.doctrine.votingRules, id)?.label ?? id.replaceAll('-', ' ')
}

/** An open point by a name that a reader knows: a fact, or a finding that people have to make. */
export function openPoint(paper: Paper, property: string): string {
  // a test may put several questions to people; each key is the test's id, then `:` and the kind of question
  const key = /^finding\.([^:]+)/.exec(property)?.[1]
  if (key !== undefined) return `a finding by people on “${testLabel(paper, key)}”`
  const row = paper.dossier.facts.find((fact) => fact.property === property)
  return `“${row?.label ?? sayProperty(property)}”`
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
