/** Norms: how other sets stand to them, what a new text adds, what States implement. */
export * from './compare-clauses.ts'
export * from './crosswalk.ts'
export * from './cut-clauses.ts'
export * from './implementation.ts'
export * from './record-facts.ts'
