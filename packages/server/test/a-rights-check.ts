/** A signed rights check at a desk under test: without one no procedure is opened (RGT-08). */
import type { Marking, RightsAnswerWord } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { aRightsCheck } from '@demarche/testkit'
import type { SignedInForTest } from './desk-under-test.ts'

const AMBER: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
let doctrine: ReturnType<typeof loadDoctrine> | undefined

/** Answers what is asked of these measures, and signs. @throws Error when it is refused */
export async function signRightsCheck(
  as: SignedInForTest,
  ofCase: string,
  measures: readonly string[],
  {
    marking = AMBER,
    answer = 'no-concern',
  }: { readonly marking?: Marking; readonly answer?: Exclude<RightsAnswerWord, 'concern'> } = {},
): Promise<void> {
  doctrine ??= loadDoctrine()
  for (const payload of aRightsCheck(doctrine, { measures, marking, on: '2026-11-24', answer })) {
    const url = `/api/cases/${encodeURIComponent(ofCase)}/statements`
    const reason = 'Marked as the procedure.'
    const recorded = await as.ask({ method: 'POST', url, payload: { ...payload, reason } })
    if (recorded.statusCode !== 201) throw new Error(recorded.body)
  }
}
