/**
 * The first line of a table that this desk wrote: of what kind its rows are, and the highest marking of anything in it.
 *
 * @example Demarche project · LIMITE · TLP:AMBER
 */
import { formatMarking, type Marking, markingSchema } from '@demarche/core'

export interface MarkingLine {
  readonly kind: string
  readonly marking: Marking
}

/** The line as a cell. */
export function markingLine({ kind, marking }: MarkingLine): string {
  return `Demarche ${kind} · ${formatMarking(marking)}`
}

/** What the line says; null when it is none, and TLP:RED for a marking that is not understood. */
export function readMarkingLine(cell: string): MarkingLine | null {
  const { kind, said = '' } =
    /^Demarche (?<kind>[a-z][a-z-]{1,59}) · (?<said>.+)$/.exec(cell.trim())?.groups ?? {}
  if (kind === undefined) return null
  const parts = said.split(' · ')
  const rest = (start: string): string[] | undefined =>
    parts
      .find((part) => part.startsWith(start))
      ?.slice(start.length)
      .split(', ')
  const releasableTo = rest('REL ')
  const needToKnow = rest('NEED TO KNOW ')?.join('+')
  const marking = markingSchema.safeParse({
    distribution: parts.includes('LIMITE') ? 'LIMITE' : 'PUBLIC',
    tlp: parts.find((part) => part.startsWith('TLP:')),
    ...(releasableTo ? { releasableTo } : {}),
    ...(needToKnow === undefined ? {} : { needToKnow }),
  })
  return { kind, marking: marking.success ? marking.data : { distribution: 'LIMITE', tlp: 'TLP:RED' } }
}
