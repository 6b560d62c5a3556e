/**
 * What rests on an item of evidence, and what falls if it goes.
 *
 * Takes the statements about a case, as a reader sees them, and an item; gives which of them rest on it alone and which on
 * others too, which procedures are about a measure that rests on it, and what is found of the case with and without it.
 * Pure: nothing is taken away anywhere.
 *
 * Rules: docs/rules/evidence.md, EVI-01 and EVI-03. Next door: `compile-dossier.ts`, `compare-dossiers.ts`; whether an item
 * may carry a listing stands in `../portfolio/evidence/weigh-listing-use.ts`.
 */
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { supportOf, standingAssertions } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Statement, StatementId } from '../kernel/statement.ts'
import type { Availability, MeasureFinding } from '../toolbox/option.ts'
import { compareDossiers, type DossierChange } from './compare-dossiers.ts'
import { compileDossier, type DossierInput } from './compile-dossier.ts'
import type { Dossier } from './dossier.ts'

/** Statements that still say something and name the item, oldest record first. */
export interface RestingOn {
  /** they name no other item */
  readonly falls: readonly Statement[]
  /** they name another item too, and stand without this one */
  readonly stays: readonly Statement[]
}

/** Which statements rest on the item, alone or with others. What was withdrawn rests on nothing. */
export function restingOn(statements: readonly Statement[], item: string): RestingOn {
  const standing = new Set(standingAssertions(statements).map(({ statement }) => statement))
  const naming = [...standing].filter(({ source }) => source.evidence?.includes(item))
  return {
    falls: naming.filter((one) => itemsOf(one).length === 1),
    stays: naming.filter((one) => itemsOf(one).length > 1),
  }
}

/** The items that a statement names, each once. */
export function itemsOf({ source }: Pick<Statement, 'source'>): readonly string[] {
  return [...new Set(source.evidence)]
}

/** The items that any of the statements that still say something names, in order of name. */
export function itemsNamedIn(statements: readonly Statement[]): readonly string[] {
  return [
    ...new Set(standingAssertions(statements).flatMap(({ statement }) => itemsOf(statement))),
  ].toSorted()
}

/** The statements as they would be without the item: what rests on it alone says nothing, what it withdrew stays withdrawn. */
export function withoutEvidence(statements: readonly Statement[], item: string): readonly Statement[] {
  const falls = new Set(restingOn(statements, item).falls.map(({ id }) => id))
  if (falls.size === 0) return statements
  return statements.map((one) => (falls.has(one.id) ? { ...one, assertions: [] } : one))
}

/** One case with and without an item. */
export interface EvidenceRemoval extends RestingOn {
  readonly changes: readonly DossierChange[]
  /** the measures whose findings have a fact under them that a statement naming the item supports */
  readonly measures: readonly {
    readonly measure: string
    readonly before: Availability
    readonly after: Availability
  }[]
}

/**
 * What is found of the case without the item, beside what is found with it.
 * @param input as the dossier was compiled
 * @param before that dossier
 */
export function weighRemoval(input: DossierInput, before: Dossier, item: string): EvidenceRemoval {
  const own = input.statements.filter(({ entity }) => entity === input.entity)
  const { falls, stays } = restingOn(
    own.filter(({ id }) => before.statements[id] !== undefined),
    item,
  )
  const after =
    falls.length === 0 ? before : compileDossier({ ...input, statements: withoutEvidence(own, item) })
  const afterOf = new Map(after.measures.map(({ measure, availability }) => [measure, availability]))
  const naming = new Set([...falls, ...stays].map(({ id }) => id))
  return {
    falls,
    stays,
    changes: compareDossiers(before, after, CASE_VOCABULARY),
    measures: before.measures.flatMap((finding) => {
      const then = afterOf.get(finding.measure) ?? finding.availability
      return then !== finding.availability || measureRestsOn(finding, naming)
        ? [{ measure: finding.measure, before: finding.availability, after: then }]
        : []
    }),
  }
}

/** The items that are named by a statement under a fact that the finding of the measure reads. */
export function itemsUnder(
  finding: Pick<MeasureFinding, 'reasons'>,
  statements: Readonly<Record<StatementId, Statement>>,
): readonly string[] {
  const under = new Set(finding.reasons.flatMap(({ proof }) => [...statementsUnder(proof)]))
  return [...new Set([...under].flatMap((id) => (statements[id] ? itemsOf(statements[id]) : [])))].toSorted()
}

function measureRestsOn({ reasons }: MeasureFinding, naming: ReadonlySet<StatementId>): boolean {
  return (
    naming.size > 0 && reasons.some(({ proof }) => [...statementsUnder(proof)].some((id) => naming.has(id)))
  )
}

function* statementsUnder(proof: Proof): Iterable<StatementId> {
  for (const { statement } of proof.support) yield statement
  if ('fact' in proof.node) for (const { statement } of supportOf(proof.node.fact)) yield statement
  for (const part of proof.parts) yield* statementsUnder(part)
}
