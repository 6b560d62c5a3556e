/** Stakeholders: consultations, what was answered to them, and what was made of it. */
export * from './consultation-clock.ts'
export * from './read-consultation.ts'
export * from './read-submission.ts'
export * from './synthesis.ts'
