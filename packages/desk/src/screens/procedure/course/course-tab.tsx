/** The course: where it stands, silence, what may be done next; deadlines and papers; everything that was done. */
import { useProcedureOnScreen } from '../procedure-context.ts'
import { CourseHistory } from './history.tsx'
import { NextActs } from './next-acts.tsx'
import { Deadlines, OnFile } from './on-file.tsx'
import { SilenceClock } from './silence-clock.tsx'
import { Standing } from './standing.tsx'

export default function CourseTab() {
  const { silence } = useProcedureOnScreen().answer.procedure
  return (
    <div className="columns two course">
      <div>
        {silence?.status === 'running' && <SilenceClock silence={silence} />}
        <Standing />
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
