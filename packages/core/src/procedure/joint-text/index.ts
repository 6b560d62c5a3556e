/** The joint text: read from the acts, compared word by word, and what it gave up. */
export * from './joint-text.ts'
export * from './read-joint-text.ts'
export * from './compare-words.ts'
export * from './compare-versions.ts'
export * from './given-up.ts'
export * from './compared-with-attributions.ts'
export { LADDERS, HEDGES, NEGATIONS, STRENGTH_AUTHORITY, type Ladder } from './strength-words.ts'
export type { Mention } from './find-mention.ts'
