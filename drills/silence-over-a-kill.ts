/**
 * A silence that is open when the server dies and ends before it is up again: nobody objected, so the text is adopted at the
 * deadline and not a moment later, and every position reads as it did.
 */
import { z } from 'zod'
import { signRightsCheck } from './rights-check.ts'
import { jsonHeaders, type ServerProcess } from './server-process.ts'

export interface SilenceUnderWay {
  readonly procedure: string
  readonly until: string
  /** what the chair saw of the positions before */
  readonly positions: string
}

/** short enough to wait for; at least several times what an act took just before, on a machine that others use */
const SHORTEST_MS = 4000
const TIMES_AN_ACT = 5

const shownSchema = z.looseObject({
  head: z.string(),
  presidency: z.string().nullable(),
  procedure: z.looseObject({
    outcome: z.string(),
    positions: z.array(z.unknown()),
    silence: z.looseObject({ status: z.string(), until: z.string() }).nullish(),
    adoption: z.looseObject({ at: z.string() }).nullish(),
  }),
})
type Shown = z.infer<typeof shownSchema>

async function show(server: ServerProcess, cookie: string, procedure: string): Promise<Shown> {
  const answer = await fetch(`${server.address}/api/procedures/${encodeURIComponent(procedure)}`, {
    headers: jsonHeaders(server, cookie),
  })
  if (answer.status !== 200) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`)
  return shownSchema.parse(await answer.json())
}

/** Brings a declaration to an open silence. @throws Error when an act is refused */
export async function openSilence(
  server: ServerProcess,
  who: { readonly delegate: string; readonly chair: string; readonly entity: string; readonly round: number },
): Promise<SilenceUnderWay> {
  const post = async (cookie: string, url: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${server.address}${url}`, {
      method: 'POST',
      headers: jsonHeaders(server, cookie),
      body: JSON.stringify(body),
    })
    if (answer.status !== 201)
      throw new Error(`${JSON.stringify(body)}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  await signRightsCheck((url, body) => post(who.delegate, url, body), who.entity, 'stab-hr-declaration')
  const { entity: procedure } = z.looseObject({ entity: z.string() }).parse(
    await post(who.delegate, `/api/cases/${encodeURIComponent(who.entity)}/procedures`, {
      measure: 'stab-hr-declaration',
      path: 'normal',
      title: `Declaration of round ${who.round}`,
      reason: 'A joint voice.',
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
    }),
  )
  let slowest = 0
  const act = async (cookie: string, one: object): Promise<void> => {
    const began = performance.now()
    const { head } = await show(server, cookie, procedure)
    await post(cookie, `/api/procedures/${encodeURIComponent(procedure)}/acts`, { act: one, follows: head })
    slowest = Math.max(slowest, performance.now() - began)
  }
  const { presidency } = await show(server, who.chair, procedure)
  if (presidency !== 'IE')
    throw new Error(`the chair of this drill is of IE, the Presidency is ${presidency}`)
  await act(who.delegate, {
    verb: 'propose',
    reason: 'Ports are critical infrastructure.',
    documents: [
      { outline: 'doc-options-paper', title: 'Options paper' },
      { outline: 'doc-measure-proposal', title: 'Proposal for a declaration' },
    ],
  })
  await act(who.chair, {
    verb: 'put-on-agenda',
    body: 'hwpci',
    meeting: new Date().toISOString().slice(0, 10),
  })
  await act(who.chair, {
    verb: 'set-text',
    paragraphs: [{ id: 'p1', text: 'The European Union condemns it.' }],
  })
  await act(who.delegate, { verb: 'state-position', position: 'support' })
  await act(who.chair, {
    verb: 'circulate',
    documents: [{ outline: 'doc-draft-declaration', title: 'Draft declaration', version: 1 }],
    to: ['EE', 'HU', 'PL'],
  })
  const until = new Date(Date.now() + Math.max(SHORTEST_MS, TIMES_AN_ACT * slowest)).toISOString()
  await act(who.chair, { verb: 'open-silence', until, version: 1 })
  const { procedure: shown } = await show(server, who.chair, procedure)
  return { procedure, until, positions: JSON.stringify(shown.positions) }
}

/** What is not as it should be once the deadline has passed. */
export async function whatIsWrongWith(
  server: ServerProcess,
  chair: string,
  { procedure, until, positions }: SilenceUnderWay,
): Promise<readonly string[]> {
  const { procedure: shown } = await show(server, chair, procedure)
  const wrong: string[] = []
  if (shown.outcome !== 'adopted' || shown.silence?.status !== 'adopted')
    wrong.push(`${procedure}: ${shown.outcome}, silence ${shown.silence?.status}; expected adopted`)
  if (shown.adoption?.at !== until)
    wrong.push(`${procedure}: adopted at ${shown.adoption?.at}; expected ${until}`)
  if (JSON.stringify(shown.positions) !== positions)
    wrong.push(`${procedure}: positions ${JSON.stringify(shown.positions)}; before ${positions}`)
  return wrong
}
