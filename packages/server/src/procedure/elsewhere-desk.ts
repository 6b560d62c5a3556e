/**
 * The procedures of other desks in one case, as a reader may see them: read by the same functions as those that are run here,
 * up to the instant of the archive that brought them, and by nothing else.
 *
 * Rests on: RCD-15 to RCD-17, PRC-02. Next door: `procedure-desk.ts` for those that are run here, `../archive/receive-procedures.ts`.
 */
import type { ProcedureElsewhere, StandingElsewhere } from '@demarche/api'
import {
  actsElsewhere,
  type Doctrine,
  highestMarking,
  PROCEDURE_ELSEWHERE,
  type Procedure,
  readJointText,
  readProcedure,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { keepWhatIsMade } from '../dossier/made-of-statements.ts'

export interface ElsewhereDesk {
  /**
   * Those of that case, in order of their first act, as they stood at the instant of the archive: the clock of this desk
   * says nothing about another's.
   * @param at an earlier instant to look at
   */
  list(reader: Reader, ofCase: string, at?: Date): Promise<readonly ProcedureElsewhere[]>
}

export function openElsewhereDesk(store: StoreView, doctrine: Doctrine): ElsewhereDesk {
  const records = keepWhatIsMade((_entity, statements) => ({
    kept: actsElsewhere(statements),
    marking: highestMarking(statements.map(({ marking }) => marking)),
  }))
  const shown = (
    entity: string,
    {
      kept,
      marking,
    }: { readonly kept: NonNullable<ReturnType<typeof actsElsewhere>> } & Pick<ProcedureElsewhere, 'marking'>,
    asked: string | undefined,
  ): ProcedureElsewhere => {
    const at = asked !== undefined && asked < kept.at ? asked : kept.at
    const until = kept.acts.filter((one) => one.at <= at)
    const procedure = kept.hasGap ? null : readProcedure(doctrine, until, at)
    const opening = until.flatMap(({ act }) => (act.verb === 'open' ? [act] : []))[0]
    return {
      entity,
      marking,
      desk: kept.desk,
      party: kept.party,
      at,
      title: opening?.title ?? null,
      measure: opening?.measure ?? null,
      measureLabel: doctrine.measures.find(({ id }) => id === opening?.measure)?.label ?? null,
      standing: procedure && standingOf(procedure),
      unread: procedure ? null : kept.hasGap || !opening ? 'gap' : 'doctrine',
      acts: until,
      parted: kept.parted.filter((one) => one.at <= at),
      text: readJointText(until),
    }
  }
  return {
    async list(reader, ofCase, at) {
      const view = store.as(reader)
      const { digests } = await view.kindSeen(PROCEDURE_ELSEWHERE)
      const { made } = await records(view, digests)
      const instant = at?.toISOString()
      return [...made]
        .flatMap(([entity, { kept, marking }]) =>
          kept?.case === ofCase ? [shown(entity, { kept, marking }, instant)] : [],
        )
        .filter(({ acts, parted }) => acts.length + parted.length > 0)
        .toSorted((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))
    },
  }
}

function firstOf({ acts, entity }: ProcedureElsewhere): string {
  return `${acts[0]?.at ?? ''} ${entity}`
}

function standingOf(procedure: Procedure): StandingElsewhere {
  const { trackLabel, path, outcome, state, positions, history, ignored, silence } = procedure
  return { trackLabel, path, outcome, state, positions, history, ignored, silence }
}
