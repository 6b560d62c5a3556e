/** Votes: what would come of one, and who would have to move. */
export { countVotes } from './count-votes.ts'
export * from './describe-vote.ts'
export {
  blockingMinorities,
  type Move,
  type MoveGoal,
  movingSets,
  type MovingSet,
  type MovingSets,
} from './moving-sets.ts'
export * from './population-on.ts'
export * from './vote.ts'
