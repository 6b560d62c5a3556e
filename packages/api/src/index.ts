/** The contract: schemas, routes, error codes, shared by server and desk. */
export * from './errors.ts'
export * from './routes.ts'
