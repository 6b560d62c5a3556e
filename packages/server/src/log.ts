/**
 * What the server says of itself: lines for whoever runs it, as text or, for a program that collects them, as JSON.
 *
 * What people do is in the audit log, not here. Next door: `tell-defect.ts` says what is told of a fault.
 */
import { tellDefect } from './tell-defect.ts'

export const LOG_FORMATS = ['text', 'json'] as const
export type LogFormat = (typeof LOG_FORMATS)[number]

export interface Log {
  /** for whoever started it: standard output */
  say(message: string): void
  /** what should be mended: standard error */
  complain(message: string): void
  /** a fault of ours, with the reference that was shown; without the values that the error carries */
  defect(reference: string, where: string, error: unknown): void
}

interface Out {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly clock: () => Date
}

/** The format asked for; text where that is none. For the time before the settings are read. */
export function logFormatIn(environment: Readonly<Record<string, string | undefined>>): LogFormat {
  const asked = environment['DEMARCHE_LOG']?.trim()
  return LOG_FORMATS.find((one) => one === asked) ?? 'text'
}

/** In JSON each line is one object: `at` (UTC), `level`, `message`, and of a defect `reference`, `where` and `error`. */
export function openLog(format: LogFormat, { out, err, clock }: Out): Log {
  const at = (): string => clock().toISOString()
  if (format === 'text')
    return {
      say: out,
      complain: err,
      defect(reference, where, error) {
        err(`defect ${reference} in ${where} at ${at()}`)
        err(tellDefect(error))
      },
    }
  const line = (level: 'info' | 'warning' | 'error', fields: Readonly<Record<string, string>>): string =>
    JSON.stringify({ at: at(), level, ...fields })
  return {
    say: (message) => out(line('info', { message })),
    complain: (message) => err(line('warning', { message })),
    defect: (reference, where, error) =>
      err(line('error', { message: 'defect', reference, where, error: tellDefect(error) })),
  }
}
