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
  inFile,
  inWords,
  keptAct,
  type Marking,
  markingKey,
  mayRead,
  PROCEDURE_ELSEWHERE,
  PROCEDURE_VOCABULARY,
  type Readable,
  type Statement,
  within,
  withLimitsOf,
} from '@demarche/core'
import type { Archived } from '@demarche/interchange/archive/manifest.ts'
import { originsIn, withOrigin } from '@demarche/interchange/archive/origin.ts'
import type { ArchiveReading } from '@demarche/interchange/archive/read-archive.ts'
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
export function receiveProcedures(reading: ArchiveReading, here: Here): ProceduresReceived {
  const kept = keptByOrigin(here.onRecord)
  const acts = reading.statements.filter(isOfProcedure)
  const ofProcedures = Map.groupBy(acts, ({ statement }) => statement.entity)
  const received: Received = { drafts: [], known: 0, rejected: [], remarks: [] }
  for (const [procedure, own] of ofProcedures) {
    const place = { desk: reading.fingerprint, case: reading.manifest.case, procedure }
    const beside: OneProcedure = {
      place,
      entity: entityElsewhere(place),
      manifest: reading.manifest,
      kept,
      here,
    }
    const limits = keepActs(own, beside, received)
    if (raiseKept(limits, beside, received))
      received.remarks.push(faultOf(procedure, inWords('archive-procedure-raised'), 'RCD-18'))
  }
  return { ...received, procedures: ofProcedures.size }
}

/** What is put together, procedure by procedure. */
interface Received {
  readonly drafts: DraftStatement[]
  known: number
  readonly rejected: RuledFault[]
  readonly remarks: Fault[]
}

interface OneProcedure {
  readonly place: { readonly desk: string; readonly case: string; readonly procedure: string }
  /** its id here */
  readonly entity: string
  readonly manifest: ArchiveReading['manifest']
  /** by id at the other desk */
  readonly kept: ReadonlyMap<string, readonly Statement[]>
  readonly here: Here
}

/** As strictly as what an act that is kept here is to be marked, and its marking at the other desk. */
interface Limits {
  readonly limits: readonly Readable[]
  readonly there: Marking
}

/** Drafts the acts that are not here yet, and for each marking which acts the archive held. */
function keepActs(
  acts: readonly Archived[],
  { place, entity, manifest, kept, here: { reader, at, lists, onRecord } }: OneProcedure,
  received: Received,
): ReadonlyMap<Statement, Limits> {
  const raise = new Map<Statement, Limits>()
  const shared = {
    entity,
    kind: PROCEDURE_ELSEWHERE,
    assertedBy: reader.party,
    assertedAt: at.toISOString(),
  }
  for (const group of Map.groupBy(acts, ({ statement }) => markingKey(statement.marking)).values()) {
    const [first] = group
    if (!first) continue
    const there = first.statement.marking
    const keptOfThem = group.flatMap(({ id }) => kept.get(id) ?? [])
    // what was raised here since keeps what comes later of it together
    const marking = withLimitsOf({ marking: there, assertedBy: reader.party }, keptOfThem)
    for (const one of keptOfThem) {
      const limits = [...(raise.get(one)?.limits ?? []), { marking, assertedBy: one.assertedBy }]
      raise.set(one, { limits, there })
    }
    if (!mayRead(reader, { marking, assertedBy: reader.party }, lists)) {
      for (const { id } of group)
        received.rejected.push(faultOf(`statement ${id}`, inWords('archive-above-reader'), 'LED-04'))
      continue
    }
    for (const archived of group) {
      const { id, statement } = archived
      if (kept.has(id)) {
        received.known += 1
        continue
      }
      const fault = faultIn(archived, manifest)
      if (fault) {
        received.rejected.push(fault)
        continue
      }
      const origin = { ...place, statement: id, party: statement.assertedBy, at: statement.assertedAt }
      received.drafts.push({
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
      acts: group.map(({ id }) => id).toSorted(),
    }
    if (onRecord.some((one) => canonicalJson(heldIn(one)) === canonicalJson(held))) {
      received.known += 1
      continue
    }
    received.drafts.push({
      ...shared,
      assertions: heldActs(held),
      source: { document: 'Archive of another desk', party: manifest.party, verified: true },
      grading: { reliability: 'A', credibility: '1' },
      marking,
    })
  }
  return raise
}

/** Drafts the records by which what is kept here is marked as strictly as there (RCD-18). @returns whether there are any */
function raiseKept(
  raise: ReadonlyMap<Statement, Limits>,
  { entity, kept, here }: OneProcedure,
  received: Received,
): boolean {
  let raised = false
  /** the marking that it has once this is on record */
  const markAnew = (target: Statement, limits: readonly Readable[], there: Marking): Marking => {
    const anew = raisedAs(target, limits, there, here)
    if (anew && 'draft' in anew) {
      received.drafts.push(anew.draft)
      raised = true
      return anew.marking
    }
    if (anew) received.rejected.push(faultOf(`statement ${target.id}`, anew.words, anew.rule))
    return target.marking
  }
  const marked = new Map<Statement, Readable>()
  for (const [act, { limits, there }] of raise) {
    marked.set(act, { marking: markAnew(act, limits, there), assertedBy: act.assertedBy })
  }
  // after them: one act that stays as it was must not keep down what tells of another
  for (const [one, limits] of heldToRaise(here.onRecord, entity, marked, kept)) {
    markAnew(one, limits, highestMarking(limits.map(({ marking }) => marking)))
  }
  return raised
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
  const place = inFile('statement', id)
  const { assertions, assertedAt, supersedes, retracts } = statement
  for (const { property, value } of assertions) {
    const refusal = checkValue(PROCEDURE_VOCABULARY, property, value)
    if (refusal) return faultOf(within(place, property), refusal.words, refusal.rule)
    if (property === 'act' && typeof value === 'object' && 'verb' in value && value.verb === 'open') {
      if (value.case !== ofCase) return faultOf(place, inWords('archive-other-case'), 'RCD-15')
    }
  }
  if (assertions.filter(({ property }) => property === 'act').length !== 1 || supersedes || retracts)
    return faultOf(place, inWords('archive-not-one-act'), 'PRC-02')
  if (assertedAt > madeAt) return faultOf(place, inWords('archive-act-too-late'), 'RCD-15')
  return null
}
