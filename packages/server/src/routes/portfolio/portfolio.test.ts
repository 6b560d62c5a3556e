import { describe, expect, it } from 'vitest'
import type { PartnerAnswer, RecordAnswer, RecordListAnswer } from '@demarche/api'
import { readCrosswalk, type RecordFacts } from '@demarche/core'
import { at, AUTHORITY, portfolioUnderTest } from '../../../test/portfolio-under-test.ts'

const on = portfolioUnderTest()
const { open, opened, list, show, partner } = on
const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const scored = (score: number) => ({ score, rationale: 'Our view', confidence: 'low' })

describe('a new desk', () => {
  it('has the records that come with it, as public statements with their doubts', async () => {
    const { total, rows } = await list('kind=project&limit=200')
    expect(total).toBeGreaterThan(40)
    expect(rows).toHaveLength(total)
    expect(rows.every(({ marking }) => marking.tlp === 'TLP:CLEAR')).toBe(true)
    expect(rows.some(({ doubts }) => doubts.some(({ what }) => what === 'unverified'))).toBe(true)
  })

  it('says of every kind what it asks for', async () => {
    const { kinds } = (await on.desk.ask({ url: '/api/portfolio/kinds' })).json()
    expect(kinds.map(({ id }: { id: string }) => id)).toContain('commitment')
  })

  it('says it in another language where it is asked to', async () => {
    const labels = async (language: string): Promise<readonly string[]> =>
      (await on.desk.ask({ url: `/api/portfolio/kinds?language=${language}` }))
        .json()
        .kinds.map(({ label }: { label: string }) => label)
    expect(await labels('fr')).toContain('engagement')
    expect(await labels('et')).toContain('kohustus')
    expect(await labels('pt')).toContain('compromisso')
    expect(await labels('sl')).toContain('zaveza')
    expect((await on.desk.ask({ url: '/api/portfolio/kinds?language=xx' })).statusCode).toBe(400)
  })
})

describe('portfolio.open', () => {
  it('puts a record on record, under an address made from its kind and name', async () => {
    const answer = await open('meeting', {
      name: 'Dialogue with Georgia',
      partners: ['GE'],
      start: '2026-10',
    })
    expect(answer.statusCode).toBe(201)
    expect(answer.json().entity).toMatch(/^meeting:dialogue-with-georgia-[0-9a-z]{6}$/)
    expect(answer.json().statement).toMatchObject({ kind: 'meeting', assertedBy: 'desk' })
  })

  it.each([
    ['a kind that there is not', 'party', { name: 'x' }, 404, undefined],
    ['no name', 'meeting', { start: '2026' }, 422, 'REC-04'],
    ['a property that it has not', 'meeting', { name: 'x', colour: 'red' }, 422, 'VOC-01'],
    ['a value that does not fit', 'meeting', { name: 'x', format: 'dinner' }, 422, 'VOC-02'],
    ['a place that there is not', 'meeting', { name: 'x', partners: ['Atlantis'] }, 422, 'VOC-04'],
    ['a hash that is none', 'evidence-item', { name: 'x', hash: 'abc' }, 422, 'VOC-02'],
    ['a score beyond its scale', 'technology', { name: 'x', benefit: scored(99) }, 422, 'VOC-02'],
    ['half a score', 'technology', { name: 'x', misuse: scored(1.5) }, 422, 'VOC-02'],
    ['a score below its scale', 'technology', { name: 'x', misuse: scored(-1) }, 422, 'VOC-02'],
    ['a reference to another kind', 'commitment', { name: 'x', madeAt: 'project:x' }, 422, 'VOC-02'],
  ])('refuses %s and records nothing', async (_, kind, facts, status, rule) => {
    const before = (await on.desk.ask({ url: '/api/portfolio' })).json()
    const answer = await open(kind, facts)
    expect(answer.statusCode).toBe(status)
    expect(answer.json().faults?.[0]?.rule).toBe(rule)
    expect((await on.desk.ask({ url: '/api/portfolio' })).json()).toEqual(before)
  })
})

describe('a score', () => {
  it('is taken up to the ends of its scale, and refused beyond with its place and what is expected', async () => {
    const watched = { name: 'A technology', benefit: scored(-2), misuse: scored(4) }
    expect((await open('technology', watched)).statusCode).toBe(201)
    const refused = await open('technology', { name: 'A technology', benefit: scored(3) })
    expect(refused.json().faults).toMatchObject([
      {
        place: '/assertions/1/value',
        message: 'Benefit, score: It is too large; expected 2 or less.',
        rule: 'VOC-02',
      },
    ])
  })
})

describe('a record', () => {
  it('says what it points at by name, and what points at it', async () => {
    const meeting = await opened('meeting', { name: 'First round', partners: ['MD'] })
    const promise = await opened('commitment', {
      name: 'Meet again',
      madeAt: meeting,
      by: ['EU'],
      towards: ['MD'],
    })
    const kept = await show(promise)
    expect(kept.names[meeting]).toBe('First round')
    const { tied } = await show(meeting)
    expect(tied).toHaveLength(1)
    expect(tied[0]).toMatchObject({ kind: 'commitment', property: 'madeAt', total: 1 })
    expect(tied[0]?.rows[0]?.name).toBe('Meet again')
  })

  it('keeps both sources where they differ, and is corrected statement by statement', async () => {
    const entity = await opened('project', { name: 'Course', end: '2026-03' })
    const add = (payload: object) =>
      on.desk.ask({ method: 'POST', url: `${at(entity)}/statements`, payload: { ...AUTHORITY, ...payload } })
    const other = await add({
      assertions: [{ property: 'end', value: '2025-01' }],
      source: { document: 'A newspaper', verified: true },
    })
    expect(other.statusCode).toBe(201)
    const contested = (await show(entity)).record.facts.find(({ property }) => property === 'end')
    expect(contested?.fact?.state).toBe('contested')
    const withdrawn = await add({
      assertions: [],
      retracts: [{ statement: other.json().statement.id }],
      reason: 'it meant another course',
    })
    expect(withdrawn.statusCode).toBe(201)
    expect((await show(entity)).record.facts.find(({ property }) => property === 'end')?.fact?.state).toBe(
      'known',
    )
    const { events } = (await on.desk.ask({ url: `${at(entity)}/history` })).json()
    expect(events.map(({ act }: { act: string }) => act)).toEqual(['retracted', 'stated', 'stated'])
  })

  it('of evidence says whether it may carry a listing, from the record and its chain of custody', async () => {
    const item = await opened('evidence-item', {
      name: 'Copy of a disk',
      originator: ['EE'],
      legalBasis: 'lb-eevidence',
      purposeLimit: 'criminal proceedings',
      hash: A,
    })
    await opened('custody-entry', {
      name: 'Acquired',
      item,
      holder: 'CERT',
      start: '2026-03-01',
      hashAfter: A,
    })
    await opened('custody-entry', {
      name: 'Copied',
      item,
      holder: 'CERT',
      start: '2026-03-02',
      hashBefore: B,
    })
    const { evidence } = await show(item)
    expect(evidence?.listingUse).toMatchObject({ use: 'ask-counsel', fromCriminalProcedure: true })
    expect(evidence?.custody.entries.map(({ name }) => name)).toEqual(['Acquired', 'Copied'])
    expect(evidence?.custody.gaps.map(({ gap }) => gap)).toEqual(['hash-changed'])
  })

  it('of a screening says what it comes to, word by word', async () => {
    const entity = await opened('screening', {
      name: 'A course with tools',
      recipient: ['XA'],
      covert: 'no',
      listed: 'no',
    })
    expect((await show(entity)).screening).toMatchObject({ isSurveillanceItem: 'false', duty: 'none-found' })
  })

  it('tells where the marking of what is added starts, and who may see it', async () => {
    const { entity } = (
      await on.desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'project',
          assertions: [{ property: 'name', value: 'Held closely' }],
          ...AUTHORITY,
          marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
        },
      })
    ).json()
    const marking = await on.desk.ask({ url: `/api/marking?parent=${entity}` })
    expect(marking.json().parent).toEqual({ distribution: 'LIMITE', tlp: 'TLP:AMBER' })
    expect((await on.desk.ask({ url: `/api/access/${entity}` })).json().kind).toBe('record')
    for (const url of ['/api/marking?parent=project:none', '/api/access/project:none'])
      expect((await on.desk.ask({ url })).statusCode, url).toBe(404)
    expect((await on.desk.ask({ url: `/api/access/${entity}?document=options-paper` })).statusCode).toBe(422)
  })

  it('of a day on which nothing was known of it is empty, and marked as what is known now', async () => {
    const answer = await on.desk.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'contact-point',
        assertions: [{ property: 'name', value: 'A quiet office' }],
        ...AUTHORITY,
        marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
      },
    })
    const past: RecordAnswer = (
      await on.desk.ask({ url: `${at(answer.json().entity)}?asOf=2020-01-01` })
    ).json()
    expect(past.statements).toEqual({})
    expect(past.record.marking.tlp).toBe('TLP:AMBER')
  })

  it('carries the marking of the names that it shows', async () => {
    const meeting = (
      await on.desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'meeting',
          assertions: [{ property: 'name', value: 'A round that nobody knows of' }],
          ...AUTHORITY,
          marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
        },
      })
    ).json().entity
    const promise = await opened('commitment', { name: 'Meet again', madeAt: meeting, by: ['XE'] })
    expect((await show(promise)).namesMarking.tlp).toBe('TLP:AMBER')
    expect((await partner('XE')).marking.tlp).toBe('TLP:AMBER')
  })

  it('is not found where there is none, and a case is none', async () => {
    for (const entity of ['project:none', 'case:viasat-kasat-2022', 'colour:red'])
      expect((await on.desk.ask({ url: at(entity) })).statusCode).toBe(404)
  })
})

describe('a list', () => {
  it('is narrowed by words, places, facets and time', async () => {
    const entity = await opened('project', {
      name: 'Prosecutors of Ruritania',
      countries: ['XA'],
      themes: ['criminal-justice'],
      start: '2026-01',
      end: '2027-06',
    })
    for (const query of [
      'q=ruritania prosecutors',
      'place=XA',
      'place=XA&facet=themes=criminal-justice',
      'place=XA&from=2027-01-01',
    ])
      expect(
        (await list(`kind=project&${query}`)).rows.map((row) => row.entity),
        query,
      ).toEqual([entity])
    for (const query of [
      'place=XA&facet=themes=awareness',
      'place=XA&from=2028-01-01',
      'q=ruritania sailors',
    ])
      expect((await list(`kind=project&${query}`)).total, query).toBe(0)
  })

  it.each(['colour=red', 'name=Course', 'start=2024'])(
    'refuses what nothing is filtered by: %s',
    async (facet) => {
      const answer = await on.desk.ask({ url: `/api/portfolio/records?kind=project&facet=${facet}` })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().faults[0].rule).toBe('VOC-01')
    },
  )

  it('of a day of the past leaves out that of which nothing was known, and counts the rest', async () => {
    const then = { source: { document: 'An old page', date: '2019-05-01', verified: true } }
    const add = (name: string, more: object) =>
      on.desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'project',
          assertions: [
            { property: 'name', value: name },
            { property: 'countries', value: ['XQ'] },
          ],
          ...AUTHORITY,
          ...more,
        },
      })
    await add('Known early', then)
    await add('Held closely', { marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' } })
    const past = await list('kind=project&place=XQ&asOf=2020-01-01')
    expect(past.rows.map(({ name }) => name)).toEqual(['Known early'])
    expect(past.total).toBe(1)
    expect((await list('kind=project&place=XQ')).total).toBe(2)
    const page: PartnerAnswer = (await on.desk.ask({ url: '/api/partners/XQ?asOf=2020-01-01' })).json()
    expect(page.sections.map(({ total }) => total)).toEqual([1])
    expect(page.marking.tlp).toBe('TLP:CLEAR')
    const file = await on.desk.ask({
      url: '/api/portfolio/export?kind=project&place=XQ&asOf=2020-01-01&format=csv',
    })
    expect(file.body).not.toContain('held-closely')
  })
})

const of = ({ rows }: RecordListAnswer) => rows.find(({ entity }) => entity === 'principle:gcsc-5')
const facts = async (kind: string): Promise<readonly RecordFacts[]> =>
  (await list(`kind=${kind}&limit=200&detail=all`)).rows.map(({ sources = {}, ...row }) => ({
    ...row,
    sources,
  }))

describe('a list with everything', () => {
  it('is enough for the crosswalk: four gaps, and the norms that only subscriptions repeat', async () => {
    const { norms } = (await on.desk.ask({ url: '/api/doctrine' })).json()
    const { sets, uncovered, alone, onlyTakenOver } = readCrosswalk({
      norms,
      sets: await facts('norm-set'),
      principles: await facts('principle'),
    })
    expect(sets.map(({ rows, takesOverAll }) => [rows.length, takesOverAll])).toEqual([
      [3, true],
      [12, true],
      [8, false],
      [9, false],
    ])
    expect(uncovered.map(({ principles }) => principles.length).toSorted()).toEqual([1, 2, 2, 2])
    expect(alone).toEqual([])
    expect(onlyTakenOver).toEqual(['un-b', 'un-d', 'un-e', 'un-k'])
    const cells = sets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    expect(cells.filter(({ verified }) => verified)).toHaveLength(16)
  })

  it('has all properties and where they are taken from; a plain list has the columns alone', async () => {
    const [plain, full] = await Promise.all([
      list('kind=principle&limit=200'),
      list('kind=principle&limit=200&detail=all'),
    ])
    expect(of(plain)?.facts.some(({ property }) => property === 'beyond')).toBe(false)
    expect(of(plain)?.sources).toBeUndefined()
    expect(of(full)?.facts.some(({ property }) => property === 'beyond')).toBe(true)
    const support = of(full)?.facts.find(({ property }) => property === 'stands')?.values?.[0]?.support[0]
    expect(of(full)?.sources?.[support?.statement ?? '']).toMatchObject({ verified: false })
  })
})
