/** The contract: schemas, routes, error codes, shared by server and desk. */
export * from './access.ts'
export * from './accounts.ts'
export * from './errors.ts'
export * from './notices.ts'
export * from './procedure.ts'
export * from './record.ts'
export * from './routes.ts'
export * from './circulated-outlines.ts'
