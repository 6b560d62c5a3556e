/** Sets of States whose move settles the vote, smallest first; each can be put on the board. */
import type { MovingSet, MovingSets } from '@demarche/core'
import { countryCodes, formatNumber } from '../../../parts/format-value.ts'
import { useText } from '../../../texts.ts'

interface Props {
  readonly found: MovingSets
  readonly onApply: (set: MovingSet) => void
  /** shows more of them; absent when no more are kept */
  readonly onMore?: (() => void) | undefined
}

export function MovingSetList({ found, onApply, onMore }: Props) {
  const t = useText()
  const { settled, stoppedBy, total, bySize, sets } = found
  if (settled) return <p className="quiet">{t('whatIf.settled')}</p>
  if (stoppedBy) return <p>{t('whatIf.stopped', { reason: stoppedBy.text })}</p>
  if (total === 0) return <p className="quiet">{t('whatIf.noSet')}</p>
  return (
    <>
      <p className="quiet">
        {t('whatIf.sets', { count: total, number: formatNumber(total) })}{' '}
        {bySize
          .slice(0, 4)
          .map(({ size, count }) => t('whatIf.ofSize', { count: size, number: formatNumber(count) }))
          .join('; ')}
        {bySize.length > 4 && ' …'}
      </p>
      <ol className="moving-sets">
        {sets.map((set) => {
          const states = countryCodes(set.moves.map(({ state }) => state))
          const to = t(`wouldDo.${set.moves[0]?.to ?? 'unknown'}`)
          return (
            <li key={states}>
              <span>{states}</span>{' '}
              <span className="quiet">
                {t('whatIf.moveTo', { stance: to, percent: set.percent.toFixed(2) })}
              </span>{' '}
              <button
                type="button"
                className="button-quiet"
                aria-label={t('whatIf.applySet', { states, stance: to })}
                onClick={() => onApply(set)}
              >
                {t('whatIf.apply')}
              </button>
            </li>
          )
        })}
      </ol>
      {total > sets.length && (
        <p className="quiet">
          {t('whatIf.shown', { shown: sets.length, number: formatNumber(total) })}{' '}
          {onMore && (
            <button type="button" className="button-quiet" onClick={onMore}>
              {t('whatIf.more')}
            </button>
          )}
        </p>
      )}
    </>
  )
}
