/** Who would have to move, for adopting it and for stopping it, and who could always block under the rule. */
import { blockingMinorities, type MoveGoal, movingSets } from '@demarche/core/procedure/voting/moving-sets.ts'
import type { MovingSet, VoteQuestion } from '@demarche/core'
import { useMemo, useState } from 'react'
import { useText } from '../../../texts.ts'
import { MovingSetList } from './moving-set-list.tsx'

interface Props {
  readonly question: VoteQuestion
  readonly onApply: (set: MovingSet) => void
}

const [FEW, MANY] = [6, 60]
/** Under these rules a declaration of enough States stops an act that nobody votes against. */
const KNOWS_DECLARATIONS: readonly string[] = ['rule-cfsp-unanimity', 'rule-listing']

export function WhoWouldMove({ question, onApply }: Props) {
  // who can always block turns on the rule and on who takes part, not on what they say
  const away = Object.keys(question.stances)
    .filter((state) => question.stances[state] === 'not-participating')
    .join()
  const whoever = useMemo(() => question, [question.rule, question.population, away])
  return (
    <div className="movers">
      <Goal goal="adopt" question={question} onApply={onApply} />
      <Goal goal="block" question={question} onApply={onApply} />
      {KNOWS_DECLARATIONS.includes(question.rule) && (
        <Goal goal="block-by-declaration" question={question} onApply={onApply} />
      )}
      <Goal goal="always" question={whoever} onApply={onApply} />
    </div>
  )
}

function Goal({ goal, question, onApply }: Props & { readonly goal: MoveGoal | 'always' }) {
  const t = useText()
  const [isLong, setLong] = useState(false)
  const limit = isLong ? MANY : FEW
  const found = useMemo(
    () => (goal === 'always' ? blockingMinorities(question, limit) : movingSets(question, goal, limit)),
    [goal, question, limit],
  )
  return (
    <section aria-labelledby={`movers-${goal}`}>
      <h2 id={`movers-${goal}`}>{t(`whatIf.goal.${goal}`)}</h2>
      <p className="hint">{t(`whatIf.goalHow.${goal}`)}</p>
      <MovingSetList found={found} onApply={onApply} onMore={isLong ? undefined : () => setLong(true)} />
    </section>
  )
}
