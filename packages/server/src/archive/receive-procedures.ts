/**
 * The procedures in an archive, as they are kept here: each act with its origin under its own marking, and for each marking
 * which acts the archive held. They are there to be read; nobody here acts on them.
 *
 * What is kept already is left, so the same archive adds nothing and a later one adds what came since. What is said under a
 * marking follows from the acts under it alone.
 *
 * Rules: docs/rules/record.md, RCD-15 to RCD-18. Next door: `import-archive.ts`; core reads it back with `actsElsewhere`.
 */
import { type Fault, faultOf, type RuledFault } from '@demarche/api'
import {
  canonicalJson,
  checkValue,
  type DraftStatement,
  entityElsewhere,
  heldActs,
  heldIn,
  highestMarking,
  inWords,
  keptAct,
  type Marking,
  markingKey,
  mayRead,
  PROCEDURE_ELSEWHERE,
  PROCEDURE_VOCABULARY,
  type Readable,
  type Statement,
  withLimitsOf,
} from '@demarche/core'
import type { Archived } from '@demarche/interchange/archive/manifest.ts'
import { originsIn, withOrigin } from '@demarche/interchange/archive/origin.ts'
import type { ArchiveReading } from '@demarche/interchange/archive/read-archive.ts'
import { faultOfValue } from '../record/check-statement.ts'
import { type Importing, raisedAs } from './raise-marking.ts'

interface Here extends Importing {
  /** what the reader sees here of the procedures in the archive */
  readonly onRecord: readonly Statement[]
}

export interface ProceduresReceived {
  readonly drafts: readonly DraftStatement[]
  /** what is here already */
  readonly known: number
  readonly procedures: number
  readonly rejected: readonly RuledFault[]
  readonly remarks: readonly Fault[]
}

/** Whether a line of an archive is about a procedure. */
export function isOfProcedure({ statement }: Archived): boolean {
  return statement.kind === PROCEDURE_VOCABULARY.kind && statement.entity.startsWith('procedure:')
}

/** The ids here of the procedures in the archive. */
export function proceduresIn({ fingerprint, statements }: ArchiveReading): readonly string[] {
  const names = new Set(statements.filter(isOfProcedure).map(({ statement }) => statement.entity))
  return [...names].map((procedure) => entityElsewhere({ desk: fingerprint, procedure }))
}

/** What of them is to be put on record here. */
export function receiveProcedures(
  { manifest, fingerprint, statements }: ArchiveReading,
  { onRecord, ...importing }: Here,
): ProceduresReceived {
  const { reader, at, lists } = importing
  const kept = keptByOrigin(onRecord)
  const drafts: DraftStatement[] = []
  const remarks: Fault[] = []
  const rejected: RuledFault[] = []
  let known = 0
  const ofProcedures = Map.groupBy(statements.filter(isOfProcedure), ({ statement }) => statement.entity)
  for (const [procedure, acts] of ofProcedures) {
    const place = { desk: fingerprint, case: manifest.case, procedure }
    const entity = entityElsewhere(place)
    const byMarking = Map.groupBy(acts, ({ statement }) => markingKey(statement.marking))
    const raise = new Map<Statement, { readonly limits: readonly Readable[]; readonly there: Marking }>()
    for (const [first, ...others] of byMarking.values()) {
      if (!first) continue
      const here = [first, ...others].flatMap(({ id }) => kept.get(id) ?? [])
      // what was raised here since keeps what comes later of it together
      const marking = withLimitsOf({ marking: first.statement.marking, assertedBy: reader.party }, here)
      for (const one of here) {
        const limits = [...(raise.get(one)?.limits ?? []), { marking, assertedBy: one.assertedBy }]
        raise.set(one, { limits, there: first.statement.marking })
      }
      const shared = {
        entity,
        kind: PROCEDURE_ELSEWHERE,
        assertedBy: reader.party,
        assertedAt: at.toISOString(),
      }
      if (!mayRead(reader, { marking, assertedBy: reader.party }, lists)) {
        for (const { id } of [first, ...others])
          rejected.push(faultOf(`statement ${id}`, inWords('archive-above-reader'), 'LED-04'))
        continue
      }
      for (const archived of [first, ...others]) {
        const { id, statement } = archived
        if (kept.has(id)) {
          known += 1
          continue
        }
        const fault = faultIn(archived, manifest)
        if (fault) {
          rejected.push(fault)
          continue
        }
        const origin = { ...place, statement: id, party: statement.assertedBy, at: statement.assertedAt }
        drafts.push({
          ...shared,
          assertions: keptAct(statement.assertions, origin),
          source: withOrigin(statement.source, origin, statement),
          grading: statement.grading,
          marking,
        })
      }
      const held = {
        ...place,
        party: manifest.party,
        at: manifest.madeAt,
        acts: [first, ...others].map(({ id }) => id).toSorted(),
      }
      if (onRecord.some((one) => canonicalJson(heldIn(one)) === canonicalJson(held))) {
        known += 1
        continue
      }
      drafts.push({
        ...shared,
        assertions: heldActs(held),
        source: { document: 'Archive of another desk', party: manifest.party, verified: true },
        grading: { reliability: 'A', credibility: '1' },
        marking,
      })
    }
    let raised = false
    /** the marking that it has once this is on record */
    const markAnew = (target: Statement, limits: readonly Readable[], there: Marking): Marking => {
      const anew = raisedAs(target, limits, there, importing)
      if (anew && 'draft' in anew) {
        drafts.push(anew.draft)
        raised = true
        return anew.marking
      }
      if (anew) rejected.push(faultOf(`statement ${target.id}`, anew.words, anew.rule))
      return target.marking
    }
    const marked = new Map<Statement, Readable>()
    for (const [act, { limits, there }] of raise) {
      marked.set(act, { marking: markAnew(act, limits, there), assertedBy: act.assertedBy })
    }
    // after them: one act that stays as it was must not keep down what tells of another
    for (const [one, limits] of heldToRaise(onRecord, entity, marked, kept)) {
      markAnew(one, limits, highestMarking(limits.map(({ marking }) => marking)))
    }
    if (raised) remarks.push(faultOf(procedure, inWords('archive-procedure-raised'), 'RCD-18'))
  }
  return { drafts, known, procedures: ofProcedures.size, rejected, remarks }
}

/** What is kept here of each act, by its id at the other desk. */
function keptByOrigin(onRecord: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const pairs = onRecord.flatMap((here) =>
    originsIn(here.source).map(({ statement }) => ({ statement, here })),
  )
  const grouped = Map.groupBy(pairs, ({ statement }) => statement)
  return new Map([...grouped].map(([id, found]) => [id, found.map(({ here }) => here)]))
}

/** What says that an archive held acts is marked as strictly as they are: else it would tell of them. */
function heldToRaise(
  onRecord: readonly Statement[],
  entity: string,
  acts: ReadonlyMap<Statement, Readable>,
  kept: ReadonlyMap<string, readonly Statement[]>,
): readonly (readonly [Statement, readonly Readable[]])[] {
  return onRecord
    .filter((one) => one.entity === entity)
    .map((one) => {
      const listed = heldIn(one)?.acts.flatMap((id) => kept.get(id) ?? []) ?? []
      return [one, listed.flatMap((act) => acts.get(act) ?? [])] as const
    })
    .filter(([, others]) => others.length > 0)
}

/** Why an act cannot be kept; null when it can. */
function faultIn(
  { id, statement }: Archived,
  { case: ofCase, madeAt }: ArchiveReading['manifest'],
): RuledFault | null {
  const place = `statement ${id}`
  const { assertions, assertedAt, supersedes, retracts } = statement
  for (const { property, value } of assertions) {
    const refusal = checkValue(PROCEDURE_VOCABULARY, property, value)
    if (refusal) return faultOfValue(`${place}, ${property}`, refusal)
    if (property === 'act' && typeof value === 'object' && 'verb' in value && value.verb === 'open') {
      if (value.case !== ofCase) return faultOf(place, inWords('archive-other-case'), 'RCD-15')
    }
  }
  if (assertions.filter(({ property }) => property === 'act').length !== 1 || supersedes || retracts)
    return faultOf(place, inWords('archive-not-one-act'), 'PRC-02')
  if (assertedAt > madeAt) return faultOf(place, inWords('archive-act-too-late'), 'RCD-15')
  return null
}
