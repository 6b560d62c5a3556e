/**
 * The seal: a hash chain over statement ids in order of record. Any change to what was recorded, or to its order, shows.
 *
 * The database makes the same chain by itself (`../schema/migrations.ts`); journal and backup carry it too.
 *
 * Rests on: FIPS 180-4 (SHA-256).
 */
import { hash } from 'node:crypto'

export function sha256(text: string): string {
  return hash('sha256', text)
}

/** The head of a chain that has nothing in it. */
export const NO_SEAL = '0'.repeat(64)

/** The head after one more statement. */
export function nextSeal(head: string, statement: string): string {
  return sha256(head + statement)
}

/** The head after several, in the order given. */
export function sealAll(head: string, statements: Iterable<string>): string {
  let seal = head
  for (const id of statements) seal = nextSeal(seal, id)
  return seal
}
