/**
 * The entry of the server: keeps compiled modules between starts, then hands over to `start.ts`.
 *
 * The cache lies in the system's folder for temporary files; where that cannot be written, the start is slower and
 * nothing else. Everything must be loaded after it is switched on, hence this file.
 */
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./start.ts')
