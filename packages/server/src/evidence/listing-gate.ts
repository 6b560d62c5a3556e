/**
 * Before a listing is proposed: no item of evidence under it comes from criminal procedure without somebody's agreement.
 *
 * Looks at the items that lie under the finding of the measure, as whoever proposes sees them. What they do not see does not
 * stand in their way, and tells them nothing.
 *
 * Rule: docs/rules/evidence.md, EVI-04; PFO-43 and PFO-45 say what an item may carry. Next door: `evidence-desk.ts`.
 */
import { DemarcheError, faultOf } from '@demarche/api'
import { inWords, questionBeforeListing } from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { EvidenceDesk } from './evidence-desk.ts'

/** What stands in the way, and what would settle it. */
const IN_THE_WAY = {
  'ask-counsel': {
    rule: 'PFO-43',
    code: 'evidence-asks-counsel',
  },
  refused: {
    rule: 'PFO-45',
    code: 'evidence-refused',
  },
} as const

/** @throws DemarcheError act-refused, naming each item with its question */
export async function checkListingEvidence(
  evidence: Pick<EvidenceDesk, 'ofCase'>,
  reader: Reader,
  { entity, measure }: { readonly entity: string; readonly measure: string },
): Promise<void> {
  const { items } = await evidence.ofCase(reader, entity)
  const faults = items.flatMap(({ entity: item, name, measures, listingUse }) => {
    const question = questionBeforeListing(listingUse)
    if (question === null || !measures.includes(measure)) return []
    const { code, rule } = IN_THE_WAY[question]
    return [faultOf(item, inWords(code, { name }), rule)]
  })
  if (faults.length === 0) return
  throw new DemarcheError(
    'act-refused',
    `${faults.map(({ message }) => message).join(' ')} The listing was not proposed. (EVI-04)`,
    faults,
  )
}
