/**
 * Figures of a case record: how many were hit, what it cost.
 *
 * The unit of a count stands in its text ("17 computers"); without a known word it counts organisations. A loss of
 * `null` is unknown, and a zero whose text says that none was stated is unknown too (INT-14).
 */
import { inWords } from '@demarche/core'
import { wording } from '../reading.ts'
import { type CaseContext, inCase, isVerified, stateSection } from './case-context.ts'

const UNITS: readonly (readonly [property: string, words: RegExp])[] = [
  ['personsAffected', /\b(people|persons?|individuals|users|citizens|patients|voters|subscribers)\b/i],
  [
    'systemsAffected',
    /\b(systems?|computers?|devices?|servers?|(web)?sites?|machines|turbines|modems|terminals|hosts)\b/i,
  ],
  [
    'legalPersonsAffected',
    /\b(institutions?|organi[sz]ations?|compan(y|ies)|entities|bodies|operators?|agencies|victims?)\b/i,
  ],
]

/** The property that a count belongs to, by the first unit word in its text; organisations when there is none. */
export function countedProperty(text: string | null | undefined): string {
  const found = UNITS.map(([property, words]) => [property, text?.search(words) ?? -1] as const)
    .filter(([, at]) => at >= 0)
    .toSorted(([, a], [, b]) => a - b)
  return found[0]?.[0] ?? 'legalPersonsAffected'
}

export function stateImpactFigures(context: CaseContext): void {
  const { record, disclosed, collector } = context
  const affected = record.affectedEntitiesCount
  const undated = 'the day of the source is not recorded; dated to the disclosure of the case'
  if (typeof affected?.value === 'number') {
    stateSection(
      context,
      '/affectedEntitiesCount',
      {
        address: affected.source,
        date: disclosed,
        verified: isVerified(record.verified?.impactFigures),
        notes: [affected.text, undated],
      },
      [[countedProperty(affected.text), affected.value]],
    )
  }
  const loss = record.economicLossEur
  if (typeof loss?.amount !== 'number') return
  if (loss.amount === 0 && /\b(no|none|not)\b.*\bstated\b/i.test(loss.text ?? '')) {
    const message = `a loss of 0 with the text "${wording(loss.text)}" says that no sum is known; recorded as unknown (INT-14)`
    collector.remark(
      inCase(record.id, '/economicLossEur'),
      message,
      inWords('remark-loss-unknown', { seen: wording(loss.text) ?? '' }),
    )
    return
  }
  stateSection(
    context,
    '/economicLossEur',
    { address: loss.source, date: disclosed, verified: loss.verified ?? false, notes: [loss.text, undated] },
    [['economicLossEur', loss.amount]],
  )
}
