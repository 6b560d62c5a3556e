/** Goals down the page, layers across: how many records, and how many of them are late, undated, lonely or doubled. */
import { type GoalsAnswer, NO_GOAL } from '@demarche/api'
import { PICTURE_MARKS } from '@demarche/core/portfolio/goals/placed-record.ts'
import { PICTURE_LAYERS } from '@demarche/core/portfolio/record-kind.ts'
import type { GoalCell, GoalCells, PictureMark } from '@demarche/core'
import { Unverified } from '../../parts/authority-mark.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'
import type { Opened } from './goals-screen.tsx'

interface Props {
  readonly answer: GoalsAnswer
  readonly mark: PictureMark | undefined
  /** false: what is perhaps doubled has not been looked for yet */
  readonly isSearched: boolean
  readonly onOpen: (what: Opened) => void
}

/** All goals, or, where a mark was asked for, those under which something bears it. */
export function GoalsTable({ answer: { goals, none }, mark, isSearched, onOpen }: Props) {
  const t = useText()
  const bears = (cells: GoalCells) =>
    mark === undefined || PICTURE_LAYERS.some((layer) => cells[layer][mark] > 0)
  const shown = goals.filter(({ cells }) => bears(cells))
  if (shown.length === 0 && !bears(none))
    return mark === 'perhaps-doubled' && !isSearched ? null : <p role="status">{t('goals.noneMarked')}</p>
  return (
    <table className="table cards goals-table">
      <caption className="sr-only">{t('goals.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('goals.goal')}</th>
          {PICTURE_LAYERS.map((layer) => (
            <th scope="col" key={layer}>
              {t(`goals.layer.${layer}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ entity, name, aim, unverified, cells }) => (
          <tr key={entity}>
            <th scope="row">
              <button
                type="button"
                className="link-button goal-name"
                data-row=""
                onClick={() => onOpen({ goal: entity })}
              >
                {name}
              </button>{' '}
              {unverified && <Unverified />}
              <span className="quiet goal-aim">{aim.join(' / ')}</span>
            </th>
            <Figures goal={entity} name={name} cells={cells} mark={mark} onOpen={onOpen} />
          </tr>
        ))}
        {bears(none) && (
          <tr className="goals-none">
            <th scope="row">{t('goals.none')}</th>
            <Figures goal={NO_GOAL} name={t('goals.none')} cells={none} mark={mark} onOpen={onOpen} />
          </tr>
        )}
      </tbody>
    </table>
  )
}

interface FiguresProps {
  readonly goal: string
  readonly name: string
  readonly cells: GoalCells
  readonly mark: PictureMark | undefined
  readonly onOpen: (what: Opened) => void
}

function Figures({ goal, name, cells, mark, onOpen }: FiguresProps) {
  const t = useText()
  return PICTURE_LAYERS.map((layer) => {
    const cell = cells[layer]
    const shown = mark === undefined ? cell.total : cell[mark]
    const label = t(`goals.layer.${layer}`)
    return (
      <td key={layer} data-label={label}>
        {shown === 0 ? (
          <span className="quiet goal-nothing">
            <span aria-hidden="true">–</span>
            <span className="sr-only">{t('goals.nothing')}</span>
          </span>
        ) : (
          <button type="button" className="goal-cell" onClick={() => onOpen({ goal, layer })}>
            <span className="sr-only">
              {t('goals.figure', { goal: name, layer: label })}
              {t('mark.colon')}{' '}
            </span>
            <span className="goal-total">{formatNumber(shown)}</span>
            <Marks cell={cell} only={mark} />
          </button>
        )}
      </td>
    )
  })
}

/** What the records of a figure bear, how many each mark in words; where one was asked for, its number is the figure. */
function Marks({ cell, only }: { readonly cell: GoalCell; readonly only: PictureMark | undefined }) {
  const t = useText()
  const marks = PICTURE_MARKS.filter((mark) => cell[mark] > 0 && (only === undefined || only === mark))
  return marks.map((mark) => (
    <span key={mark} className="goal-mark" data-mark={mark}>
      {' '}
      {only === undefined && `${formatNumber(cell[mark])} `}
      {t(`goals.marked.${mark}`, { count: cell[mark] })}
    </span>
  ))
}
