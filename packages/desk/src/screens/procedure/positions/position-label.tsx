/** A position as sign and word; never by colour alone. Not stated is unknown, and says so. */
import type { Position } from '@demarche/core/procedure/position.ts'
import { useText } from '../../../texts.ts'
import { pullOf, SIGNS } from './position-summary.ts'

export function PositionLabel({ position }: { readonly position: Position | null }) {
  const t = useText()
  const pull = pullOf(position)
  return (
    <span className="chip" data-pull={pull}>
      <span aria-hidden="true">{SIGNS[pull]}</span>{' '}
      {position === null ? t('positions.notStated') : t(`position.${position}`)}
    </span>
  )
}
