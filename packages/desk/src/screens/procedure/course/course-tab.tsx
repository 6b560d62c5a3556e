/** The course: where it stands, silence, what may be done next; deadlines and papers; everything that was done. */
import { ListingQuestions } from '../../../evidence/listing-questions.tsx'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { CourseHistory } from './history.tsx'
import { NextActs } from './next-acts.tsx'
import { Deadlines, OnFile } from './on-file.tsx'
import { SilenceClock } from './silence-clock.tsx'
import { Standing } from './standing.tsx'

export default function CourseTab() {
  const { procedure } = useProcedureOnScreen().answer
  const { silence } = procedure
  return (
    <div className="columns two course">
      <div>
        {silence?.status === 'running' && <SilenceClock silence={silence} />}
        <Standing />
        <ListingQuestions entity={procedure.case} measure={procedure.measure} />
        <NextActs />
        {silence && silence.status !== 'running' && <SilenceClock silence={silence} />}
      </div>
      <div>
        <Deadlines />
        <OnFile />
        <CourseHistory />
      </div>
    </div>
  )
}
