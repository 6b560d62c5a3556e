/** ACS-14: the papers of the portfolio as another party would get them. */
import {
  type DraftStatement,
  kindOfEntity,
  type Marking,
  mayRead,
  type Reader,
  TLP_LABELS,
  type Value,
} from '@demarche/core'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../test/desk-under-test.ts'
import { usualCeiling } from './preview.ts'

const ALL = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' } as const
const RECORDER = 'person:aaaaaaaaaaaaaaaa'
const AUDIENCES = [
  ['FR', 'member-state'],
  ['US', 'partner'],
  ['public', 'public'],
] as const

/** the second has of everything only what the asker of a trial may see */
let desks: readonly [DeskUnderTest, DeskUnderTest]
/** on the first desk */
let askers: readonly (readonly [Reader, SignedInForTest])[]
/** on the second, by party */
const delegates = new Map<string, SignedInForTest>()
beforeAll(async () => {
  const [whole, seen] = await Promise.all([openDesk({ party: 'EE' }), openDesk({ party: 'EE' })])
  desks = [whole, seen]
  const signIn = async (party: string, role: 'desk-officer' | 'analyst', ceiling: typeof ALL | object) => {
    const reader = { party, role, person: 'person:bbbbbbbbbbbbbbbb', ...ALL, ...ceiling }
    return [reader, await whole.signInAs({ party, role, ceiling: reader })] as const
  }
  askers = [
    await signIn('EE', 'desk-officer', ALL),
    await signIn('FI', 'analyst', { maxTlp: 'TLP:GREEN' }),
    await signIn('US', 'analyst', { maxDistribution: 'PUBLIC' }),
  ]
  for (const [party, kind] of AUDIENCES)
    delegates.set(party, await seen.signInAs({ party, role: 'delegate', ceiling: usualCeiling(kind) }))
}, 240_000)
afterAll(() => Promise.all(desks.map((desk) => desk.close())))

/** What is on record around a partner of that name, each fact a statement by itself. */
function factsAround(code: string): readonly (readonly [string, string, Value])[] {
  const of = (kind: string) => `${kind}:${code.toLowerCase()}`
  const records: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
    [of('commitment')]: { name: 'They name a contact', by: [code], due: '2001', standing: 'open' },
    [`${of('commitment')}-2`]: { name: 'They publish a strategy', by: [code], due: '2020', standing: 'open' },
    [of('project')]: { name: 'A course', countries: [code], start: '2020', end: '2026-12' },
    [of('meeting')]: { name: 'A round of talks', partners: [code], start: '2026-02' },
    [of('contact-point')]: { name: 'Duty officer', party: [code] },
    [of('contact-check')]: {
      name: 'A check',
      contact: of('contact-point'),
      start: '2025',
      outcome: 'answered',
    },
    [of('cbm-act')]: {
      name: 'A duty desk named',
      act: 'act-contact-point',
      party: [code],
      start: '2026-03-01',
      measures: 'cbm:osce-8',
    },
    [of('consultation')]: {
      name: 'What should be taken up?',
      answered: 'here',
      due: '2026-12-10',
      synthesis: `All agree. [${of('submission')}]`,
      outcome: 'It was taken up.',
    },
    [of('submission')]: {
      name: 'An answer',
      consultation: of('consultation'),
      text: 'Take up hospitals.',
      from: 'A clinic',
      consent: 'named',
      moderation: 'accepted',
      start: '2026-11-19',
    },
  }
  return Object.entries(records).flatMap(([entity, facts]) =>
    Object.entries(facts).map(([property, value]) => [entity, property, value] as const),
  )
}

const papersOf = (code: string): readonly string[] => [
  `/api/partners/${code}/brief?format=md`,
  `/api/confidence/reports/file?set=org-osce&state=${code}&format=md`,
  `/api/confidence/reports/file?set=org-osce&state=${code}&format=csv`,
  `/api/consultations/consultation:${code.toLowerCase()}/synthesis/file?format=md`,
]

function drafted(
  code: string,
  markingOf: (entity: string, index: number) => Marking,
): readonly DraftStatement[] {
  return factsAround(code).map(([entity, property, value], index) => {
    const marking = markingOf(entity, index)
    return {
      entity,
      kind: kindOfEntity(entity),
      assertions: [{ property, value }],
      source: { document: `Note ${index}`, verified: true },
      grading: { reliability: 'B', credibility: '2' },
      marking,
      assertedBy: marking.releasableTo?.[0] ?? 'EE',
      assertedAt: `2026-11-20T09:${String(index).padStart(2, '0')}:00.000Z`,
    }
  })
}

async function record({ office }: DeskUnderTest, drafts: readonly DraftStatement[]): Promise<void> {
  for (const [party, own] of Map.groupBy(drafts, ({ assertedBy }) => assertedBy))
    await office.store.as({ party, person: RECORDER, role: 'chair', ...ALL }).append(own)
}

const CODES = { next: 0 }
const newCode = (): string => `XQ${(CODES.next += 1)}`

/** What a paper is, without what says that it is a preview. */
function bare({ statusCode, headers, body }: LightMyRequestResponse, as = 'nobody') {
  if (statusCode !== 200) return { statusCode }
  return {
    statusCode,
    name: String(headers['content-disposition']).replace(`-as-${as}`, ''),
    gaps: headers['demarche-gaps'],
    body: body
      // in a table it is a line of its own
      .replace(/^"As \w+ would get it: [^\n]*\r?\n/m, '')
      .replace(`As ${as} would get it: a preview, not for circulation · `, ''),
  }
}

describe('ACS-14 a paper of the portfolio as another party would get it', () => {
  it('is the paper that the party itself would get, if there were only what the reader sees', async () => {
    const [whole, seen] = desks
    const markings = fc.record(
      {
        distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
        tlp: fc.constantFrom(...TLP_LABELS),
        releasableTo: fc.subarray(['EE', 'FI', 'FR', 'US'], { minLength: 1 }),
      },
      { requiredKeys: ['distribution', 'tlp'] },
    )
    const open: Marking = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }
    const drawn = fc.array(fc.oneof(markings, fc.constant(open)), { minLength: 3, maxLength: 12 })
    const ownAlone: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['EE'] }
    const inUnion: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN', releasableTo: ['EE', 'FI'] }
    const told = { papers: 0, differing: 0 }
    await fc.assert(
      fc.asyncProperty(drawn, fc.nat(2), async (some, who) => {
        const [reader, asker] = askers[who] ?? expect.fail()
        const code = newCode()
        const drafts = drafted(code, (_, index) => some[index % some.length] ?? open)
        await record(whole, drafts)
        await record(
          seen,
          drafts.filter((draft) => mayRead(reader, draft, [])),
        )
        for (const desk of desks) desk.letPass(120_000)
        for (const url of papersOf(code)) {
          const own = bare(await asker.ask({ url }))
          for (const [party, delegate] of delegates) {
            const theirs = bare(await asker.ask({ url: `${url}&as=${party}` }), party)
            expect(theirs, `${url} as ${party}`).toEqual(bare(await delegate.ask({ url })))
            told.papers += theirs.statusCode === 200 ? 1 : 0
            told.differing += own.body === theirs.body ? 0 : 1
          }
        }
      }),
      {
        numRuns: 14,
        // what chance draws may differ for nobody; these do for each party
        examples: [
          [[open, ownAlone, open], 0],
          [[inUnion, open, open], 1],
        ],
      },
    )
    // else it would have compared nothing
    expect(told.papers).toBeGreaterThan(60)
    expect(told.differing).toBeGreaterThan(20)
  }, 600_000)

  it('says so under its title and in its name, with the marking and the blanks of what is in it (ACS-11)', async () => {
    const [whole] = desks
    const [, officer] = askers[0] ?? expect.fail()
    const code = newCode()
    const hidden = /^(commitment:.*-2|cbm-act:|submission:)/
    await record(
      whole,
      drafted(code, (entity) =>
        hidden.test(entity)
          ? { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['EE'] }
          : { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      ),
    )
    for (const [url, secret] of papersOf(code).map(
      (one, index) => [one, ['They publish', 'A duty desk', 'A duty desk', 'A clinic'][index] ?? ''] as const,
    )) {
      const own = await officer.ask({ url })
      const theirs = await officer.ask({ url: `${url}&as=FR` })
      expect([own.statusCode, theirs.statusCode], theirs.body).toEqual([200, 200])
      expect(own.body).toContain(secret)
      expect(own.body).toContain('REL EE')
      expect(own.body).not.toContain('would get it')
      expect(theirs.body).not.toContain(secret)
      expect(theirs.body).not.toContain('REL EE')
      expect(theirs.body).toContain('TLP:CLEAR')
      expect(theirs.body).toContain('As FR would get it: a preview, not for circulation')
      expect(theirs.headers['content-disposition']).toMatch(
        /-as-FR(-PUBLIC-TLP-CLEAR|-TLP-CLEAR)?\.(md|csv)"/,
      )
      const translated = await officer.ask({ url: `${url}&as=FR&language=fr` })
      expect(translated.body).toContain('Tel que FR le recevrait')
    }
  }, 120_000)

  it('is not there where that party would get nothing, nor for a party that the desk does not know (ACS-09, ACS-10)', async () => {
    const [whole] = desks
    const [, officer] = askers[0] ?? expect.fail()
    const [, abroad] = askers[1] ?? expect.fail()
    const code = newCode()
    await record(
      whole,
      drafted(code, () => ({ distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['EE'] })),
    )
    const [brief = '', report = '', , synthesis = ''] = papersOf(code)
    const nothing = await officer.ask({ url: `${synthesis}&as=FR` })
    expect(nothing.statusCode).toBe(404)
    expect(nothing.json().detail).toMatch(/FR would get nothing .* \(rule ACS-09\)/)
    // whoever sees nothing of it is not told that it is there
    const hidden = await abroad.ask({ url: `${synthesis}&as=EE` })
    expect([hidden.statusCode, hidden.json().detail]).toEqual([
      404,
      `Nothing that you may see is on record here under this address: consultation:${code.toLowerCase()}.`,
    ])
    for (const url of [brief, report, synthesis]) {
      const unknown = await officer.ask({ url: `${url}&as=XX` })
      expect([unknown.statusCode, unknown.json().faults[0].rule]).toEqual([422, 'ACS-10'])
    }
  })
})
