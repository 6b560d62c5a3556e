import { DISTRIBUTIONS, type DraftStatement, mayRead, PUBLIC, TLP_LABELS } from '@demarche/core'
import type { Reader } from '@demarche/store'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk } from '../../../test/desk-under-test.ts'
import { LIMITE, openPublicDesk, type PublicDeskUnderTest } from '../../../test/public-desk-under-test.ts'
import { limitIntake } from '../../stakeholders/intake-limit.ts'
import { EVERYBODY } from '../../stakeholders/readers.ts'

/** A refusal without the entity that it is about. */
const unnamed = (body = '') => body.replaceAll(/(submission|consultation):[\w.-]+/g, '…')

let on: PublicDeskUnderTest
beforeAll(async () => {
  on = await openPublicDesk()
})
afterAll(() => on.close())

describe('the public page', () => {
  it('STK-01 is not there unless the operator has turned it on', async () => {
    const off = await openDesk()
    try {
      for (const [method, url, payload] of [
        ['GET', '/api/public', undefined],
        ['GET', '/api/public/records?kind=process', undefined],
        // a fault in the request tells of nothing either
        ['GET', '/api/public/records?kind=&none=1', undefined],
        ['POST', '/api/public/submissions/look', { token: '' }],
        ['GET', '/api/public/records/process:oewg', undefined],
        ['GET', '/api/public/consultations/consultation:x', undefined],
        ['GET', '/api/public/consultations/consultation:x/submissions', undefined],
        ['POST', '/api/public/consultations/consultation:x/submissions', { text: 'x', consent: 'named' }],
        ['POST', '/api/public/submissions/look', { token: 'x'.repeat(20) }],
        ['POST', '/api/public/submissions/withdraw', { token: 'x'.repeat(20) }],
      ] as const) {
        const answer = await off.app.inject({ method, url, ...(payload ? { payload } : {}) })
        expect(answer.statusCode, url).toBe(404)
        expect(answer.json().detail).toMatch(/^There is no (GET|POST) \S+ on this desk\.$/)
      }
      // like those of addresses that there are not, such requests fill no log
      const auditor = await off.signInAs({ party: 'desk', role: 'auditor' })
      const { entries } = (await auditor.ask({ url: '/api/audit' })).json()
      expect(JSON.stringify(entries)).not.toMatch(/public\./)
    } finally {
      await off.close()
    }
  })

  it('STK-02 shows to anybody what is marked for everybody, without a cookie, and a proxy may keep it for a minute', async () => {
    const open = await on.aConsultation()
    await on.aConsultation({ name: 'A question among delegations' }, LIMITE)
    const answer = await on.anybody('GET', '/api/public?language=fr')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('public, max-age=0, s-maxage=60')
    expect(answer.headers['set-cookie']).toBeUndefined()
    const { consultations, kinds } = answer.json()
    expect(consultations.map(({ entity }: { entity: string }) => entity)).toEqual([open])
    expect(kinds).toContainEqual(
      expect.objectContaining({ id: 'consultation', plural: 'consultations', count: 1 }),
    )
    expect(kinds.map(({ id }: { id: string }) => id)).toContain('process')
    expect(answer.body).not.toContain('delegations')
  })

  it('STK-02 lists, searches and opens public records, and says who recorded none of them', async () => {
    const project = await on.aRecord('project', { name: 'Course for prosecutors', countries: ['GE'] })
    await on.aRecord('project', { name: 'Course for somebody else', countries: ['GE'] }, LIMITE)
    const list = (await on.anybody('GET', '/api/public/records?kind=project&q=course&place=GE')).json()
    expect(list).toMatchObject({ total: 1, kind: { id: 'project' }, rows: [{ entity: project }] })
    const record = await on.anybody('GET', `/api/public/records/${project}`)
    expect(record.json()).toMatchObject({ record: { name: 'Course for prosecutors' } })
    expect(record.body).not.toMatch(/recordedBy|assertedBy|person:/)
    const [source] = Object.values(record.json().sources)
    expect(source).toMatchObject({ document: 'Call for views' })
  })

  it('STK-02 keeps internal kinds away, however they are marked', async () => {
    const contact = await on.aRecord('contact-point', { name: 'Duty officer' })
    expect((await on.anybody('GET', '/api/public/records?kind=contact-point')).statusCode).toBe(404)
    expect((await on.anybody('GET', `/api/public/records/${contact}`)).statusCode).toBe(404)
    expect((await on.anybody('GET', '/api/public')).body).not.toContain('contact-point')
  })

  it('STK-02 does not say on which items of evidence a public fact rests', async () => {
    const item = await on.aRecord('evidence-item', { name: 'Disk of the port authority' })
    const project = await on.aRecord('project', { name: 'Forensics for ports' })
    const added = await on.desk.ask({
      method: 'POST',
      url: `/api/portfolio/records/${project}/statements`,
      payload: {
        assertions: [{ property: 'countries', value: ['GE'] }],
        source: { document: 'Report', verified: true, evidence: [item] },
        marking: PUBLIC,
      },
    })
    expect(added.statusCode, added.body).toBe(201)
    const shown = await on.anybody('GET', `/api/public/records/${project}`)
    expect(shown.body).toContain('"Report"')
    expect(shown.body).not.toContain('evidence-item')
  })

  it('STK-02 answers of what is not for everybody as of what is not there', async () => {
    const hidden = await on.aConsultation({ name: 'Hidden' }, LIMITE)
    for (const path of ['records', 'consultations']) {
      const [there, not] = await Promise.all(
        [hidden, 'consultation:none'].map((entity) => on.anybody('GET', `/api/public/${path}/${entity}`)),
      )
      expect(there?.statusCode).toBe(404)
      expect(there?.body.replaceAll(hidden, '…')).toBe(not?.body.replaceAll('consultation:none', '…'))
    }
    const sent = await on.send(hidden, { text: 'x', consent: 'named' })
    expect(sent.statusCode).toBe(404)
  })

  it('STK-02 answers of what was withdrawn as a whole as of what is not there', async () => {
    const consultation = await on.aConsultation({ name: 'A question taken back' })
    const { entity, token } = await on.aSubmission(consultation)
    await on.moderate(entity, 'accepted')
    expect((await on.anybody('GET', `/api/public/records/${entity}`)).body).toContain('hospitals')
    expect((await on.withdraw(token)).statusCode).toBe(200)
    const [asked] = await on.desk.office.store.as(EVERYBODY).statements(consultation)
    const withdrawn = await on.desk.ask({
      method: 'POST',
      url: `/api/portfolio/records/${consultation}/withdrawal`,
      payload: { reason: 'It was asked elsewhere.', follows: asked?.id },
    })
    expect(withdrawn.statusCode, withdrawn.body).toBeLessThan(300)
    const paths = [
      [`records/${entity}`, 'records/submission:none'],
      [`records/${consultation}`, 'records/consultation:none'],
      [`consultations/${consultation}`, 'consultations/consultation:none'],
      [`consultations/${consultation}/submissions`, 'consultations/consultation:none/submissions'],
    ] as const
    for (const [path, none] of paths) {
      const [there, not] = await Promise.all(
        [path, none].map((one) => on.anybody('GET', `/api/public/${one}`)),
      )
      expect(there?.statusCode, path).toBe(404)
      expect(unnamed(there?.body), path).toBe(unnamed(not?.body))
    }
    const sent = await on.send(consultation, { text: 'x', consent: 'named' })
    expect(sent.statusCode).toBe(404)
    // who works here sees that something stood there
    const ofDesk = await on.desk.ask({ url: `/api/portfolio/records/${consultation}` })
    expect(ofDesk.statusCode).toBe(200)
  })

  it('STK-02 tells nobody anything that is not for everybody, whatever is marked how', async () => {
    const author: Reader = {
      party: 'desk',
      person: 'person:aaaaaaaaaaaaaaaa',
      role: 'chair',
      maxDistribution: 'LIMITE',
      maxTlp: 'TLP:RED',
    }
    const marking = fc.record(
      {
        distribution: fc.constantFrom(...DISTRIBUTIONS),
        tlp: fc.constantFrom(...TLP_LABELS),
        releasableTo: fc.constantFrom<string[]>(['desk'], ['desk', 'public']),
      },
      { requiredKeys: ['distribution', 'tlp'] },
    )
    const about = fc.constantFrom(
      ['consultation', 'name'],
      ['consultation', 'background'],
      ['consultation', 'outcome'],
      ['consultation', 'synthesis'],
      ['submission', 'text'],
      ['submission', 'from'],
      ['submission', 'reason'],
      ['project', 'name'],
      ['project', 'objective'],
      ['contact-point', 'name'],
    )
    const said = fc.array(fc.tuple(about, fc.oneof(marking, fc.constant(PUBLIC))), {
      minLength: 1,
      maxLength: 6,
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(said, async (statements) => {
        run += 1
        const entityOf = (kind: string) => `${kind}:drawn-${run}`
        const drafts = statements.map(([[kind = '', property = '']], index) => ({ kind, property, index }))
        const told = statements.map(([[kind = ''], one], index) => ({
          word: `secret${run}x${index}y`,
          isOpen: kind !== 'contact-point' && mayRead(EVERYBODY, { marking: one, assertedBy: 'desk' }, []),
        }))
        await on.desk.office.store.as(author).append(
          drafts.map(({ kind, property, index }): DraftStatement => ({
            entity: entityOf(kind),
            kind,
            assertions: [
              { property, value: told[index]?.word ?? '' },
              ...(kind === 'submission'
                ? [{ property: 'consultation', value: entityOf('consultation') }]
                : []),
            ],
            source: { document: `Source ${index}`, verified: true },
            grading: { reliability: 'B', credibility: '2' },
            marking: statements[index]?.[1] ?? PUBLIC,
            assertedBy: 'desk',
            assertedAt: '2026-11-20T09:00:00.000Z',
          })),
        )
        const kinds = ['consultation', 'submission', 'project', 'contact-point']
        const pages = await Promise.all(
          [
            '/api/public',
            `/api/public/consultations/${entityOf('consultation')}`,
            ...kinds.map((kind) => `/api/public/records/${entityOf(kind)}`),
            ...told.flatMap(({ word }) => kinds.map((kind) => `/api/public/records?kind=${kind}&q=${word}`)),
          ].map(async (url) => (await on.anybody('GET', url)).body.replaceAll(/There is no .*/g, '')),
        )
        for (const { word, isOpen } of told)
          expect(
            pages.some((page) => page.includes(word)),
            word,
          ).toBe(isOpen)
      }),
      { numRuns: 25 },
    )
  })

  it('STK-10 counts visitors behind a proxy that is named, and believes nobody else who they are', async () => {
    const proxied = await openDesk({ publicPage: true, proxies: ['10.9.9.9'] })
    try {
      const statuses = async (remoteAddress: string) => {
        const seen = []
        for (let visitor = 0; visitor < 122; visitor += 1) {
          const headers = { 'x-forwarded-for': `198.51.100.${visitor}` }
          const { statusCode } = await proxied.app.inject({ url: '/api/public', remoteAddress, headers })
          seen.push(statusCode)
        }
        return new Set(seen)
      }
      expect(await statuses('10.9.9.9')).toEqual(new Set([200]))
      expect(await statuses('10.9.9.8')).toEqual(new Set([200, 429]))
    } finally {
      await proxied.close()
    }
  })

  it('STK-10 takes a bounded number of submissions in an hour', () => {
    let hour = 0
    const count = limitIntake(() => new Date(hour * 3_600_000))
    for (let sent = 0; sent < 600; sent += 1) count()
    expect(count).toThrow(/STK-10/)
    hour += 1
    expect(count).not.toThrow()
  })

  it('STK-10 holds off one network address that asks too often', async () => {
    const statuses = []
    for (let count = 0; count < 125; count += 1) {
      const { statusCode } = await on.desk.app.inject({ url: '/api/public', remoteAddress: '192.0.2.7' })
      statuses.push(statusCode)
    }
    expect(statuses.slice(0, 120).every((one) => one === 200)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})
