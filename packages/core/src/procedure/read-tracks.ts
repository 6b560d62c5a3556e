/**
 * Several measures of one case side by side: which waits for which, and which contradict each other.
 *
 * In: the procedures of one case, and what is found about attribution. Out: for each what it waits for and with what it
 * conflicts. Attribution holds up only the measures whose doctrine asks for a political or legal one; nothing else waits
 * for it.
 *
 * Rests on: PRC-29, PRC-30; the measures' `attribution` and `conflictsWith`, the tracks' `after`. Next door:
 * `read-procedure.ts`, `meeting-view.ts`.
 */
import type { AttributionNeed, Measure } from '../kernel/doctrine.ts'
import type { Verdict } from '../kernel/verdict.ts'
import { entryOn, labelOf, runningBeside, trackOf } from './graph.ts'
import type { Outcome, Procedure, ProcedureStanding, ProcessDoctrine } from './procedure.ts'

/** A procedure with the id under which the ledger knows it. */
export interface NamedProcedure {
  readonly entity: string
  readonly procedure: Procedure
}
/** The same, of which only needs to be known where it stands. */
export interface NamedTrack {
  readonly entity: string
  readonly procedure: ProcedureStanding
}

/** What the case says about attribution; `unknown` where nobody has found it. */
export type AttributionFound = Readonly<Record<Extract<AttributionNeed, 'political' | 'legal'>, Verdict>>

export type Wait =
  | {
      readonly for: 'attribution'
      readonly need: 'political' | 'legal'
      readonly verdict: Verdict
      /** the exchange of national findings runs beside this procedure */
      readonly exchangeRuns: boolean
      readonly text: string
    }
  | {
      readonly for: 'decision'
      /** the track whose adoption comes first */
      readonly track: string
      readonly label: string
      /** the procedure that is to bring it; null when none has been opened in this case */
      readonly entity: string | null
      readonly outcome: Outcome | null
      readonly verdict: Verdict
    }

export interface TrackConflict {
  readonly with: string
  readonly measure: string
  readonly label: string
  readonly why: string
}

export interface TrackView {
  readonly entity: string
  readonly measure: string
  readonly outcome: Outcome
  readonly waits: readonly Wait[]
  /** nothing that it waits for is open */
  readonly isFree: boolean
  readonly conflicts: readonly TrackConflict[]
}

/**
 * Reads the tracks of one case together.
 * @param found what is found about attribution; unknown where the caller does not say
 * @returns one view for each procedure, in the order given
 */
export function readTracks(
  doctrine: ProcessDoctrine,
  procedures: readonly NamedTrack[],
  found: AttributionFound = { political: 'unknown', legal: 'unknown' },
): readonly TrackView[] {
  const cases = new Set(procedures.map(({ procedure }) => procedure.case))
  if (cases.size > 1)
    throw new RangeError(`procedures of ${cases.size} cases; expected those of one. Rule PRC-30.`)
  return procedures.map((one) => {
    const { entity, procedure } = one
    const measure = measureOf(doctrine, procedure)
    const waits = isLive(procedure) ? waitsOf(doctrine, one, procedures, measure, found) : []
    return {
      entity,
      measure: procedure.measure,
      outcome: procedure.outcome,
      waits,
      isFree: waits.every(({ verdict }) => verdict === 'true'),
      conflicts: isLive(procedure) ? conflictsOf(doctrine, one, procedures, measure) : [],
    }
  })
}

function measureOf(
  { measures }: ProcessDoctrine,
  { measure, openedOn }: ProcedureStanding,
): Measure | undefined {
  return entryOn(measures, measure, openedOn)
}

/** Still to be decided, or in force. */
function isLive({ outcome }: ProcedureStanding): boolean {
  return outcome === 'open' || outcome === 'adopted' || outcome === 'not-adopted'
}

function waitsOf(
  doctrine: ProcessDoctrine,
  { entity, procedure }: NamedTrack,
  procedures: readonly NamedTrack[],
  measure: Measure | undefined,
  found: AttributionFound,
): readonly Wait[] {
  const need = measure?.attribution.need
  const attribution: readonly Wait[] =
    measure && (need === 'political' || need === 'legal')
      ? [
          {
            for: 'attribution',
            need,
            verdict: found[need],
            exchangeRuns: runningBeside(procedure).includes('s-attrib'),
            text: measure.attribution.text,
          },
        ]
      : []
  const before = trackOf(doctrine, procedure)?.after ?? []
  const decisions = before.map((track): Wait => {
    const others = procedures.filter(
      (other) =>
        other.entity !== entity &&
        other.procedure.track === track &&
        other.procedure.measure === procedure.measure,
    )
    const first = others.find((other) => other.procedure.outcome === 'adopted') ?? others[0]
    return {
      for: 'decision',
      track,
      label: labelOf(doctrine.tracks, track),
      entity: first?.entity ?? null,
      outcome: first?.procedure.outcome ?? null,
      // one that stands outside this case is not seen from here, so none in the case is not "none"
      verdict: first ? (first.procedure.outcome === 'adopted' ? 'true' : 'false') : 'unknown',
    }
  })
  return [...attribution, ...decisions]
}

function conflictsOf(
  doctrine: ProcessDoctrine,
  { entity }: NamedTrack,
  procedures: readonly NamedTrack[],
  measure: Measure | undefined,
): readonly TrackConflict[] {
  return procedures
    .filter((other) => other.entity !== entity && isLive(other.procedure))
    .flatMap((other) => {
      const conflict = measure?.conflictsWith.find((one) => one.measure === other.procedure.measure)
      return conflict
        ? [
            {
              with: other.entity,
              measure: conflict.measure,
              label: labelOf(doctrine.measures, conflict.measure),
              why: conflict.why,
            },
          ]
        : []
    })
}
