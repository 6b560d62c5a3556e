/**
 * Compares two projects as they stand on record: every value that sources differ on is tried, and every doubt is told.
 *
 * Rules: docs/rules/overlap.md, OVL-17, OVL-18. Next door: `project-of-record.ts`.
 */
import type { ContestedField, OverlapReason, ProjectComparison, SettlingField } from './comparison.ts'
import { compareProfiles } from './compare-projects.ts'
import { type OverlapContext, profileOf, type ProjectProfile } from './profile.ts'
import type { ProjectFacts } from './project-facts.ts'
import type { ProjectOnRecord } from './project-of-record.ts'
import { weighProfiles } from './weigh-projects.ts'

/** A project on record, read once for many comparisons. */
export interface ComparedProject {
  readonly project: ProjectOnRecord
  readonly profile: ProjectProfile
}

export function comparedProject(project: ProjectOnRecord, context: OverlapContext): ComparedProject {
  return { project, profile: profileOf(project.facts, context) }
}

/**
 * What the two are to each other. Where one contested value gives another outcome than the next, it cannot be told, and the
 * field that decides is named.
 */
export function compareOnRecord(
  a: ComparedProject,
  b: ComparedProject,
  context: OverlapContext,
): ProjectComparison {
  const taken = compareProfiles(a.profile, b.profile)
  const tried = tryReadings(a, b, context)
  const differs = new Set(tried.map(({ outcome }) => outcome)).size > 1
  const doubts = [a, b].flatMap(({ project, profile }) => doubtsOf(project, profile, tried))
  if (!differs) return { ...taken, reasons: [...taken.reasons, ...doubts] }
  const settling = doubts.flatMap((doubt): SettlingField[] =>
    doubt.code === 'sources-differ' && doubt.decides
      ? [{ of: doubt.of, field: doubt.field, why: 'contested' }]
      : [],
  )
  return {
    ...taken,
    outcome: 'cannot-tell',
    reasons: [...taken.reasons, ...doubts],
    wouldSettle: [
      ...settling,
      ...taken.wouldSettle.filter(
        ({ of, field }) => !settling.some((one) => one.of === of && one.field === field),
      ),
    ],
  }
}

/** The outcome by one value of each contested field of both. */
interface Tried {
  readonly facts: readonly [ProjectFacts, ProjectFacts]
  readonly outcome: ProjectComparison['outcome']
}

function tryReadings(a: ComparedProject, b: ComparedProject, context: OverlapContext): readonly Tried[] {
  const profiles = ({ project: { readings }, profile }: ComparedProject) =>
    readings.length > 1 ? readings.map((reading) => profileOf(reading, context)) : [profile]
  const others = profiles(b)
  return profiles(a).flatMap((one) =>
    others.map((other) => ({
      facts: [one.facts, other.facts] as const,
      outcome: weighProfiles(one, other).outcome,
    })),
  )
}

function doubtsOf(
  { contested, regions, notVerified, facts: { id } }: ProjectOnRecord,
  { places }: ProjectProfile,
  tried: readonly Tried[],
): readonly OverlapReason[] {
  return [
    ...contested.map(({ field, values }) => ({
      code: 'sources-differ' as const,
      of: id,
      field,
      values,
      decides: decides(id, field, tried),
    })),
    ...(places.basis === 'text'
      ? regions.map(({ region, doubts }) => ({ code: 'region-expanded' as const, of: id, region, doubts }))
      : []),
    ...(notVerified.length > 0 ? [{ code: 'not-verified' as const, of: id, fields: notVerified }] : []),
  ]
}

/** True when the outcome changes by that field alone, all else being taken the same. */
function decides(of: string, field: ContestedField, tried: readonly Tried[]): boolean {
  const apartFromIt = ({ facts }: Tried) =>
    JSON.stringify(facts.map((one) => (one.id === of ? { ...one, [field]: null } : one)))
  return [...Map.groupBy(tried, apartFromIt).values()].some(
    (alike) => new Set(alike.map(({ outcome }) => outcome)).size > 1,
  )
}
