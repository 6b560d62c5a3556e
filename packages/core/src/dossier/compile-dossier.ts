/**
 * The dossier: everything the desk says about one case on one date, made from statements and doctrine alone.
 *
 * Takes the statements that a reader may see, a compiled pack, the precedents of the same reader and a date; gives one
 * value. Pure: the same statements, doctrine and date give the same dossier, and what the reader may not see cannot show
 * in it, because it is never passed in. Reasons and proofs are built when they are read.
 *
 * Rests on: docs/rules (facts, assessment, toolbox). Next door: `dossier.ts` for its shape, `compare-dossiers.ts`.
 */
import type { CompiledDoctrine } from '../assessment/compile-doctrine.ts'
import { rateDimensions } from '../assessment/rate-dimensions.ts'
import { readAttribution } from '../attribution/read-attribution.ts'
import { caseName, UNNAMED_CASE } from '../incident/case-name.ts'
import { RIGHTS_GROUP } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { DERIVED_PROPERTIES } from '../incident/derived-properties.ts'
import { setOfMeasures } from '../incident/rights-statements.ts'
import { type Facts, knownBy, knownValue, resolveFacts } from '../kernel/fact.ts'
import { factRow, type FactRow, type OtherTime, otherTimes } from '../kernel/fact-row.ts'
import { highestMarking } from '../kernel/marking.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import type { Statement } from '../kernel/statement.ts'
import type { Vocabulary } from '../kernel/vocabulary.ts'
import { considerNorms } from '../norms/consider-norms.ts'
import { readChecks, setsOnRecord } from '../rights/read-check.ts'
import { checkConsistency, readDivergenceReasons } from '../toolbox/check-consistency.ts'
import { codeCase } from '../toolbox/code-case.ts'
import { nearestPrecedents } from '../toolbox/nearest-precedents.ts'
import { politicalFactors } from '../toolbox/political-factors.ts'
import type { PrecedentIndex } from '../toolbox/precedent-index.ts'
import { byId, type Findings, FINDINGS_AFRESH, weighCase } from '../toolbox/weigh-case.ts'
import type { Package } from '../toolbox/option.ts'
import type { CodedCase } from '../toolbox/precedent.ts'
import type { Dossier } from './dossier.ts'

export interface DossierInput {
  /** as `kind:slug` */
  readonly entity: string
  /** every statement about the entity that the reader may see; others are left out here */
  readonly statements: readonly Statement[]
  readonly doctrine: CompiledDoctrine
  /** what could be known by the end of that day, under the doctrine in force on it */
  readonly asOf: CalendarDate
  /** only what this desk had recorded by that instant */
  readonly recordedBy?: Instant
  /** the cases that the reader may see, coded; the case itself may be among them and is passed over */
  readonly precedents: PrecedentIndex
  /** for whoever compiles many: `keepFindings()`, which gives what it found before */
  readonly findings?: Findings
}

/** Compiles the dossier of one case. With no statement known by the date, every fact in it is unknown. */
export function compileDossier({
  entity,
  statements,
  doctrine: compiled,
  asOf,
  recordedBy,
  precedents,
  findings = FINDINGS_AFRESH,
}: DossierInput): Dossier {
  const own = statements.filter((statement) => statement.entity === entity)
  const known = knownBy(own, { saidBy: asOf, recordedBy })
  const statementsById = byId(known)
  const facts = deriveFacts(resolveFacts(compiled.vocabulary, known, { heldOn: asOf }), asOf)
  const weighed = weighCase(compiled, facts, asOf, statementsById, findings)
  // never below what stands behind it: on an early date too, when little of it was known
  const ownMarking = highestMarking(own.map(({ marking }) => marking))
  // on a date before anybody had named the case, its later name is still its handle
  const name =
    caseName(facts, statementsById) ??
    caseName(resolveFacts(compiled.vocabulary, own), byId(own)) ??
    UNNAMED_CASE
  const coded = codeCase(entity, facts, weighed.profile, ownMarking, name)
  const neighbours = nearestPrecedents(coded, precedents, asOf)
  const consistency = checkConsistency(coded, precedents, asOf, {
    reasons: readDivergenceReasons(facts),
    isOpen: coded.responseClass === 'none' && facts.one('noJointResponse').state === 'unknown',
  })
  const summary = knownValue(facts.one('summary'))
  return {
    entity,
    name,
    ...(typeof summary === 'string' ? { summary } : {}),
    asOf,
    doctrine: { id: compiled.doctrine.id, version: compiled.doctrine.version },
    marking: highestMarking([ownMarking, ...[...neighbours, ...consistency].map(({ marking }) => marking)]),
    facts: factRows(compiled.vocabulary, facts, otherTimes(compiled.vocabulary, known, asOf)),
    profile: weighed.profile,
    band: weighed.band,
    tests: weighed.tests,
    norms: considerNorms(compiled, facts, asOf),
    decisive: findings.decisive(compiled, facts, asOf),
    attribution: readAttribution(facts, statementsById, asOf),
    measures: weighed.measures,
    packages: weighed.packages,
    rights: readChecks(compiled.doctrine, setsToCheck(weighed.packages, known), known, asOf),
    political: politicalFactors(facts),
    neighbours,
    consistency,
    responses: coded.responses,
    statements: Object.fromEntries(statementsById),
  }
}

/**
 * A case as others are compared with it: what could be known of it by a date, under the doctrine of that date.
 * Make these once and give them to `indexPrecedents`.
 */
export function codeStatements(
  entity: string,
  statements: readonly Statement[],
  compiled: CompiledDoctrine,
  asOf: CalendarDate,
  recordedBy?: Instant,
): CodedCase {
  const known = knownBy(statements, { saidBy: asOf, recordedBy })
  const facts = deriveFacts(resolveFacts(compiled.vocabulary, known, { heldOn: asOf }), asOf)
  return codeCase(
    entity,
    facts,
    rateDimensions(compiled, facts, asOf, byId(known)),
    highestMarking(statements.map(({ marking }) => marking)),
    caseName(facts, byId(known)) ?? UNNAMED_CASE,
  )
}

/** The measures of each package that has any, then every other set of which something is on record; each once. */
function setsToCheck(
  packages: readonly Package[],
  known: readonly Statement[],
): readonly (readonly string[])[] {
  const sets = [
    ...packages.map(({ steps }) => setOfMeasures(steps.map(({ measure }) => measure))),
    ...setsOnRecord(known),
  ].filter((set) => set.length > 0)
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()]
}

/** Every property of the vocabulary, known or not, then what follows from others, ratings and findings on record. */
function factRows(
  vocabulary: Vocabulary,
  facts: Facts,
  others: ReadonlyMap<string, readonly OtherTime[]>,
): readonly FactRow[] {
  const listed = new Set(vocabulary.properties.map(({ name }) => name))
  const derived = DERIVED_PROPERTIES.filter(
    ({ name }) => !listed.has(name) && facts.one(name).state !== 'unknown',
  )
  for (const { name } of DERIVED_PROPERTIES) listed.add(name)
  const families = [...new Set(facts.properties)]
    .filter((name) => !listed.has(name))
    .toSorted()
    .flatMap((name) => vocabulary.find(name) ?? [])
    // a rights check is shown as one
    .filter(({ group }) => group !== RIGHTS_GROUP)
  return [...vocabulary.properties, ...derived, ...families].map((property) =>
    factRow(property, facts, others.get(property.name)),
  )
}
