/** The signed rights check without which no procedure is opened (RGT-08), for the cases of drills. */
import { loadDoctrine } from '@demarche/doctrine'
import { aRightsCheck } from '@demarche/testkit'

let doctrine: ReturnType<typeof loadDoctrine> | undefined

/** @param post posts a body to a path of the server, and throws when it is refused */
export async function signRightsCheck(
  post: (path: string, body: object) => Promise<unknown>,
  ofCase: string,
  measure: string,
): Promise<void> {
  doctrine ??= loadDoctrine()
  const on = new Date().toISOString().slice(0, 10)
  const check = aRightsCheck(doctrine, {
    measures: [measure],
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
    on,
    reviewBy: `${Number(on.slice(0, 4)) + 2}${on.slice(4)}`.replace('-02-29', '-02-28'),
  })
  for (const body of check) await post(`/api/cases/${encodeURIComponent(ofCase)}/statements`, body)
}
