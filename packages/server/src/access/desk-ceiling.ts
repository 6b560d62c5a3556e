/**
 * The ceiling of the desk: the operator says up to which marking anything may enter, and nothing above is recorded.
 *
 * It stands in front of the store, so that every border has it: forms, imports, procedures, lists, new markings. What was
 * recorded before the ceiling was lowered stays.
 *
 * Rule: docs/rules/access.md, ACS-01. Next door: `../settings.ts` has the setting.
 */
import { DemarcheError, type Fault, faultOf } from '@demarche/api'
import {
  type Ceiling,
  DISTRIBUTIONS,
  type DraftStatement,
  inWords,
  type Marking,
  remarkingIn,
  TLP_LABELS,
} from '@demarche/core'
import type { Store } from '@demarche/store'

export const NO_CEILING: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }

/** Reads `LIMITE TLP:AMBER`; null when it says something else. */
export function readCeiling(text: string): Ceiling | null {
  const [first, second, ...rest] = text.trim().split(/\s+/)
  const maxDistribution = DISTRIBUTIONS.find((one) => one === first)
  const maxTlp = TLP_LABELS.find((one) => one === second)
  return maxDistribution && maxTlp && rest.length === 0 ? { maxDistribution, maxTlp } : null
}

/** True when the marking is stricter than what the ceiling lets in. */
export function isAbove({ distribution, tlp }: Marking, { maxDistribution, maxTlp }: Ceiling): boolean {
  return (
    DISTRIBUTIONS.indexOf(distribution) > DISTRIBUTIONS.indexOf(maxDistribution) ||
    TLP_LABELS.indexOf(tlp) > TLP_LABELS.indexOf(maxTlp)
  )
}

/** The same store; whoever adds to it is refused what is marked above the ceiling. */
export function underCeiling(store: Store, ceiling: Ceiling): Store {
  return {
    ...store,
    as(reader) {
      const ledger = store.as(reader)
      return {
        ...ledger,
        async append(drafts, options) {
          refuseAbove(drafts, ceiling)
          return ledger.append(drafts, options)
        },
        async attach(draft, seal) {
          refuseAbove([draft], ceiling)
          return ledger.attach(draft, seal)
        },
      }
    },
  }
}

function refuseAbove(drafts: readonly DraftStatement[], ceiling: Ceiling): void {
  const above = { distribution: ceiling.maxDistribution, tlp: ceiling.maxTlp }
  const faults = drafts.flatMap((draft, index): Fault[] =>
    [draft.marking, remarkingIn(draft)?.marking]
      .filter((marking) => marking !== undefined)
      .filter((marking) => isAbove(marking, ceiling))
      .slice(0, 1)
      .map((marking) =>
        faultOf(
          drafts.length === 1 ? '/marking' : `/${index}/marking`,
          inWords('above-the-desk', { marking, above }),
          'ACS-01',
        ),
      ),
  )
  const [first] = faults
  if (!first) return
  throw new DemarcheError(
    'value-refused',
    `Nothing was recorded. ${first.message} Rule ACS-01.`,
    faults.slice(0, 100),
  )
}
