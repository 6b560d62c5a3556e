/** The picture by goals: what counts for which goal, and what is late, lonely or doubled. */
export * from './doubles.ts'
export * from './goal.ts'
export { GoalPicture, type PictureChange } from './goal-picture.ts'
export {
  countCells,
  type GoalCell,
  type GoalCells,
  type GoalClaim,
  type GoalGround,
  hasMark,
  PICTURE_MARKS,
  type PicturedRecord,
  type PictureMark,
  type PlacedRecord,
  recordsByGoal,
} from './placed-record.ts'
export * from './timing.ts'
