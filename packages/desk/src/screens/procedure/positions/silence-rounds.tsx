/** Each round of silence with how it ended, who objected and who commented: what was said in one outlives the next. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { useText } from '../../../texts.ts'
import { sayBrussels } from '../course/brussels-words.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export function SilenceRounds() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { silences, silence, state } = answer.procedure
  const isBlocked = doctrine?.graph.states.find(({ id }) => id === state.id)?.kind === 'wait'
  if (silences.length === 0) return null
  return (
    <section aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t('positions.rounds', { count: silences.length })}</h2>
      <ol className="plain-rows">
        {silences.map((round, index) => {
          const { opened, until, endedAt, status, objections, comments } = round
          return (
            <li key={opened.statement}>
              <strong>{t('positions.round', { number: index + 1 })}</strong>{' '}
              {status === 'running'
                ? t('silence.until', { time: sayBrussels(until) })
                : t(`silence.ended.${status}`, { time: sayBrussels(endedAt ?? until) })}
              {objections.map((one) => (
                <p key={one.statement}>
                  <strong>{t('positions.objected', { party: euCountryCode(one.party) })}</strong> {one.reason}{' '}
                  <span className="quiet">{sayBrussels(one.at)}</span>
                </p>
              ))}
              {comments.map((one) => (
                <p key={one.statement}>
                  {t('positions.commented', { party: euCountryCode(one.party) })} {one.comment}{' '}
                  <span className="quiet">{sayBrussels(one.at)}</span>
                </p>
              ))}
            </li>
          )
        })}
      </ol>
      {isBlocked && silence?.status === 'broken' && <p className="hint">{t('positions.brokeSilenceHint')}</p>}
    </section>
  )
}
