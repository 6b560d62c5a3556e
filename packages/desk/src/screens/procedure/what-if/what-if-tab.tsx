/**
 * The what-if board: move any Member State and see what would come of it, who could block, and who would have to move.
 *
 * Everything is counted in this browser; nothing is recorded. The board is in the address, so that it can be mailed.
 */
import { countVotes } from '@demarche/core/procedure/voting/count-votes.ts'
import { COUNTED_RULES, type CountedRule } from '@demarche/core/procedure/voting/vote.ts'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { formatPartialDate } from '../../../parts/format-date.ts'
import type { PopulationTable } from '@demarche/core'
import { useCallback, useDeferredValue, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { today } from '../../../frame/address.ts'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import {
  type Board,
  boardOnRecord,
  isMoved,
  movedStates,
  questionOf,
  readBoard,
  withMoves,
  writeBoard,
} from './board.ts'
import { OtherRules } from './other-rules.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { StanceTable } from './stance-table.tsx'
import { WhoWouldMove } from './who-would-move.tsx'

/** @example '1 January 2025 – 31 December 2025' */
function inForceWords({ inForce: { from, to } }: PopulationTable): string {
  return [from, ...(to === undefined ? [] : [to])].map(formatPartialDate).join(' – ')
}

export default function WhatIfTab() {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  if (!answer.population) return <p className="note">{t('whatIf.noTable')}</p>
  return <WhatIfBoard population={answer.population} />
}

function WhatIfBoard({ population }: { readonly population: PopulationTable }) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { procedure } = answer
  const [search, setSearch] = useSearchParams()
  const onRecord = useMemo(() => boardOnRecord(procedure, population), [procedure, population])
  const address = search.toString()
  const board = useMemo(() => readBoard(new URLSearchParams(address), onRecord), [address, onRecord])
  const setBoard = useCallback(
    (next: Board) => setSearch((current) => writeBoard(current, next, onRecord), { replace: true }),
    [setSearch, onRecord],
  )
  // the table answers at once; sets and outcome follow
  const settled = useDeferredValue(board)
  const question = useMemo(() => questionOf(settled, population), [settled, population])
  const voting = Object.values(settled.stances).filter((stance) => stance !== 'not-participating').length
  const ruleName = (rule: CountedRule) => doctrine?.votingRules.find(({ id }) => id === rule)?.label ?? rule
  const outcome = useMemo(() => (voting === 0 ? null : countVotes(question)), [question, voting])
  const moved = movedStates(board, onRecord)
  const unknown = Object.keys(board.stances).filter((state) => board.stances[state] === 'unknown')
  return (
    <div className="what-if">
      <p className="note" data-tone="info">
        {t('whatIf.nothingRecorded')}
      </p>
      <div className="filters what-if-bar">
        <label>
          <span>{t('whatIf.rule')}</span>
          <select
            value={board.rule}
            onChange={(event) =>
              setBoard({
                ...board,
                rule: COUNTED_RULES.find((one) => one === event.target.value) ?? board.rule,
              })
            }
          >
            {COUNTED_RULES.map((rule) => (
              <option key={rule} value={rule}>
                {ruleName(rule)}
                {rule === procedure.vote?.rule && ` (${t('whatIf.trackRule')})`}
              </option>
            ))}
          </select>
        </label>
        {board.rule === 'rule-coreu-silence' && (
          <span className="check">
            <input
              id="silence-expired"
              type="checkbox"
              checked={board.silenceExpired}
              onChange={(event) => setBoard({ ...board, silenceExpired: event.target.checked })}
            />
            <label htmlFor="silence-expired">{t('whatIf.silenceExpired')}</label>
          </span>
        )}
        <button
          type="button"
          disabled={unknown.length === 0}
          onClick={() =>
            setBoard({
              ...board,
              stances: { ...board.stances, ...Object.fromEntries(unknown.map((state) => [state, 'yes'])) },
            })
          }
        >
          {t('whatIf.unknownToYes', { count: unknown.length })}
        </button>
        <button type="button" disabled={!isMoved(board, onRecord)} onClick={() => setBoard(onRecord)}>
          {t('whatIf.reset')}
        </button>
      </div>
      <p className="what-if-moved" role="status">
        {moved.length === 0 && !isMoved(board, onRecord)
          ? t('whatIf.asOnRecord')
          : moved.length === 0
            ? t('whatIf.otherQuestion')
            : t('whatIf.moved', {
                count: moved.length,
                moves: moved
                  .map(({ state, now }) => `${euCountryCode(state)} ${t(`wouldDo.${now}`)}`)
                  .join(', '),
              })}
        {board.rule !== procedure.vote?.rule && ` ${t('whatIf.notItsRule', { rule: ruleName(board.rule) })}`}
      </p>
      <div className="what-if-columns">
        <div>
          <StanceTable board={board} onRecord={onRecord} population={population} onChange={setBoard} />
          <p className="hint">
            {t('whatIf.source', { inForce: inForceWords(population), rounding: population.rounding })}{' '}
            {population.source.document}
          </p>
        </div>
        <div>
          {outcome ? (
            <>
              <OutcomePanel
                outcome={outcome}
                rule={settled.rule}
                name={ruleName(settled.rule)}
                voting={voting}
                members={Object.keys(settled.stances).length}
                population={population}
                today={today()}
              />
              <OtherRules board={settled} population={population} ruleName={ruleName} />
              <WhoWouldMove question={question} onApply={(set) => setBoard(withMoves(board, set))} />
            </>
          ) : (
            <p className="note">{t('whatIf.nobodyVotes')}</p>
          )}
        </div>
      </div>
    </div>
  )
}
