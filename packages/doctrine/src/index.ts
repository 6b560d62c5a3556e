/** Doctrine: law and policy as dated, sourced data, with what checks and loads it. */
export * from './check-pack.ts'
export { findFact } from './check-rules.ts'
export * from './expert-tests.ts'
export * from './kept-doctrine.ts'
export * from './load-pack.ts'
export * from './pack-file.ts'
export * from './precedents.ts'
export * from './read-pack.ts'
