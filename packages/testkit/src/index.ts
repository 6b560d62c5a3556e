export * from './shared-data.ts'
export * from './a-dossier.ts'
export * from './a-rights-check.ts'
export * from './run-desk.ts'
