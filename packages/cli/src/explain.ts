/**
 * What the person at the shell reads when a verb cannot go on, and the exit code with it.
 *
 * A refusal keeps its text and its faults; a defect says that it is one, and shows where it came from.
 */
import { DemarcheError } from '@demarche/api'
import { ConfigurationError } from '@demarche/server/config.ts'
import { BadUsage, Refused } from './outcome.ts'

export interface Explanation {
  readonly text: string
  readonly exitCode: 1 | 2
}

/** @param signal aborted when the person interrupted the verb */
export function explain(error: unknown, signal: AbortSignal): Explanation {
  if (signal.aborted) return { text: 'Cancelled; nothing was recorded.', exitCode: 1 }
  if (error instanceof BadUsage || error instanceof Refused)
    return { text: error.message, exitCode: error.exitCode }
  if (error instanceof ConfigurationError) return { text: error.message, exitCode: 2 }
  if (!(error instanceof Error)) return { text: `Defect: ${String(error)}`, exitCode: 1 }
  if (error.name === 'StoreBusyError') {
    return {
      text: `${error.message}\nA running desk has these records. Use the desk in the browser, or stop it first and run this command again.`,
      exitCode: 1,
    }
  }
  if (error instanceof DemarcheError || error.name === 'ImportRefusal' || error.name === 'DoctrineError') {
    return { text: [error.message, ...faultLines(error)].join('\n'), exitCode: 1 }
  }
  if (error.name === 'JournalDamagedError') return { text: error.message, exitCode: 1 }
  return { text: `Defect: ${error.stack ?? error.message}`, exitCode: 1 }
}

/** One line a fault beyond the first, which the message names already. */
function faultLines(error: Error): readonly string[] {
  if (!('faults' in error) || !Array.isArray(error.faults)) return []
  const faults: readonly unknown[] = error.faults
  return faults.slice(1, 20).map((fault) => {
    const part = (name: string): string =>
      typeof fault === 'object' && fault !== null && name in fault
        ? String(Object.entries(fault).find(([key]) => key === name)?.[1])
        : ''
    return `  ${part('place')}: ${part('message')} (${part('rule')})`
  })
}
