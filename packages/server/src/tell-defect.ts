/**
 * What the log says of a fault of ours: kind, code and stack of the error, and of what caused it. Never its other fields.
 *
 * Errors of databases and mail servers carry the values they stumbled over (parameters, rows, addresses): content, which
 * the log must not hold. Next door: `start.ts` writes it, `problem.ts` gives the reference.
 */

/** How far causes are followed. */
const DEEPEST = 5

/** Lines for the log. */
export function tellDefect(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `something thrown that is no error: ${typeof error}`
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : ''
  const own = `${error.stack ?? `${error.name}: ${error.message}`}${code}`
  const within: readonly unknown[] = [
    ...(error instanceof AggregateError ? error.errors : []),
    ...(error.cause === undefined ? [] : [error.cause]),
  ]
  if (within.length === 0 || depth >= DEEPEST) return own
  return [own, ...within.map((one) => `caused by ${tellDefect(one, depth + 1)}`)].join('\n')
}
