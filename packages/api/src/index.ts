/** The contract: schemas, routes, error codes, shared by server and desk. */
export * from './accounts.ts'
export * from './errors.ts'
export * from './procedure.ts'
export * from './routes.ts'
