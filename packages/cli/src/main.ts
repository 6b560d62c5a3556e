/** The entry of `demarche <verb>`: keeps compiled modules between runs, then hands over to `program.ts`. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./program.ts')
