/** What of the portfolio the command bar finds: partners by name or code, and for each kind of record its list and its form. */
import type { RecordKind } from '@demarche/core'
import { kindPath, newRecordPath, partnerPath } from '../frame/address.ts'
import { findPlaces } from '../portfolio/places.ts'
import type { Say } from '../texts.ts'

export interface Find {
  /** where it leads; no two lead to the same place */
  readonly path: string
  readonly name: string
  /** tells it apart from others of that name */
  readonly note?: string
}

/** So many partners are offered; who wants another types on. */
const MOST_PARTNERS = 6

/** The partners that fit what is typed, best first; none while nothing is typed. */
export function findPartners(
  places: readonly { readonly code: string; readonly name: string }[],
  typed: string,
): readonly Find[] {
  if (typed.trim() === '') return []
  return findPlaces(
    places.filter(({ code }) => code !== '*'),
    typed,
  )
    .slice(0, MOST_PARTNERS)
    .map(({ id, name, note }) => ({ path: partnerPath(id), name, note }))
}

/**
 * The lists of the kinds, and the forms for new records of them where the reader may record, as far as their names fit.
 * @param fits whether a name fits what is typed
 */
export function findKindActions(
  kinds: readonly Pick<RecordKind, 'id' | 'label' | 'plural'>[],
  {
    t,
    fits,
    mayRecord,
  }: { readonly t: Say; readonly fits: (name: string) => boolean; readonly mayRecord: boolean },
): readonly Find[] {
  return [
    ...kinds.map(({ id, plural }) => ({ path: kindPath(id), name: t('commands.list', { kinds: plural }) })),
    ...(mayRecord
      ? kinds.map(({ id, label }) => ({ path: newRecordPath(id), name: t('portfolio.new', { kind: label }) }))
      : []),
  ].filter(({ name }) => fits(name))
}
