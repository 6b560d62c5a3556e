/**
 * Dossiers on demand: what a reader may see of a case, compiled with the law of the date and the precedents.
 *
 * A dossier is kept for as long as nothing that its reader may see has changed. What one reader is given is made from
 * that reader's statements alone, precedents included, so it cannot depend on what the reader may not see.
 *
 * Rests on: `compileDossier` of core. Next door: `precedent-shelf.ts` codes the precedents.
 */
import { DemarcheError } from '@demarche/api'
import {
  CASE_VOCABULARY,
  type CompiledDoctrine,
  compileDossier,
  type Dossier,
  knownValue,
  resolveFacts,
  type Statement,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { openPrecedentShelf } from './precedent-shelf.ts'

export interface DossierDate {
  /** what could be known by the end of that day, under the doctrine in force on it; today when absent */
  readonly asOf?: string | undefined
  /** what this desk had recorded by that instant */
  readonly recordedBy?: string | undefined
}

export interface DossierDesk {
  /** @throws DemarcheError not-found when the reader may see nothing of the case */
  dossier(reader: Reader, entity: string, when: DossierDate): Promise<Dossier>
  /** Every statement about the case that the reader may see. @throws DemarcheError not-found when there is none */
  statements(reader: Reader, entity: string): Promise<readonly Statement[]>
  /** The name of a case as the reader may see it, or null when the reader sees none. */
  nameOf(reader: Reader, entity: string): Promise<string | null>
  /** Codes the precedents of a reader ahead of the first question. */
  warmUp(reader: Reader): Promise<void>
  /** Told after each act of record by this process. */
  changed(entities: readonly string[]): void
}

const MOST_KEPT = 48

/** @param today the present calendar day in Brussels */
export function openDossierDesk(
  store: StoreView,
  doctrine: CompiledDoctrine,
  today: () => string,
): DossierDesk {
  const kept = new Map<string, Dossier>()
  // a new version can be asked for a moment before its changes are told of: what was made then is not kept beyond it
  let changes = 0
  const shelf = openPrecedentShelf(store, doctrine)

  const statementsFor = async (reader: Reader, entity: string): Promise<readonly Statement[]> => {
    const statements = await store.as(reader).statements(entity)
    if (statements.length === 0) {
      throw new DemarcheError('not-found', `No case ${entity} that you may see is on record here.`)
    }
    return statements
  }

  return {
    statements: statementsFor,
    async nameOf(reader, entity) {
      const statements = await store.as(reader).statements(entity)
      const name = knownValue(resolveFacts(CASE_VOCABULARY, statements).one('name'))
      return typeof name === 'string' ? name : null
    },
    changed(entities) {
      changes += 1
      shelf.changed(entities)
    },
    async warmUp(reader) {
      await shelf.precedents(reader, await store.as(reader).version(), { asOf: today() })
    },
    async dossier(reader, entity, when) {
      const asOf = when.asOf ?? today()
      const recordedBy = when.recordedBy === undefined ? undefined : new Date(when.recordedBy).toISOString()
      const version = await store.as(reader).version()
      const key = JSON.stringify([reader, version, changes, entity, asOf, recordedBy])
      const known = kept.get(key)
      if (known) return known
      const statements = await statementsFor(reader, entity)
      const precedents = await shelf.precedents(reader, version, { asOf, recordedBy })
      const dossier = compileDossier({
        entity,
        statements,
        doctrine,
        precedents,
        asOf,
        ...(recordedBy === undefined ? {} : { recordedBy }),
      })
      kept.set(key, dossier)
      for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
      return dossier
    },
  }
}
