/** Reasons that the core composes: what they say, by code and values, and their English sentences. */
export * from './english-voice.ts'
export * from './reason-words.ts'
export * from './say-reason.ts'
