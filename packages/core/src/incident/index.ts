/** Incidents: the vocabulary of a case, who its victims are, what follows from its facts. */
export * from './case-name.ts'
export * from './case-vocabulary.ts'
export * from './date-order.ts'
export * from './derive-facts.ts'
export * from './derived-properties.ts'
export * from './member-states.ts'
export * from './phrase-parties.ts'
export * from './phrase-value.ts'
