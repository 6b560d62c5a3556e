/**
 * Compares two projects: duplicate, synergy, successor, unrelated, or cannot tell; with reasons and what would settle it.
 *
 * Next door: `weigh-projects.ts` decides, `explain-comparison.ts` says why. Rules: docs/rules/overlap.md.
 */
import type { ProjectComparison } from './comparison.ts'
import { reasonsFor, settlingFields } from './explain-comparison.ts'
import { type OverlapContext, overlapContext, profileOf, type ProjectProfile } from './profile.ts'
import type { ProjectFacts } from './project-facts.ts'
import { weighProfiles } from './weigh-projects.ts'

/** Compares two projects; `a` and `b` may change places, and with them only the sides of the answer. */
export function compareProjects(
  a: ProjectFacts,
  b: ProjectFacts,
  context: OverlapContext = overlapContext(),
): ProjectComparison {
  return compareProfiles(profileOf(a, context), profileOf(b, context))
}

/** The same of two profiles, which many comparisons share. @see compareProjects */
export function compareProfiles(a: ProjectProfile, b: ProjectProfile): ProjectComparison {
  const weighed = weighProfiles(a, b)
  const { outcome, leaning, score, themeLikelihood } = weighed
  return {
    a: a.facts.id,
    b: b.facts.id,
    outcome,
    leaning,
    score,
    themeLikelihood,
    reasons: reasonsFor(a, b, weighed),
    wouldSettle: settlingFields(a, b, weighed),
  }
}
