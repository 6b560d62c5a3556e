/** What may be done next and by whom, and the course so far. */
import { useText } from '../../../texts.ts'
import { formatInstant } from '../../../parts/format-value.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export default function CourseTab() {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <div className="columns two">
      <section aria-labelledby="next-title">
        <h2 id="next-title">{t('course.next')}</h2>
        <ul>
          {answer.next.map((next) => (
            <li key={`${next.verb}${next.transition ?? ''}${next.body ?? ''}`}>
              {next.label} <span className="quiet">{t('course.by', { who: next.by.join('; ') })}</span>
              {next.why && <p className="quiet">{next.why}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="history-title">
        <h2 id="history-title">{t('course.history')}</h2>
        <ol>
          {answer.procedure.history.map((step) => (
            <li key={`${step.transition}${step.at}`}>
              {step.label}{' '}
              <span className="quiet">
                {formatInstant(step.at)}, {step.by?.party ?? t('course.time')}
                {!step.verified && ` (${t('course.unverified')})`}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
