/**
 * A desk with its public page on, and what people do there: anybody asks, the desk officer records and moderates.
 */
import { type Marking, PUBLIC } from '@demarche/core'
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { type DeskUnderTest, openDesk } from './desk-under-test.ts'

export const LIMITE: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }

type Values = Readonly<Record<string, unknown>>
type Answering = Promise<LightMyRequestResponse>

export interface PublicDeskUnderTest {
  readonly desk: DeskUnderTest
  setNow(instant: string): void
  /** asks as anybody, from an address of its own each time */
  anybody(method: 'GET' | 'POST', url: string, payload?: object): Answering
  /** puts a record on record, for everybody when nothing is said; gives its entity */
  aRecord(kind: string, values: Values, marking?: Marking): Promise<string>
  /** one that is open to the end of 10 December 2026 when nothing is said */
  aConsultation(more?: Values, marking?: Marking): Promise<string>
  send(consultation: string, payload: object): Answering
  aSubmission(
    consultation: string,
    more?: object,
  ): Promise<{
    readonly entity: string
    readonly token: string
    readonly closes: string
    readonly linkEnds: string
  }>
  look(token: string): Answering
  withdraw(token: string): Answering
  moderate(entity: string, decision: string, reason?: string): Answering
  /** follows what stands, unless the payload says what it follows */
  setSynthesis(consultation: string, payload: object): Answering
  publish(consultation: string): Answering
  /** what anybody is shown of a consultation, with the first page of what was published */
  shown(consultation: string): Promise<{ readonly consultation: Values; readonly names: Values }>
  close(): Promise<void>
}

/** Opens it on 23 November 2026; the clock moves on by a second each time it is read. */
export async function openPublicDesk(): Promise<PublicDeskUnderTest> {
  let now = Date.parse('2026-11-23T09:00:00Z')
  let address = 0
  const desk = await openDesk({ publicPage: true, clock: () => new Date((now += 1000)) })
  const anybody = (method: 'GET' | 'POST', url: string, payload?: object): Answering => {
    address += 1
    const remoteAddress = `10.0.${address >> 8}.${address & 255}`
    return desk.app.inject({ method, url, remoteAddress, ...(payload ? { payload } : {}) })
  }
  const officer = (url: string, payload: object): Answering => desk.ask({ method: 'POST', url, payload })
  const send = (consultation: string, payload: object): Answering =>
    anybody('POST', `/api/public/consultations/${consultation}/submissions`, payload)
  const aRecord = async (kind: string, values: Values, marking = PUBLIC): Promise<string> => {
    const answer = await officer('/api/portfolio/records', {
      kind,
      assertions: Object.entries(values).map(([property, value]) => ({ property, value })),
      source: { document: 'Call for views', date: '2026-11-20', verified: true },
      marking,
    })
    expect(answer.statusCode, answer.body).toBe(201)
    return String(answer.json().entity)
  }
  return {
    desk,
    setNow: (instant) => void (now = Date.parse(instant)),
    anybody,
    aRecord,
    aConsultation: (more = {}, marking = PUBLIC) =>
      aRecord(
        'consultation',
        { name: 'What should the Mechanism take up?', answered: 'here', due: '2026-12-10', ...more },
        marking,
      ),
    send,
    async aSubmission(consultation, more = {}) {
      const answer = await send(consultation, {
        text: 'Take up the protection of hospitals.',
        from: 'Alliance of Clinics',
        consent: 'named',
        ...more,
      })
      expect(answer.statusCode, answer.body).toBe(201)
      const { reference, token, closes, linkEnds } = answer.json()
      return { entity: `submission:${reference}`, token, closes, linkEnds }
    },
    look: (token) => anybody('POST', '/api/public/submissions/look', { token }),
    withdraw: (token) => anybody('POST', '/api/public/submissions/withdraw', { token }),
    moderate: (entity, decision, reason) =>
      officer(`/api/submissions/${entity}/moderation`, { decision, reason }),
    async setSynthesis(consultation, payload) {
      const { result } = (await desk.ask({ url: `/api/consultations/${consultation}` })).json()
      return officer(`/api/consultations/${consultation}/synthesis`, { follows: result, ...payload })
    },
    publish: (consultation) =>
      officer(`/api/consultations/${consultation}/synthesis/publication`, {
        reason: 'Agreed by the working party.',
      }),
    async shown(consultation) {
      const its = `/api/public/consultations/${consultation}`
      const { consultation: asked, names } = (await anybody('GET', its)).json()
      const { submissions } = (await anybody('GET', `${its}/submissions`)).json()
      return { consultation: { ...asked, submissions }, names }
    },
    close: () => desk.close(),
  }
}
