/**
 * Dossiers on demand: what a reader may see of a case, compiled with the law of the date and the precedents.
 *
 * A dossier is kept for as long as neither the case nor a precedent changes, for all who see the same of both. It is made from
 * what its reader sees alone, precedents included, so it cannot depend on what the reader may not see.
 *
 * Rests on: `compileDossier` of core. Next door: `precedent-shelf.ts` codes the precedents, `made-of-statements.ts` keeps.
 */
import { DemarcheError } from '@demarche/api'
import {
  caseName,
  CASE_VOCABULARY,
  type CompiledDoctrine,
  compileDossier,
  type Dossier,
  type EvidenceRemoval,
  type Findings,
  indexPrecedents,
  type PrecedentIndex,
  resolveFacts,
  type Statement,
  weighRemoval,
} from '@demarche/core'
import type { KindSeen, LedgerView, Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { notOnRecord } from '../not-on-record.ts'
import { keepLast } from '../keep-last.ts'
import { keepWhatIsMade } from './made-of-statements.ts'
import { openPrecedentShelf } from './precedent-shelf.ts'
import { type SeeEntities, seeLately } from './seen-lately.ts'

export interface DossierDate {
  /** what could be known by the end of that day, under the doctrine in force on it; today when absent */
  readonly asOf?: string | undefined
  /** what this desk had recorded by that instant */
  readonly recordedBy?: string | undefined
}

export interface DossierDesk {
  /** @throws DemarcheError not-found when the reader may see nothing of the case */
  dossier(reader: Reader, entity: string, when: DossierDate): Promise<Dossier>
  /** What is found of the case without an item of evidence, beside what the dossier finds with it. */
  without(dossier: Dossier, item: string): EvidenceRemoval
  /** Every statement about the case that the reader may see. @throws DemarcheError not-found when there is none */
  statements(reader: Reader, entity: string): Promise<readonly Statement[]>
  /**
   * The names of these cases as the reader may see them; null where there is none, nothing where the reader sees no case.
   * @param cases what the reader of that view saw of all cases just now
   */
  namesOf(
    view: LedgerView,
    cases: KindSeen,
    entities: readonly string[],
  ): Promise<ReadonlyMap<string, string | null>>
  /** What was just seen of cases, without reading it again. */
  readonly see: SeeEntities
  /** Codes the precedents of a reader ahead of the first question. */
  warmUp(reader: Reader): Promise<void>
}

interface Kept {
  readonly dossier: Dossier
  readonly precedents: PrecedentIndex
}

const MOST_KEPT = 96
const NO_PRECEDENTS = indexPrecedents([])

/**
 * @param today the present calendar day in Brussels
 * @param findings for all desks of one doctrine; they are of facts, not of readers
 */
export function openDossierDesk(
  store: StoreView,
  doctrine: CompiledDoctrine,
  today: () => string,
  findings: Findings,
): DossierDesk {
  /** by what was seen of the case, and what of all others it was made with */
  const made = new Map<string, Kept>()
  const see = seeLately()
  const shelf = openPrecedentShelf(store, doctrine, see)
  const names = keepWhatIsMade((_entity, statements) => {
    const naming = statements.filter(mayName)
    return caseName(resolveFacts(CASE_VOCABULARY, naming), new Map(naming.map((one) => [one.id, one])))
  }, see)

  return {
    see,
    without(dossier, item) {
      const { entity, asOf } = dossier
      // what is compared does not depend on precedents, and the dossier holds what was known of the case
      const statements = Object.values(dossier.statements)
      return weighRemoval(
        { entity, statements, doctrine, precedents: NO_PRECEDENTS, findings, asOf },
        dossier,
        item,
      )
    },
    async statements(reader, entity) {
      const statements = await store.as(reader).statements(entity)
      if (statements.length === 0) throw noCase(entity)
      return statements
    },
    async namesOf(view, { digests }, entities) {
      const wanted = new Map(
        entities.flatMap((entity) => {
          const digest = digests.get(entity)
          return digest === undefined ? [] : [[entity, digest] as const]
        }),
      )
      return (await names(view, wanted)).made
    },
    async warmUp(reader) {
      await shelf.precedents(reader, await store.as(reader).kindSeen('case'), { asOf: today() })
    },
    async dossier(reader, entity, when) {
      const asOf = when.asOf ?? today()
      const recordedBy = when.recordedBy === undefined ? undefined : new Date(when.recordedBy).toISOString()
      const view = store.as(reader)
      const all = await view.kindSeen('case')
      const precedents = await shelf.precedents(reader, all, { asOf, recordedBy })
      const keyOf = (digest: string | undefined) => JSON.stringify([entity, digest, asOf, recordedBy])
      const key = keyOf(all.digests.get(entity))
      const former = made.get(key)
      if (former?.precedents === precedents) {
        keepLast(made, key, former, MOST_KEPT)
        return former.dossier
      }
      const [seen] = await see(view, new Map([[entity, all.digests.get(entity) ?? '']]))
      if (!seen || seen.statements.length === 0) throw noCase(entity)
      const dossier = compileDossier({
        entity,
        statements: seen.statements,
        doctrine,
        precedents,
        findings,
        asOf,
        ...(recordedBy === undefined ? {} : { recordedBy }),
      })
      keepLast(made, keyOf(seen.digest), { dossier, precedents }, MOST_KEPT)
      return dossier
    },
  }
}

/** It names its entity, or takes back what another says. */
function mayName({ assertions, supersedes, retracts }: Statement): boolean {
  return Boolean(supersedes ?? retracts) || assertions.some(({ property }) => property === 'name')
}

function noCase(entity: string): DemarcheError {
  return notOnRecord(entity)
}
