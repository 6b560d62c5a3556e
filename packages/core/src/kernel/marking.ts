/**
 * Markings: who a statement or a document may be shared with.
 *
 * Two systems stand side by side and are never mixed: the Council's distribution marking (PUBLIC, LIMITE) and the
 * Traffic Light Protocol 2.0. Classified information (RESTREINT UE/EU RESTRICTED and above) is refused at the border:
 * the desk is not accredited for it.
 *
 * Rests on: FIRST, Traffic Light Protocol 2.0; Council guidelines 11336/11 on LIMITE; Decision 2013/488/EU.
 */
import { z } from 'zod'

/** Distribution markings, widest first. */
export const DISTRIBUTIONS = ['PUBLIC', 'LIMITE'] as const
/** TLP 2.0 labels, widest first. Never translated. */
export const TLP_LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

export type Distribution = (typeof DISTRIBUTIONS)[number]
export type TlpLabel = (typeof TLP_LABELS)[number]

export const markingSchema = z.strictObject({
  distribution: z.enum(DISTRIBUTIONS),
  tlp: z.enum(TLP_LABELS),
  releasableTo: z.array(z.string().min(1)).min(1).optional(),
})
/** `releasableTo` lists the only parties that may read; absent means no such limit. */
export type Marking = z.infer<typeof markingSchema>

export const PUBLIC: Marking = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }
/** What a new case starts with until its author says otherwise. */
export const WORKING: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }

/** The strictest marking that covers all given ones; PUBLIC for none. Releasability is intersected. */
export function highestMarking(markings: Iterable<Marking>): Marking {
  let distribution = 0
  let tlp = 0
  let releasableTo: Set<string> | undefined
  for (const marking of markings) {
    distribution = Math.max(distribution, DISTRIBUTIONS.indexOf(marking.distribution))
    tlp = Math.max(tlp, TLP_LABELS.indexOf(marking.tlp))
    if (marking.releasableTo) {
      const parties = new Set(marking.releasableTo)
      releasableTo = releasableTo ? releasableTo.intersection(parties) : parties
    }
  }
  return {
    distribution: DISTRIBUTIONS[distribution] ?? 'LIMITE',
    tlp: TLP_LABELS[tlp] ?? 'TLP:RED',
    ...(releasableTo ? { releasableTo: [...releasableTo].toSorted() } : {}),
  }
}

/** The marking as it is printed. @example formatMarking(WORKING) // 'LIMITE · TLP:AMBER' */
export function formatMarking(marking: Marking): string {
  const parts: string[] = marking.distribution === 'LIMITE' ? ['LIMITE', marking.tlp] : [marking.tlp]
  if (marking.releasableTo) parts.push(`REL ${marking.releasableTo.join(', ')}`)
  return parts.join(' · ')
}

/** One text per distinct marking; the key of a partial projection. */
export function markingKey(marking: Marking): string {
  return `${marking.distribution}|${marking.tlp}|${(marking.releasableTo ?? ['*']).toSorted().join(',')}`
}

const CLASSIFIED =
  /\b(RESTREINT\s+UE|EU\s+RESTRICTED|CONFIDENTIEL\s+UE|EU\s+CONFIDENTIAL|SECRET\s+UE|EU\s+SECRET|EU\s+TOP\s+SECRET)\b/

/** Finds an EU classification marking in a text, or null: such content must not enter this desk. */
export function findClassification(text: string): string | null {
  return CLASSIFIED.exec(text)?.[0] ?? null
}
