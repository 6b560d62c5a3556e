/**
 * Positions: what a party says of a measure or a text, in the words that delegations use, and how each one counts.
 *
 * A position that nobody stated is unknown, never a yes. Silence is consent inside a silence procedure alone.
 *
 * Rests on: the doctrine pack's position values (our judgement where practice is not written down).
 * Next door: `voting/` counts them, `read-procedure.ts` keeps the last one of each party.
 */

/** In the order in which a chair reads them out: from support to opposition. */
export const POSITIONS = [
  'support',
  'can-accept',
  'support-with-amendment',
  'scrutiny-reserve',
  'parliamentary-reserve',
  'substantive-reserve',
  'abstain',
  'abstain-with-declaration',
  'oppose',
] as const
export type Position = (typeof POSITIONS)[number]

/** What a party would do if the question were put now. */
export const STANCES = [
  'yes',
  'no',
  'abstain',
  'abstain-with-declaration',
  'not-participating',
  'unknown',
] as const
export type Stance = (typeof STANCES)[number]

/**
 * How a stated position counts if the question were put now. A reserve keeps the vote open, and so does support for a
 * text that is still to be changed: the chair does not know what the party would do.
 */
export const STANCE_OF: Readonly<Record<Position, Stance>> = {
  support: 'yes',
  'can-accept': 'yes',
  'support-with-amendment': 'unknown',
  'scrutiny-reserve': 'unknown',
  'parliamentary-reserve': 'unknown',
  'substantive-reserve': 'unknown',
  abstain: 'abstain',
  'abstain-with-declaration': 'abstain-with-declaration',
  oppose: 'no',
}

/** True for the three kinds of reserve that hold a text until they are lifted. */
export function isReserve(position: Position): boolean {
  return position.endsWith('-reserve')
}
