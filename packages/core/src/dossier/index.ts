/** The dossier: its shape, how it is made, and what changes in it. */
export * from './compare-dossiers.ts'
export * from './compile-dossier.ts'
export * from './dossier.ts'
export * from './keep-findings.ts'
export * from './states-of-case.ts'
export * from './turning-points.ts'
export * from './without-evidence.ts'
