/** Drafting: facts, verdicts and proofs in plain words. */
export * from './phrase-fact.ts'
export * from './phrase-proof.ts'
export { restsOnPeople } from './rests-on-people.ts'
export * from './phrase-place.ts'
export * from './phrase-dates.ts'
export * from './phrase-validity.ts'
