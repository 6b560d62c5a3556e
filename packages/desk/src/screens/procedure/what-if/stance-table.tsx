/** The Member States by what they would do, one line each: arrow keys or a click move a State; what was moved is marked. */
import { sayShareOf } from '@demarche/core/procedure/voting/say-share.ts'
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { STANCES } from '@demarche/core/procedure/position.ts'
import type { PopulationTable, Stance } from '@demarche/core'
import { inDeskDecimals } from '../../../parts/format-value.ts'
import { placeName } from '../../../parts/place-name.ts'
import { useText } from '../../../texts.ts'
import { type Board, withBrake, withStance } from './board.ts'
import { STANCE_SYMBOLS } from './stance-symbols.ts'

interface Props {
  readonly board: Board
  readonly onRecord: Board
  readonly population: PopulationTable
  readonly onChange: (board: Board) => void
}

export function StanceTable({ board, onRecord, population, onChange }: Props) {
  const t = useText()
  const states = MEMBER_STATES.filter((state) => Object.hasOwn(board.stances, state))
  const having = (stance: Stance) => states.filter((state) => board.stances[state] === stance)
  return (
    <table className="table stance-table">
      <caption>{t('whatIf.tableHow')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('positions.party')}</th>
          <th scope="col" className="num share">
            {t('whatIf.share')}
          </th>
          {STANCES.map((stance) => (
            <th key={stance} scope="col" className="stance-head">
              <span aria-hidden="true">{STANCE_SYMBOLS[stance]}</span>
              <span className="stance-word">{t(`wouldDo.${stance}`)}</span>
            </th>
          ))}
          <th scope="col" className="stance-head">
            <span aria-hidden="true">■</span>
            <span className="stance-word">{t('whatIf.brake')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => {
          const name = placeName(state)
          const was = onRecord.stances[state] ?? 'unknown'
          const moved =
            board.stances[state] !== was || board.brake.includes(state) !== onRecord.brake.includes(state)
          return (
            <tr key={state} data-moved={moved || undefined}>
              <th scope="row">
                {euCountryCode(state)} <span className="state-name">{name}</span>
                {board.stances[state] !== was && (
                  <span className="moved-mark">{t('whatIf.was', { stance: t(`wouldDo.${was}`) })}</span>
                )}
              </th>
              <td className="num share">{inDeskDecimals((population.percent[state] ?? 0).toFixed(2))}</td>
              {STANCES.map((stance) => (
                <td
                  key={stance}
                  className="stance-cell"
                  data-record={was === stance || undefined}
                  data-set={board.stances[state] === stance || undefined}
                >
                  <label>
                    <input
                      type="radio"
                      name={`stance-${state}`}
                      value={stance}
                      checked={board.stances[state] === stance}
                      onChange={() => onChange(withStance(board, state, stance))}
                      aria-label={`${name}${t('mark.colon')} ${t(`wouldDo.${stance}`)}${was === stance ? `, ${t('whatIf.onRecord')}` : ''}`}
                    />
                    <span aria-hidden="true" className="stance-sign">
                      {board.stances[state] === stance ? STANCE_SYMBOLS[stance] : ''}
                    </span>
                  </label>
                </td>
              ))}
              <td className="stance-cell" data-record={onRecord.brake.includes(state) || undefined}>
                <label>
                  <input
                    type="checkbox"
                    checked={board.brake.includes(state)}
                    onChange={(event) => onChange(withBrake(board, state, event.target.checked))}
                    aria-label={t('whatIf.brakeOf', { state: name })}
                  />
                </label>
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('whatIf.together')}</th>
          <td className="share" />
          {STANCES.map((stance) => (
            <td key={stance} className="stance-sum">
              {having(stance).length}
              {having(stance).length > 0 && (
                <span className="quiet">{inDeskDecimals(sayShareOf(having(stance), population))}</span>
              )}
            </td>
          ))}
          <td className="stance-sum">{board.brake.length}</td>
        </tr>
      </tfoot>
    </table>
  )
}
