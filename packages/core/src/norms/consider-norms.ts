/**
 * Norms of responsible State behaviour that a case touches: those that somebody invoked, and those to consider.
 *
 * Takes a compiled pack, the facts and a date; gives one finding per norm that was invoked or that the facts suggest to
 * consider, with the question to ask then. To consider a norm is not to say that it was breached: the norms are voluntary
 * and a finding of breach is for people.
 *
 * Rests on: A/70/174 para 13 (the eleven norms); the desk's own `considerWhen` rules. Rule NORM-01 and NORM-02 in
 * docs/rules/assessment.md.
 */
import { OWN_READING } from '../incident/case-vocabulary.ts'
import type { CompiledDoctrine } from '../assessment/compile-doctrine.ts'
import type { NormFinding } from './norm-finding.ts'
import { isInForce } from '../kernel/doctrine-entry.ts'
import type { Facts, Support } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { decidingSupport } from '../kernel/read-proof.ts'

interface Claims {
  readonly by: string[]
  readonly support: Support[]
}

/**
 * Says which norms a case touches.
 * @returns in the order of the pack; `claimed` before everything else for a norm that is both
 */
export function considerNorms(
  compiled: CompiledDoctrine,
  facts: Facts,
  onDate: CalendarDate,
): readonly NormFinding[] {
  const law = compiled.on(onDate)
  const frame = law.read(facts)
  const claims = claimsByLetter(facts)
  return law.norms.flatMap(({ norm, considerWhen }): NormFinding[] => {
    const claimed = claims.get(norm.letter)
    const suggested = isInForce(norm, onDate) && considerWhen?.verdict(frame) === 'true'
    if (!claimed && !suggested) return []
    // a coder's own reading is something to consider, not a claim
    const claimants = (claimed?.by ?? []).filter((who) => who !== OWN_READING)
    const proof = suggested ? considerWhen.prove(frame) : undefined
    return [
      {
        norm: norm.id,
        letter: norm.letter,
        label: norm.label,
        status: claimants.length > 0 ? 'claimed' : 'to-consider',
        claimedBy: claimants,
        ...(norm.thenAsk === undefined ? {} : { thenAsk: norm.thenAsk }),
        citation: norm.source,
        verified: norm.verified,
        ...(proof ? { proof } : {}),
        support: [...(claimed?.support ?? []), ...(proof ? decidingSupport(proof) : [])],
      },
    ]
  })
}

function claimsByLetter(facts: Facts): ReadonlyMap<string, Claims> {
  const claims = new Map<string, Claims>()
  for (const { value, support } of facts.many('normClaim')) {
    if (typeof value !== 'object' || !('letter' in value)) continue
    const { letter, claimedBy } = value
    if (typeof letter !== 'string' || typeof claimedBy !== 'string') continue
    const entry = claims.get(letter) ?? { by: [], support: [] }
    if (!entry.by.includes(claimedBy)) entry.by.push(claimedBy)
    entry.support.push(...support)
    claims.set(letter, entry)
  }
  return claims
}
