/**
 * How easily a password is guessed: lists of leaked ones, patterns of keys, dates and repetitions, and what is known of its person.
 *
 * The lists are read when the first password is set. Nothing leaves the machine.
 * Rests on: zxcvbn-ts (49,233 leaked passwords); OWASP ASVS 4.0.3, 2.1.7; NIST SP 800-63B 5.1.1.2. Next door: `sign-in.ts`.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Guessed within 10⁸ tries: what a stolen file of passwords gives away first. */
const EASY_BELOW = 3

let reading: Promise<ZxcvbnFactory> | undefined

/** @param known what an attacker would try first: name, e-mail address, party */
export async function isEasilyGuessed(password: string, known: readonly string[]): Promise<boolean> {
  reading ??= read()
  return (await reading).check(password, [...known, 'demarche']).score < EASY_BELOW
}

async function read(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({ dictionary, graphs: adjacencyGraphs })
}
