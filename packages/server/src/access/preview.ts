/**
 * A dossier, a procedure or a paper as another party would get it: from what the reader and a delegate of that party may see both.
 *
 * The delegate is nobody in particular: the usual ceiling of such a party, on no need-to-know list. What is withheld is
 * counted, since the reader sees both sides of the difference.
 *
 * Rules: docs/rules/access.md, ACS-09 to ACS-11. Next door: `narrowed-ledger.ts`.
 */
import { DemarcheError, faultOf, type Preview, type PreviewedDossier, refusalOf } from '@demarche/api'
import {
  type Audience,
  canonicalJson,
  type Ceiling,
  type Dossier,
  type FactRow,
  inWords,
  type Party,
  type PartyKind,
  PUBLIC_PARTY,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { DossierDate, DossierDesk } from '../dossier/dossier-desk.ts'
import type { Office } from '../office.ts'
import { type StoreView, narrowedTo } from './narrowed-ledger.ts'

/** What papers are written from. */
export interface Desks extends Pick<
  Office,
  'dossiers' | 'procedures' | 'portfolio' | 'confidence' | 'consultations'
> {
  readonly store: StoreView
}

export interface PreviewMeans {
  readonly store: Pick<Office['store'], 'engine' | 'asShownTo'>
  /** who takes part, each code once */
  readonly parties: readonly Party[]
  readonly openDesks: (store: StoreView) => Desks
}

/** The desks from what a reader and that party both see. */
export interface PartyView extends Desks {
  readonly party: string
  readonly name: string
  readonly audience: Audience
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

/**
 * What is asked of the desk: as the reader sees it, or as another party would get it.
 * @param as the code of that party; absent for the reader's own view
 * @throws DemarcheError as `ask`; not-found where that party would get nothing (ACS-09), value-refused for a code that names no
 *   party (ACS-10)
 */
export async function askedAs<T>(
  office: Desks & Pick<Office, 'previews'>,
  deskParty: string,
  as: string | undefined,
  ask: (desks: Desks) => Promise<T>,
): Promise<T> {
  if (as === undefined) return ask(office)
  const view = office.previews.of(as, deskParty)
  try {
    return await ask(view)
  } catch (error) {
    if (!isNotFound(error)) throw error
    // whoever sees nothing of it is told so, whatever that party sees
    await ask(office)
    throw nothingFor(view)
  }
}

/** The ceiling that people of such a party usually have (ACS-10). */
export function usualCeiling(kind: PartyKind): Ceiling {
  if (kind === 'public') return { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' }
  return { maxDistribution: kind === 'partner' ? 'PUBLIC' : 'LIMITE', maxTlp: 'TLP:AMBER' }
}

export function openPreviews({ store, parties, openDesks }: PreviewMeans): Previews {
  const kept = new Map<string, PartyView>()

  const open = (code: string, deskParty: string): PartyView => {
    const known = parties.find((party) => party.code === code)
    if (!known && code !== deskParty && code !== PUBLIC_PARTY) throw unknownParty(code)
    const kind = code === PUBLIC_PARTY ? 'public' : (known?.kind ?? 'institution')
    const audience = { party: code, ...usualCeiling(kind) }
    return { party: code, name: known?.label ?? code, audience, ...openDesks(narrowedTo(store, audience)) }
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
        throw isNotFound(error) ? nothingFor(view) : error
      })
      const theirs = await view.dossiers.dossier(reader, entity, when)
      const { maxDistribution, maxTlp } = view.audience
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
    withheldFacts: known.filter((row) => !isShown(row)).map(({ property }) => property),
    differentFacts: known
      .filter((row) => isShown(row) && said(row) !== said(rows.get(row.property)))
      .map(({ property }) => property),
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
  return refusalOf('value-refused', faultOf('/as', inWords('no-known-party', { seen: code }), 'ACS-10'))
}

function isNotFound(error: unknown): boolean {
  return error instanceof DemarcheError && error.code === 'not-found'
}

function nothingFor({ party }: Pick<PartyView, 'party'>): DemarcheError {
  return refusalOf('not-found', faultOf('/', inWords('nothing-for-party', { party }), 'ACS-09'))
}
