export * from './shared-data.ts'
export * from './a-dossier.ts'
export * from './run-desk.ts'
