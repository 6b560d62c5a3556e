/** Norms: which of the voluntary norms a case touches. */
export * from './consider-norms.ts'
export * from './norm-finding.ts'
