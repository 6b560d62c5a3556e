/**
 * How a verb ends: 0 done, 1 refused or found wanting, 2 bad usage.
 *
 * A verb that cannot go on throws one of these; `program.ts` prints the text and sets the exit code. Whatever else is
 * thrown is a defect and says so.
 */

/** Refused, or found wanting: exit code 1. */
export class Refused extends Error {
  readonly exitCode = 1
}

/** The command line asks for something that cannot be: exit code 2. */
export class BadUsage extends Error {
  readonly exitCode = 2
}
