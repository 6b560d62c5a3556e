/**
 * What may be said outside of the desk: the ceiling, and the address under which people come back to it.
 *
 * Rules: NOT-10. Next door: `mayLeave` and `sayNotice` of core.
 */
import { type Ceiling, formatMarking, mayLeave, type Notice, sayNotice, UNSAID } from '@demarche/core'

export interface Outside {
  readonly ceiling: Ceiling
  /** without a slash at its end */
  readonly address: string
  /** a mail server is set */
  readonly sendsMail: boolean
}

export const DEFAULT_OUTSIDE_CEILING: Ceiling = { maxDistribution: 'PUBLIC', maxTlp: 'TLP:GREEN' }

/** A ceiling as it is printed. */
export function sayCeiling({ maxDistribution, maxTlp }: Ceiling): string {
  return `${maxDistribution}, ${maxTlp}`
}

/** A notice in words that may leave; an address that tells nothing where it may not. */
export function sayOutside(notice: Notice, { ceiling, address }: Outside) {
  return mayLeave(notice.marking, ceiling)
    ? {
        text: sayNotice(notice),
        link: `${address}${pathOf(notice)}`,
        marking: formatMarking(notice.marking),
      }
    : { text: UNSAID, link: `${address}/notices`, marking: null }
}

function pathOf({ kind, entity }: Notice): string {
  return kind === 'submissions-wait' ? `/consultations/${entity}` : `/procedures/${entity}/course`
}
