/**
 * A dossier or procedure as another party would get it: from what the reader and a delegate of that party may see both.
 *
 * The delegate is nobody in particular: the usual ceiling of such a party, on no need-to-know list. What is withheld is
 * counted, since the reader sees both sides of the difference.
 *
 * Rules: docs/rules/access.md, ACS-09 to ACS-11. Next door: `narrowed-ledger.ts`.
 */
import { DemarcheError, type Preview, type PreviewedDossier } from '@demarche/api'
import {
  type Ceiling,
  canonicalJson,
  type Dossier,
  type FactRow,
  type Party,
  type PartyKind,
  PUBLIC_PARTY,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { DossierDate, DossierDesk } from '../dossier/dossier-desk.ts'
import type { ProcedureDesk } from '../procedure/procedure-desk.ts'
import { type StoreView, narrowedTo } from './narrowed-ledger.ts'

export interface PreviewMeans {
  readonly store: StoreView
  /** who takes part, each code once */
  readonly parties: readonly Party[]
  readonly openDossiers: (store: StoreView) => DossierDesk
  readonly openProcedures: (store: StoreView, dossiers: DossierDesk) => ProcedureDesk
}

export interface PartyView {
  readonly party: string
  readonly name: string
  readonly reader: Reader
  /** what a reader and that party both see */
  readonly store: StoreView
  readonly dossiers: DossierDesk
  readonly procedures: ProcedureDesk
}

export interface Previews {
  /** The desk as that party would get it. @throws DemarcheError value-refused for a code that names no party */
  of(party: string, deskParty: string): PartyView
  /** @throws DemarcheError not-found when the reader may see nothing of the case, or that party nothing of what the reader sees */
  dossier(
    own: DossierDesk,
    reader: Reader,
    view: PartyView,
    entity: string,
    when: DossierDate,
  ): Promise<PreviewedDossier>
}

/** Parties whose views are kept; each holds precedents coded for it. */
const MOST_KEPT = 3

/** The ceiling that people of such a party usually have (ACS-10). */
export function usualCeiling(kind: PartyKind): Ceiling {
  if (kind === 'public') return { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' }
  return { maxDistribution: kind === 'partner' ? 'PUBLIC' : 'LIMITE', maxTlp: 'TLP:AMBER' }
}

/** A delegate of that party who stands on no list. */
export function delegateOf(party: string, kind: PartyKind): Reader {
  return { party, person: 'nobody', role: 'delegate', ...usualCeiling(kind) }
}

export function openPreviews({ store, parties, openDossiers, openProcedures }: PreviewMeans): Previews {
  const kept = new Map<string, PartyView>()

  const open = (code: string, deskParty: string): PartyView => {
    const known = parties.find((party) => party.code === code)
    if (!known && code !== deskParty && code !== PUBLIC_PARTY) throw unknownParty(code)
    const kind = code === PUBLIC_PARTY ? 'public' : (known?.kind ?? 'institution')
    const reader = delegateOf(code, kind)
    const narrowed = narrowedTo(store, reader)
    const dossiers = openDossiers(narrowed)
    return {
      party: code,
      name: known?.label ?? code,
      reader,
      store: narrowed,
      dossiers,
      procedures: openProcedures(narrowed, dossiers),
    }
  }

  return {
    of(party, deskParty) {
      const view = kept.get(party) ?? open(party, deskParty)
      kept.delete(party)
      kept.set(party, view)
      for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
      return view
    },
    async dossier(own, reader, view, entity, when) {
      const whole = await own.dossier(reader, entity, when)
      const statements = await own.statements(reader, entity)
      const shown = await view.dossiers.statements(reader, entity).catch((error: unknown) => {
        if (error instanceof DemarcheError && error.code === 'not-found') throw nothingFor(view)
        throw error
      })
      const theirs = await view.dossiers.dossier(reader, entity, when)
      const { maxDistribution, maxTlp } = view.reader
      return {
        ...theirs,
        preview: {
          party: view.party,
          name: view.name,
          ceiling: { maxDistribution, maxTlp },
          statements: { shown: shown.length, withheld: statements.length - shown.length },
          ...difference(whole, theirs),
        },
      }
    },
  }
}

function difference(whole: Dossier, theirs: Dossier): Pick<Preview, 'withheldFacts' | 'differentFacts'> {
  const rows = new Map(theirs.facts.map((row) => [row.property, row]))
  const known = whole.facts.filter(isKnown)
  const isShown = ({ property }: FactRow): boolean => {
    const row = rows.get(property)
    return row !== undefined && isKnown(row)
  }
  return {
    withheldFacts: known.filter((row) => !isShown(row)).map(({ label }) => label),
    differentFacts: known
      .filter((row) => isShown(row) && said(row) !== said(rows.get(row.property)))
      .map(({ label }) => label),
  }
}

function isKnown({ fact, values }: FactRow): boolean {
  return fact ? fact.state !== 'unknown' : (values ?? []).length > 0
}

/** The values alone: who supports them may differ without the fact reading otherwise. */
function said(row: FactRow | undefined): string {
  const { fact, values } = row ?? {}
  if (fact?.state === 'known') return canonicalJson([fact.value])
  const several = fact?.state === 'contested' ? fact.alternatives : (values ?? [])
  return canonicalJson(several.map(({ value }) => canonicalJson(value)).toSorted())
}

function unknownParty(code: string): DemarcheError {
  return new DemarcheError('value-refused', `"${code}" names no party that this desk knows. Rule ACS-10.`, [
    { place: '/as', message: 'expected a code such as EE, EEAS or public', rule: 'ACS-10' },
  ])
}

function nothingFor({ party }: Pick<PartyView, 'party'>): DemarcheError {
  return new DemarcheError(
    'not-found',
    `${party} would get nothing of this: no statement that you see is marked so that a delegate of ${party} may read it. Rule ACS-09.`,
  )
}
