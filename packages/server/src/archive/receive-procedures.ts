/**
 * The procedures in an archive, as they are kept here: each act with its origin under its own marking, and for each marking
 * which acts the archive held. They are there to be read; nobody here acts on them.
 *
 * What is kept already is left, so the same archive adds nothing and a later one adds what came since. What is said under a
 * marking follows from the acts under it alone.
 *
 * Rules: docs/rules/record.md, RCD-15 to RCD-17. Next door: `import-archive.ts`; core reads it back with `actsElsewhere`.
 */
import {
  checkValue,
  type DraftStatement,
  entityElsewhere,
  heldActs,
  keptAct,
  markingKey,
  mayRead,
  PROCEDURE_ELSEWHERE,
  PROCEDURE_VOCABULARY,
  type Statement,
} from '@demarche/core'
import type { Archived } from '@demarche/interchange/archive/manifest.ts'
import { originsIn, withOrigin } from '@demarche/interchange/archive/origin.ts'
import type { ArchiveReading } from '@demarche/interchange/archive/read-archive.ts'
import type { Reader } from '@demarche/store'

interface Here {
  readonly reader: Reader
  readonly at: Date
  readonly lists: readonly string[]
  /** what the reader sees here of the procedures in the archive */
  readonly onRecord: readonly Statement[]
}

export interface ProceduresReceived {
  readonly drafts: readonly DraftStatement[]
  /** acts that are here already */
  readonly known: number
  readonly procedures: number
  readonly rejected: readonly { readonly place: string; readonly message: string; readonly rule: string }[]
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
  { reader, at, lists, onRecord }: Here,
): ProceduresReceived {
  const kept = new Set(onRecord.flatMap(({ source }) => originsIn(source).map(({ statement }) => statement)))
  const drafts: DraftStatement[] = []
  const rejected: { place: string; message: string; rule: string }[] = []
  let known = 0
  const ofProcedures = Map.groupBy(statements.filter(isOfProcedure), ({ statement }) => statement.entity)
  for (const [procedure, acts] of ofProcedures) {
    const place = { desk: fingerprint, case: manifest.case, procedure }
    const entity = entityElsewhere(place)
    const byMarking = Map.groupBy(acts, ({ statement }) => markingKey(statement.marking))
    for (const [first, ...others] of byMarking.values()) {
      if (!first) continue
      const { marking } = first.statement
      const shared = {
        entity,
        kind: PROCEDURE_ELSEWHERE,
        assertedBy: reader.party,
        assertedAt: at.toISOString(),
      }
      if (!mayRead(reader, { marking, assertedBy: reader.party }, lists)) {
        const message = 'is marked above what whoever imports it may read here'
        for (const { id } of [first, ...others])
          rejected.push({ place: `statement ${id}`, message, rule: 'LED-04' })
        continue
      }
      for (const archived of [first, ...others]) {
        const { id, statement } = archived
        if (kept.has(id)) {
          known += 1
          continue
        }
        const fault = faultOf(archived, manifest)
        if (fault) {
          rejected.push({ place: `statement ${id}`, ...fault })
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
      drafts.push({
        ...shared,
        assertions: heldActs({
          ...place,
          party: manifest.party,
          at: manifest.madeAt,
          acts: [first, ...others].map(({ id }) => id).toSorted(),
        }),
        source: { document: 'Archive of another desk', party: manifest.party, verified: true },
        grading: { reliability: 'A', credibility: '1' },
        marking,
      })
    }
  }
  return { drafts, known, procedures: ofProcedures.size, rejected }
}

/** Why an act cannot be kept; null when it can. */
function faultOf(
  { statement }: Archived,
  { case: ofCase, madeAt }: ArchiveReading['manifest'],
): { readonly message: string; readonly rule: string } | null {
  const { assertions, assertedAt, supersedes, retracts } = statement
  for (const { property, value } of assertions) {
    const refusal = checkValue(PROCEDURE_VOCABULARY, property, value)
    if (refusal) return { message: `${property}: ${refusal.message}`, rule: refusal.rule }
    if (property === 'act' && typeof value === 'object' && 'verb' in value && value.verb === 'open') {
      if (value.case !== ofCase) return { message: 'opens a procedure of another case', rule: 'RCD-15' }
    }
  }
  if (assertions.filter(({ property }) => property === 'act').length !== 1 || supersedes || retracts)
    return { message: 'is not one act: it carries another number of them, or changes one', rule: 'PRC-02' }
  if (assertedAt > madeAt) return { message: 'is later than the archive that holds it', rule: 'RCD-15' }
  return null
}
