/** Rights: the check of a set of measures, and what it says of opening a procedure on it. */
export * from './answers-before.ts'
export * from './read-check.ts'
export * from './rights-check.ts'
export * from './weigh-opening.ts'
export * from './weigh-signature.ts'
