/**
 * Who erased something, as the tombstone says it: two people, by pseudonym, role and party.
 *
 * Rule: docs/rules/record.md, RCD-07. The shell writes names of its own; of those only the words are left.
 */
import { READER_ROLES, type ReaderRole } from '@demarche/core'

export interface Eraser {
  /** pseudonym */
  readonly person: string
  readonly role: ReaderRole
  readonly party: string
}

type Named = Readonly<Record<keyof Eraser, string>>

/** The words that the tombstone keeps. */
export function sayErasers(proposer: Named, confirmer: Named): string {
  const say = ({ person, role, party }: Named): string => `${person}, ${role} of ${party}`
  return `proposed by ${say(proposer)}; confirmed by ${say(confirmer)}`
}

/** Who confirmed, read from those words; null where they do not say it so. */
export function readConfirmer(words: string | undefined): Eraser | null {
  const [, person, said, party] =
    /; confirmed by (person:[0-9a-f]{16}), ([a-z-]+) of (\S+)$/.exec(words ?? '') ?? []
  const role = READER_ROLES.find((one) => one === said)
  return person && role && party ? { person, role, party } : null
}
