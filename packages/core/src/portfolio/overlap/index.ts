/** Which projects of capacity building overlap, and why. */
export * from './backtest-overlaps.ts'
export * from './compare-projects.ts'
export * from './comparison.ts'
export * from './labelled-pairs.ts'
export {
  allCandidates,
  buildOverlapIndex,
  candidatesOf,
  type OverlapCandidate,
  type OverlapIndex,
} from './overlap-index.ts'
export { overlapContext, type OverlapContext } from './profile.ts'
export * from './project-facts.ts'
export { THEMES } from './theme-lexicon.ts'
