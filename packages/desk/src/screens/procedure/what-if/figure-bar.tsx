/**
 * One condition as a bar against its threshold: what is sure, what is still open or rounded away, where the line stands.
 *
 * Drawn as a picture so that it prints; the same figures stand in words beside it.
 */
import type { VoteReason } from '@demarche/core'
import { useId } from 'react'

interface Props {
  readonly reason: Pick<VoteReason, 'least' | 'most' | 'needed'>
  /** the whole: number of States that vote, or 100 */
  readonly whole: number
}

const WIDTH = 400
const HEIGHT = 18

export function FigureBar({ reason: { least, most, needed }, whole }: Props) {
  const hatch = useId()
  const at = (figure: number) => (Math.min(figure, whole) / whole) * WIDTH
  return (
    <svg
      className="figure-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="bar-hatch-line" x1={0} x2={0} y1={0} y2={6} strokeWidth={3} />
        </pattern>
      </defs>
      <rect className="bar-whole" x={0.5} y={4.5} width={WIDTH - 1} height={9} />
      <rect className="bar-sure" x={0} y={4} width={at(least)} height={10} />
      {most > least && (
        <rect
          className="bar-open"
          fill={`url(#${hatch})`}
          x={at(least)}
          y={4.5}
          width={Math.max(at(most) - at(least), 1)}
          height={9}
        />
      )}
      <line className="bar-needed" x1={at(needed)} x2={at(needed)} y1={0} y2={HEIGHT} />
    </svg>
  )
}
