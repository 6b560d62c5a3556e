/** The picture by goals: what counts for which goal, and what is late, lonely or doubled. */
export * from './doubles.ts'
export * from './goal.ts'
export * from './lay-out-goals.ts'
export { linkingProperties, namedByAny } from './named-records.ts'
export * from './timing.ts'
