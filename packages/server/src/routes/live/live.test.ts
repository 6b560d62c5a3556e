import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { act, openDeclaration } from '../../../test/a-declaration.ts'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'

const SHARED = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const AMONG_TWO = { ...SHARED, releasableTo: ['EE', 'IE'] }

let desk: DeskUnderTest
let who: Record<'EE' | 'FR' | 'chair', SignedInForTest>
let address: string
const open: Listening[] = []

beforeAll(async () => {
  desk = await openDesk({ liveBeat: { tickMs: 20, beatMs: 100 } })
  address = await desk.app.listen({ port: 0, host: '127.0.0.1' })
  who = {
    EE: await desk.signInAs({ party: 'EE', role: 'delegate' }),
    FR: await desk.signInAs({ party: 'FR', role: 'delegate' }),
    chair: await desk.signInAs({ party: 'IE', role: 'chair' }),
  }
})
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})
afterAll(() => desk.close())

class Listening {
  readonly changes: unknown[] = []
  beats = 0
  status = 0
  ended = false
  readonly #abort = new AbortController()
  readonly #waiting = new Set<() => void>()

  async begin(as: SignedInForTest): Promise<void> {
    const answer = await fetch(`${address}/api/live`, { headers: as.headers, signal: this.#abort.signal })
    this.status = answer.status
    const type = answer.headers.get('content-type') ?? ''
    if (answer.status !== 200) return
    expect(type).toContain('text/event-stream')
    void this.#read(answer)
    await this.until(() => this.beats > 0)
  }

  async #read(answer: Response): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    try {
      for await (const chunk of answer.body ?? []) {
        text += decoder.decode(chunk, { stream: true })
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [event, data] = text.slice(0, end).split('\n')
          text = text.slice(end + 2)
          if (event === 'event: change') this.changes.push(JSON.parse(data?.slice(6) ?? 'null').changed)
          else this.beats += 1
        }
        for (const wake of this.#waiting) wake()
      }
    } catch {
      // closed by the test
    }
    this.ended = true
    for (const wake of this.#waiting) wake()
  }

  /** Waits until it holds; a sign of life wakes it often enough. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds() && !this.ended) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake)
          resolve()
        }
        this.#waiting.add(wake)
      })
    }
  }

  /** Everything that was under way has been told when two more signs of life have come. */
  async settled(): Promise<void> {
    const { beats } = this
    await this.until(() => this.beats >= beats + 2)
  }

  close(): void {
    this.#abort.abort()
  }
}

async function listen(as: SignedInForTest): Promise<Listening> {
  const listening = new Listening()
  open.push(listening)
  await listening.begin(as)
  return listening
}

describe('live updates', () => {
  it('name the procedure that changed, to those who may see it', async () => {
    const { entity } = await openDeclaration(who.EE, 'Declaration on the port', SHARED)
    const [france, chair] = [await listen(who.FR), await listen(who.chair)]
    await act(who.EE, entity, {
      verb: 'propose',
      reason: 'It matters.',
      documents: [
        { outline: 'doc-options-paper', title: 'Options paper' },
        { outline: 'doc-measure-proposal', title: 'Proposal' },
      ],
    })
    const expected = [[{ procedure: entity }, 'procedures', 'notices']]
    await france.until(() => france.changes.length > 0)
    await chair.until(() => chair.changes.length > 0)
    expect(france.changes).toEqual(expected)
    expect(chair.changes).toEqual(expected)
  })

  it('tell whoever may not see it nothing at all: no event, whatever is done', async () => {
    const [france, chair] = [await listen(who.FR), await listen(who.chair)]
    const { entity, ofCase } = await openDeclaration(who.EE, 'Declaration among two', AMONG_TWO)
    await chair.until(() => JSON.stringify(chair.changes).includes(entity))
    await france.settled()
    expect(france.changes).toEqual([])
    expect(JSON.stringify(chair.changes)).toContain(ofCase)
  })

  it('NOT-14 tell the same of what is seen, whether or not hidden things happen beside it', async () => {
    const seen = await openDeclaration(who.EE, 'Declaration seen', SHARED)
    const hidden = await openDeclaration(who.EE, 'Declaration hidden', AMONG_TWO)
    const france = await listen(who.FR)
    const amend = (position: 'support' | 'can-accept') =>
      act(who.FR, seen.entity, { verb: 'state-position', position })
    const told: unknown[] = []
    for (const beside of [false, true]) {
      france.changes.length = 0
      const position = beside ? 'can-accept' : 'support'
      if (beside) {
        // onto the seen case as well: what is hidden of a thing that is seen
        await who.EE.ask({
          method: 'POST',
          url: `/api/cases/${seen.ofCase}/statements`,
          payload: { ...aNewCase('Another name'), marking: AMONG_TWO },
        })
        await act(who.EE, hidden.entity, { verb: 'state-position', position })
      }
      await amend(position)
      await france.until(() => france.changes.length > 0)
      await france.settled()
      told.push(structuredClone(france.changes))
    }
    expect(told[1]).toEqual(told[0])
    expect(told[0]).toEqual([[{ procedure: seen.entity }, 'procedures', 'notices']])
  })

  it('end with the session', async () => {
    const guest = await desk.signInAs({ party: 'PL', role: 'delegate' })
    const poland = await listen(guest)
    await desk.accounts.sessions.endAll(guest.person)
    await poland.until(() => poland.ended)
    expect(poland.ended).toBe(true)
    expect((await listen(guest)).status).toBe(401)
  })

  it('ask for everything again when the person acts in another role, and read as that role from then on', async () => {
    const { entity } = await openDeclaration(who.EE, 'Declaration for officers', SHARED)
    const listening = await listen(desk.officer)
    const role = (one: string) =>
      desk.ask({ method: 'POST', url: '/api/session/role', payload: { role: one } })
    await role('administrator')
    await listening.until(() => listening.changes.length > 0)
    expect(listening.changes).toEqual([['everything']])
    await act(who.EE, entity, { verb: 'state-position', position: 'support' })
    await listening.settled()
    expect(listening.changes).toHaveLength(1)
    await role('desk-officer')
  })

  it('are limited to eight connections of a session, and say so', async () => {
    const guest = await desk.signInAs({ party: 'DE', role: 'delegate' })
    for (let one = 0; one < 8; one += 1) expect((await listen(guest)).status).toBe(200)
    expect((await listen(guest)).status).toBe(429)
    open.at(-2)?.close()
  })
})

const present = (as: SignedInForTest, entity: string, isOpen = true) =>
  as.ask({ method: 'POST', url: '/api/presence', payload: { entity, open: isOpen } })

describe('presence', () => {
  it('NOT-15 tells those who may see a procedure who else has it open, as they come and go', async () => {
    const { entity } = await openDeclaration(who.EE, 'Declaration that is read', SHARED)
    expect((await present(who.EE, entity)).json()).toEqual({ others: [] })
    const estonia = await listen(who.EE)
    expect((await present(who.FR, entity)).json()).toEqual({
      others: [{ name: 'delegate of EE', party: 'EE' }],
    })
    await estonia.until(() => estonia.changes.length > 0)
    expect(estonia.changes).toEqual([[{ presence: entity }]])
    expect((await present(who.EE, entity)).json().others).toEqual([{ name: 'delegate of FR', party: 'FR' }])
    await present(who.FR, entity, false)
    expect((await present(who.EE, entity)).json().others).toEqual([])
  })

  it('NOT-15 shows nobody whose session has ended, and whoever acts in another role by that role', async () => {
    const { entity } = await openDeclaration(who.EE, 'Declaration of those who stay', SHARED)
    const guest = await desk.signInAs({ party: 'DE', role: 'delegate' })
    await present(guest, entity)
    expect((await present(who.EE, entity)).json().others).toHaveLength(1)
    await desk.accounts.sessions.endAll(guest.person)
    expect((await present(who.EE, entity)).json()).toEqual({ others: [] })
    await desk.ask({ method: 'POST', url: '/api/presence', payload: { entity, open: true } })
    expect((await present(who.EE, entity)).json().others).toHaveLength(1)
    const role = (one: string) =>
      desk.ask({ method: 'POST', url: '/api/session/role', payload: { role: one } })
    await role('administrator')
    expect((await present(who.EE, entity)).json()).toEqual({ others: [] })
    await role('desk-officer')
  })

  it('NOT-15 tells it of a record of the portfolio, to whoever may see the record and of nobody who may not', async () => {
    const opened = await who.EE.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'meeting',
        assertions: [{ property: 'name', value: 'Round on the port' }],
        source: { document: 'Invitation', verified: true },
        marking: SHARED,
      },
    })
    const { entity } = opened.json()
    await present(who.EE, entity)
    const estonia = await listen(who.EE)
    expect((await present(who.FR, entity)).json().others).toEqual([{ name: 'delegate of EE', party: 'EE' }])
    await estonia.until(() => estonia.changes.length > 0)
    expect(estonia.changes).toEqual([[{ presence: entity }]])
    // France loses sight of it while it is open there
    const { statements } = (await who.EE.ask({ url: `/api/portfolio/records/${entity}` })).json()
    const [statement = ''] = Object.keys(statements)
    const closed = await who.EE.ask({
      method: 'POST',
      url: `/api/statements/${statement}/marking`,
      payload: { marking: AMONG_TWO, reason: 'Among two.' },
    })
    expect(closed.statusCode, closed.body).toBe(201)
    const france = await listen(who.FR)
    // the clock of the desk goes on at each look at it: Estonia says again that it is there
    await present(who.EE, entity)
    expect((await present(who.chair, entity)).json().others).toEqual([
      { name: 'delegate of EE', party: 'EE' },
    ])
    await france.settled()
    expect(france.changes).toEqual([])
    expect((await present(who.FR, entity)).statusCode).toBe(404)
  })

  it('is refused alike for what one may not see and for what there is not', async () => {
    const { entity } = await openDeclaration(who.EE, 'Declaration of two', AMONG_TWO)
    await present(who.EE, entity)
    const hidden = await present(who.FR, entity)
    const missing = await present(who.FR, 'procedure:nothing')
    expect([hidden.statusCode, missing.statusCode]).toEqual([404, 404])
    expect(hidden.body.replaceAll(entity, 'X')).toBe(missing.body.replaceAll('procedure:nothing', 'X'))
    expect((await present(who.EE, entity)).json().others).toEqual([])
  })

  it('is forgotten when the browser has not said so for a while', async () => {
    const { entity } = await openDeclaration(who.EE, 'Declaration left open', SHARED)
    await present(who.EE, entity)
    desk.letPass(60_000)
    expect((await present(who.FR, entity)).json().others).toEqual([])
  })
})
