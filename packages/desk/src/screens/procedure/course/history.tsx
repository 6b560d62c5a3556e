/** Everything that was done, the newest first: who, when, in which words, and the steps it took. */
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { CourseEvents } from './events.tsx'

export function CourseHistory() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('course.history')}</h2>
      <CourseEvents
        procedure={answer.procedure}
        waiting={answer.procedure.adoptionProposed?.statement}
        doctrine={doctrine}
      />
    </section>
  )
}
