/**
 * Who holds the joint text and its paragraphs while the acts are read: the last word of each party, and whether the words have
 * changed since.
 *
 * Next door: `read-joint-text.ts` reads the acts, `../position.ts` says which positions hold.
 */
import { isReserve, type Position } from '../position.ts'
import type { Deed, Hold } from './joint-text.ts'

interface Stated {
  readonly deed: Deed
  readonly position: Position
  readonly comment: string | undefined
  /** the version that it was said on */
  readonly version: number
}

/** Paragraphs go by their ids; `` is the whole. */
export class HeldPositions {
  readonly #stated = new Map<string, Map<string, Stated>>()

  state(paragraph: string, said: Stated): void {
    const byParty = this.#stated.get(paragraph) ?? new Map<string, Stated>()
    byParty.set(said.deed.party, said)
    this.#stated.set(paragraph, byParty)
  }

  /** False when the party had said nothing. */
  lift(paragraph: string, party: string): boolean {
    return this.#stated.get(paragraph)?.delete(party) ?? false
  }

  /** @param wordsSince the version in which the words became what they are */
  on(paragraph: string, wordsSince: number): readonly Hold[] {
    return [...(this.#stated.get(paragraph)?.values() ?? [])]
      .filter(({ position }) => isReserve(position) || position === 'oppose')
      .map(({ deed, position, comment, version }) => ({
        ...deed,
        position,
        ...(comment === undefined ? {} : { comment }),
        version,
        wordsChanged: wordsSince > version,
      }))
  }
}
