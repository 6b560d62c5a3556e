/**
 * Factors that the law leaves to weighing: how strong each one is in this case, and what the desk would suggest.
 *
 * The law gives factors without numbers. The flags (notable, strong, very strong) and the suggestion are this desk's
 * judgement; the finding is a person's. A factor whose input nobody has stated is unknown, never none.
 *
 * Rules ASSESS-10 to ASSESS-13 are in docs/rules/assessment.md. Next door: `assess-law.ts`.
 */
import type { Fact } from '../kernel/fact.ts'
import type { FactorFinding, Suggestion } from '../kernel/finding.ts'
import type { Verdict } from '../kernel/verdict.ts'
import { type CaseFrame, factAt } from './case-frame.ts'
import type { CompiledFactor } from './compile-doctrine.ts'

type Strength = FactorFinding['strength']

/** Our judgement: with so many factors unknown a weak showing says nothing yet (ASSESS-12). */
const UNKNOWN_FACTORS_THAT_SILENCE = 3

/**
 * Weighs each factor of a test.
 * @param coded the fact `significantEffectFactorsCoded`: letters that a person coded as present
 */
export function weighFactors(
  factors: readonly CompiledFactor[],
  frame: CaseFrame,
  coded: Fact,
): readonly FactorFinding[] {
  return factors.map((compiled) => ({
    id: compiled.factor.id,
    label: compiled.factor.label,
    strength: strengthOf(compiled, frame),
    codedByPerson: isCoded(compiled.factor.id, coded),
    facts: compiled.inputs.map((slot) => ({ property: slot.name, fact: factAt(frame, slot) })),
    citation: compiled.factor.source,
    notes: compiled.factor.notes ?? [],
  }))
}

/** The highest flag that holds; open flags above it leave a stated strength and replace an absent one. */
function strengthOf({ notable, strong, veryStrong }: CompiledFactor, frame: CaseFrame): Strength {
  let open: Verdict | undefined
  for (const [flag, name] of [
    [veryStrong, 'very-strong'],
    [strong, 'strong'],
    [notable, 'notable'],
  ] as const) {
    const verdict = flag?.verdict(frame)
    if (verdict === 'contested') return 'contested'
    if (verdict === 'true') return name
    if (verdict === 'unknown') open = verdict
  }
  return open ? 'unknown' : 'none'
}

/** Factors are coded by letter: `factor-c` is coded by `c`. A contested coding counts only where all sides agree. */
function isCoded(factor: string, coded: Fact): boolean {
  const letter = factor.slice(factor.lastIndexOf('-') + 1)
  const lists =
    coded.state === 'known'
      ? [coded.value]
      : coded.state === 'contested'
        ? coded.alternatives.map((a) => a.value)
        : []
  return lists.length > 0 && lists.every((list) => Array.isArray(list) && list.includes(letter))
}

/**
 * The suggestion for a test of effects that occurred: likely met with one very strong factor, two strong ones, or one
 * strong and two notable; arguable with one strong or two notable; otherwise weak, or insufficient information where
 * three or more factors are open. A factor that a person coded counts as at least strong: our judgement.
 */
export function suggest(factors: readonly FactorFinding[]): Suggestion {
  const ranks = factors.map(rankOf)
  const veryStrong = ranks.filter((rank) => rank === 3).length
  const strong = ranks.filter((rank) => rank === 2).length
  const notable = ranks.filter((rank) => rank === 1).length
  const open = ranks.filter((rank) => rank === null).length
  if (veryStrong >= 1 || strong >= 2 || (strong === 1 && notable >= 2)) return 'likely-met'
  if (strong === 1 || notable >= 2) return 'arguable'
  return open >= UNKNOWN_FACTORS_THAT_SILENCE ? 'insufficient-information' : 'weak'
}

/**
 * The suggestion for a test read on the intended effect: only factors that a person coded count, because figures on
 * record say what happened, not what was meant to. It needs at least moderate evidence of the intended effect, or
 * access that would have allowed it (administrator, operational technology).
 */
export function suggestForIntended(
  factors: readonly FactorFinding[],
  evidence: Fact,
  depth: Fact,
): Suggestion {
  const shown = [oneOf(evidence, ['moderate', 'strong']), oneOf(depth, ['admin', 'ot-control'])]
  if (!shown.includes('true'))
    return shown.every((verdict) => verdict === 'false') ? 'weak' : 'insufficient-information'
  const coded = factors.filter((factor) => factor.codedByPerson).length
  return coded >= 2 ? 'likely-met' : coded === 1 ? 'arguable' : 'insufficient-information'
}

function rankOf({ strength, codedByPerson }: FactorFinding): number | null {
  const rank = { none: 0, notable: 1, strong: 2, 'very-strong': 3, unknown: null, contested: null }[strength]
  return codedByPerson ? Math.max(2, rank ?? 0) : rank
}

function oneOf(fact: Fact, words: readonly string[]): Verdict {
  const values =
    fact.state === 'known'
      ? [fact.value]
      : fact.state === 'contested'
        ? fact.alternatives.map((a) => a.value)
        : []
  if (values.length === 0 || values.includes('unknown')) return 'unknown'
  const hits = values.filter((value) => typeof value === 'string' && words.includes(value)).length
  return hits === values.length ? 'true' : hits === 0 ? 'false' : 'contested'
}
