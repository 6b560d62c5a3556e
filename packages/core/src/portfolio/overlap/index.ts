/** Which projects of capacity building overlap, and why. */
export * from './backtest-overlaps.ts'
export * from './compare-projects.ts'
export * from './comparison.ts'
export * from './kinds.ts'
export * from './labelled-pairs.ts'
export * from './outcomes-in-order.ts'
export * from './overlap-list.ts'
export {
  allCandidates,
  buildOverlapIndex,
  candidateSearch,
  candidatesOf,
  indexInSteps,
  indexProfiles,
  nearestTo,
  type CandidateSearch,
  type OverlapCandidate,
  type OverlapIndex,
} from './overlap-index.ts'
export { overlapContext, type OverlapContext, profileOf, type ProjectProfile } from './profile.ts'
export * from './compare-on-record.ts'
export * from './overlap-verdict.ts'
export * from './project-of-record.ts'
export * from './project-facts.ts'
export { THEMES } from './theme-lexicon.ts'
