export * from './shared-data.ts'
export * from './a-dossier.ts'
