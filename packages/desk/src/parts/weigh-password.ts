/** How easily a password is guessed, from 0 to 4. Loaded when a password is typed; the server does the same (ACC-08). */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** @param known what an attacker would try first: name, e-mail address, party */
export function weighPassword(password: string, known: readonly string[]): number {
  return factory.check(password, [...known, 'demarche']).score
}
