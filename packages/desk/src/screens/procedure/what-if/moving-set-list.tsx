/** Sets of States whose move settles the vote, smallest first; each can be put on the board. */
import type { MovingSet, MovingSets } from '@demarche/core'
import { countryCodes, formatNumber, inDeskDecimals } from '../../../parts/format-value.ts'
import { semicolon } from '../../../parts/semicolon.ts'
import { type Say, useText } from '../../../texts.ts'

interface Props {
  readonly found: MovingSets
  readonly onApply: (set: MovingSet) => void
  /** shows more of them; absent when no more are kept */
  readonly onMore?: (() => void) | undefined
}

/** More States than one would read one by one, of which nothing is known. */
const MANY = 8

function sayMovers(t: Say, moves: MovingSet['moves']): string {
  const states = countryCodes(moves.map(({ state }) => state))
  return moves.length > MANY && moves.every(({ from }) => from === 'unknown')
    ? t('whatIf.unsaid', { count: moves.length, states })
    : states
}

export function MovingSetList({ found, onApply, onMore }: Props) {
  const t = useText()
  const { settled, atDeadline, stoppedBy, total, bySize, sets } = found
  if (settled) return <p className="quiet">{t(atDeadline ? 'whatIf.settledAtDeadline' : 'whatIf.settled')}</p>
  if (stoppedBy) return <p>{t('whatIf.stopped', { reason: stoppedBy.text })}</p>
  if (total === 0) return <p className="quiet">{t('whatIf.noSet')}</p>
  return (
    <>
      <p className="quiet">
        {t('whatIf.sets', { count: total, number: formatNumber(total) })}{' '}
        {bySize
          .slice(0, 4)
          .map(({ size, count }) => t('whatIf.ofSize', { count: size, number: formatNumber(count) }))
          .join(semicolon())}
        {bySize.length > 4 && ' …'}
      </p>
      <ol className="moving-sets">
        {sets.map((set) => {
          const groups = [...Map.groupBy(set.moves, ({ to }) => to)]
          const states = groups
            .map(([to, moves]) =>
              t('whatIf.movesTo', { states: sayMovers(t, moves), stance: t(`wouldDo.${to}`) }),
            )
            .join(semicolon())
          return (
            <li key={states}>
              <span>{states}</span>{' '}
              <span className="quiet">{t('whatIf.moveTo', { share: inDeskDecimals(set.share) })}</span>{' '}
              <button
                type="button"
                className="button-quiet"
                aria-label={t('whatIf.applySet', { states })}
                onClick={() => onApply(set)}
              >
                {t('whatIf.apply')}
              </button>
            </li>
          )
        })}
      </ol>
      <p className="hint">{t('whatIf.sharesRounded')}</p>
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
