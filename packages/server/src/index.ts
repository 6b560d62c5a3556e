/** The server's parts that the shell shares. */
export { ConfigurationError, readConfig } from './config.ts'
export type { Config } from './config.ts'
export { importDocument } from './import/run-import.ts'
export { loadPrecedents } from './load-precedents.ts'
export { readerOf } from './session/session.ts'
export { writeOptionsPaper } from './dossier/write-options-paper.ts'
