/** The marking of one among many, where it keeps anything back; the banner of the screen says that the others do not. */
import { markingKey, PUBLIC } from '@demarche/core/kernel/marking.ts'
import type { Marking } from '@demarche/core'
import { MarkingLabel } from '../frame/marking-banner.tsx'

export function RaisedMarking({ marking }: { readonly marking: Marking }) {
  if (markingKey(marking) === markingKey(PUBLIC)) return null
  return (
    <>
      {' '}
      <MarkingLabel marking={marking} />
    </>
  )
}
