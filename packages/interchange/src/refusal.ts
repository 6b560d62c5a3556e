/**
 * Refusal of a whole file: why nothing in it can be read, where the fault lies, and which rule says so.
 *
 * A single record that cannot be read is no refusal; it is listed in `Reading.rejected`.
 * Rules are numbered INT-nn in `docs/rules/interchange.md`. Next door: `reading.ts` for what a readable file gives.
 */

import { type Place, placed, type PlacePart, type RefusalWords, sayRefusal } from '@demarche/core'

/** One fault: the place in the file, what was seen and expected, and the rule. */
export interface ImportFault {
  readonly place: string
  /** the parts of the place, for other languages than English */
  readonly at?: readonly PlacePart[]
  readonly message: string
  readonly rule: string
  readonly words?: RefusalWords
}

/** The file as a whole is refused; `faults` has at least one entry. */
export class ImportRefusal extends Error {
  readonly faults: readonly ImportFault[]

  constructor(faults: readonly [ImportFault, ...ImportFault[]]) {
    const [first] = faults
    super(`${first.place}: ${first.message} (${first.rule})`)
    this.name = 'ImportRefusal'
    this.faults = faults
  }
}

/** Throws the refusal of a whole file for one fault; its message is the English sentence of the words. */
export function refuse(place: Place, words: RefusalWords, rule: string): never {
  throw new ImportRefusal([{ ...placed(place), message: sayRefusal(words), rule, words }])
}
