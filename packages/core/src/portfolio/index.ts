/** The portfolio: norms, confidence, dialogues, capacity, standards, rights: records of kinds that are data. */
export * from './facets.ts'
export * from './gap-map.ts'
export * from './kind-vocabulary.ts'
export * from './read-record.ts'
export * from './record-kind.ts'
export * from './overlap/index.ts'
