/** Refusals: what they say, by code and values, and their English sentences. */
export * from './place.ts'
export * from './refusal-words.ts'
export * from './say-refusal.ts'
export * from './words-of-issue.ts'
