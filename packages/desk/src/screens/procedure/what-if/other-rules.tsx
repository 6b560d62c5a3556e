/** The same board under every rule that can be counted: what the choice of the rule would change. */
import { describeVote } from '@demarche/core/procedure/voting/describe-vote.ts'
import { countVotes } from '@demarche/core/procedure/voting/count-votes.ts'
import { COUNTED_RULES, type CountedRule } from '@demarche/core/procedure/voting/vote.ts'
import type { PopulationTable } from '@demarche/core'
import { useText } from '../../../texts.ts'
import { type Board, questionOf } from './board.ts'

interface Props {
  readonly board: Board
  readonly population: PopulationTable
  readonly ruleName: (rule: CountedRule) => string
}

export function OtherRules({ board, population, ruleName }: Props) {
  const t = useText()
  return (
    <details className="more">
      <summary>{t('whatIf.otherRules')}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('whatIf.rule')}</th>
            <th scope="col">{t('whatIf.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {COUNTED_RULES.map((rule) => {
            const outcome = countVotes(questionOf(board, population, rule))
            const { state, deciding } = describeVote(outcome)
            return (
              <tr key={rule} data-moved={rule === board.rule || undefined}>
                <th scope="row">{ruleName(rule)}</th>
                <td>
                  {t(`whatIf.outcome.${state}`)}
                  {deciding[0] && <span className="quiet"> {deciding[0].text}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
