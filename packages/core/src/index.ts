/** The pure heart of Demarche: no I/O, clock, randomness or environment. */
export * from './kernel/index.ts'
export * from './incident/index.ts'
export * from './dossier/dossier.ts'
