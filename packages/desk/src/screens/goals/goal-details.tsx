/** A goal: what it comes to, where that was read, and which records its rules count, each with whose judgement that is. */
import type { GoalRow } from '@demarche/api'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import type { GoalRule, RecordKind } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { AuthorityMark, Unverified } from '../../parts/authority-mark.tsx'
import { capital } from '../../portfolio/capital.ts'
import { usePlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly goal: GoalRow
  readonly kinds: readonly RecordKind[]
}

export function GoalDetails({ goal, kinds }: Props) {
  const t = useText()
  return (
    <div className="goal-details">
      {goal.aim.map((aim) => (
        <p key={aim}>{aim}</p>
      ))}
      <p>
        <GoLink to={recordPath(goal.entity)}>{t('goals.open')}</GoLink>{' '}
        <MarkingLabel marking={goal.marking} />
      </p>
      <section aria-labelledby="goal-sources">
        <h3 id="goal-sources">{t('goals.sources')}</h3>
        <ul className="plain-rows">
          {goal.sources.map(({ document, locator, note, verified }) => (
            <li key={`${document} ${String(verified)}`}>
              {[document, locator].filter((part) => part !== undefined).join(', ')}{' '}
              {!verified && <Unverified />}
              {note !== undefined && <span className="quiet goal-note">{note}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="goal-rules">
        <h3 id="goal-rules">{t('goals.rules')}</h3>
        <ul className="plain-rows">
          {goal.rules.map((rule) => (
            <li key={[rule.kind, rule.property, rule.word].join(' ')}>
              <RuleInWords rule={rule} kinds={kinds} />{' '}
              {!rule.verified && <AuthorityMark authority="our-judgement" />}
              {rule.why !== undefined && <span className="quiet goal-note">{rule.why}</span>}
            </li>
          ))}
        </ul>
        <p className="quiet">{t('goals.judgement')}</p>
      </section>
    </div>
  )
}

/** What a rule counts, in the words of the kind. */
export function RuleInWords({
  rule,
  kinds,
}: {
  readonly rule: GoalRule
  readonly kinds: readonly RecordKind[]
}) {
  const t = useText()
  const placeName = usePlaceName()
  const kind = kinds.find(({ id }) => id === rule.kind)
  const name = capital(kind?.plural ?? rule.kind)
  if (rule.property === undefined || rule.word === undefined) return t('goals.ruleAll', { kind: name })
  const property = kind && propertyOf(kind, rule.property)
  const word = property?.type === 'places' ? placeName(rule.word) : property && sayWord(property, rule.word)
  return t('goals.rule', { kind: name, property: property?.label ?? rule.property, word: word ?? rule.word })
}
