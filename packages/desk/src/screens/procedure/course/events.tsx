/** What was done in a procedure, the newest first, of this desk or of another: who, when, in which words, and the steps it took. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { Doctrine, Procedure, RecordedAct, Step } from '@demarche/core'
import { Unverified } from '../../../parts/authority-mark.tsx'
import { isTextKey, useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { sayRefusal } from '../../../parts/say-refusal.ts'
import { actWords, verbName } from './act-words.ts'
import { sayBrussels } from './brussels-words.ts'
import { courseEntries } from './course-entries.ts'
import { Pairs } from './said.tsx'

interface Props {
  readonly procedure: Pick<Procedure, 'acts' | 'history' | 'ignored'>
  /** the act that waits for a second person */
  readonly waiting?: string | undefined
  readonly doctrine: Doctrine | undefined
}

export function CourseEvents({ procedure, waiting, doctrine }: Props) {
  const t = useText()
  return (
    <ol className="events" reversed>
      {courseEntries(procedure).map((entry) => (
        <li key={`${entry.kind}${entry.at}`}>
          {entry.kind === 'time' ? (
            <>
              <p className="event-head">
                <strong>{entry.step.label}</strong>
                <span className="quiet">
                  {t('course.time')}, {sayBrussels(entry.at)}
                </span>
              </p>
              <StepLine step={entry.step} doctrine={doctrine} />
            </>
          ) : entry.kind === 'ignored' ? (
            <>
              <ActHead recorded={entry.ignored.recorded} doctrine={doctrine} />
              <p>
                <span className="tag" data-tone="warn">
                  {t('course.ignored')}
                </span>{' '}
                {(entry.ignored.words && sayRefusal(t, doctrine, entry.ignored.words)) ??
                  entry.ignored.reason}{' '}
                <span className="quiet">({entry.ignored.rule})</span>
              </p>
            </>
          ) : (
            <>
              <ActHead recorded={entry.recorded} doctrine={doctrine} />
              {entry.recorded.statement === waiting && (
                <p>
                  <span className="tag" data-tone="warn">
                    {t('course.waits')}
                  </span>
                </p>
              )}
              {entry.steps.map((step) => (
                <StepLine key={step.transition} step={step} doctrine={doctrine} />
              ))}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

const SHORT = 60

/** The act, by whom and when; what it says beside it, or under it where that takes more than a few words. */
function ActHead({ recorded, doctrine }: { readonly recorded: RecordedAct } & Pick<Props, 'doctrine'>) {
  const t = useText()
  const { act, party, role, at } = recorded
  const inRole = `role.${role ?? ''}`
  const words = actWords(t, doctrine, act)
  const [only] = words
  const beside = words.length === 1 && only && only.text.length <= SHORT ? only : undefined
  return (
    <>
      <p className="event-head">
        <strong>{verbName(doctrine, act, act.verb === 'move' ? act.transition : undefined)}</strong>
        {beside && <span title={beside.label}>{beside.text}</span>}
        <span title={partyName(doctrine, party)}>
          {euCountryCode(party)}
          {isTextKey(inRole) && ` (${t(inRole)})`}
        </span>
        <span className="quiet">{sayBrussels(at)}</span>
      </p>
      {!beside && <Pairs words={words} />}
    </>
  )
}

function StepLine({ step, doctrine }: { readonly step: Step } & Pick<Props, 'doctrine'>) {
  const t = useText()
  const label = (id: string) => doctrine?.graph.states.find((state) => state.id === id)?.label ?? id
  return (
    <p className="quiet">
      {t('course.step', {
        from: step.from === '*' ? t('course.anywhere') : label(step.from),
        to: label(step.to),
      })}{' '}
      {!step.verified && <Unverified />}
    </p>
  )
}
