/** Runs the real program in a process of its own, with a data folder of its own. For tests of the shell. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Of the surroundings of the tests nothing else: what the program finds there is part of what it does. */
const HANDED_ON = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name === 'PATH' || name === 'NODE_COMPILE_CACHE'),
)
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Runs `demarche` with these words; never throws for an exit code. */
export function runDemarche(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...words],
      { env: { ...HANDED_ON, ...environment }, maxBuffer: 64_000_000 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, out, err })
      },
    )
  })
}
