/** One verb of the shell: adds its command to the program. */
import { isCalendarDate } from '@demarche/core'
import { type Command, InvalidArgumentError } from 'commander'
import type { Terminal } from '../terminal.ts'

export interface Surroundings {
  readonly terminal: Terminal
  /** aborted when the person interrupts */
  readonly signal: AbortSignal
  readonly environment: Readonly<Record<string, string | undefined>>
}

export type Verb = (program: Command, surroundings: Surroundings) => void

/** A calendar date for an option. @throws InvalidArgumentError, which ends in exit code 2 */
export function calendarDate(text: string): string {
  if (isCalendarDate(text)) return text
  throw new InvalidArgumentError('Expected a date that exists, as YYYY-MM-DD.')
}

export const AS_OF = [
  '--as-of <date>',
  'what could be known by that day, under the doctrine in force on it (YYYY-MM-DD)',
  calendarDate,
] as const
export const JSON_FLAG = ['--json', 'print JSON and nothing else'] as const
