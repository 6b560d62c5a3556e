import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartnerAnswer, RecordAnswer, RecordListAnswer } from '@demarche/api'
import { readCrosswalk, type RecordFacts } from '@demarche/core'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const authority = {
  source: { document: 'A release', verified: true },
  marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
}
const open = (kind: string, facts: Record<string, unknown>) =>
  desk.ask({
    method: 'POST',
    url: '/api/portfolio/records',
    payload: {
      kind,
      assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
      ...authority,
    },
  })
const opened = async (kind: string, facts: Record<string, unknown>): Promise<string> =>
  (await open(kind, facts)).json().entity
const at = (entity: string) => `/api/portfolio/records/${encodeURIComponent(entity)}`
const list = async (query: string): Promise<RecordListAnswer> =>
  (await desk.ask({ url: `/api/portfolio/records?${query}` })).json()
const show = async (entity: string): Promise<RecordAnswer> => (await desk.ask({ url: at(entity) })).json()
const partner = async (code: string): Promise<PartnerAnswer> =>
  (await desk.ask({ url: `/api/partners/${code}` })).json()

const brief = (query: string) => desk.ask({ url: `/api/partners/XD/brief?${query}` })

const statementOn = (entity: string, property: string, value: unknown, marking: object) =>
  desk.ask({
    method: 'POST',
    url: `${at(entity)}/statements`,
    payload: { ...authority, marking, assertions: [{ property, value }] },
  })
const withdraw = async (entity: string, follows?: string) => {
  const { statements } = await show(entity)
  const last = Object.values(statements).toSorted((a, b) => (a.assertedAt < b.assertedAt ? 1 : -1))[0]
  return desk.ask({
    method: 'POST',
    url: `${at(entity)}/withdrawal`,
    payload: { reason: 'Entered by mistake.', follows: follows ?? last?.id },
  })
}

describe('portfolio.withdraw', () => {
  it('takes a record out of every list, under each marking that something of it has, and keeps its history (PFO-07)', async () => {
    const entity = await opened('project', { name: 'Withdrawn Course', countries: ['TV'] })
    await statementOn(entity, 'themes', ['legislation'], { distribution: 'LIMITE', tlp: 'TLP:AMBER' })
    const before = (await list('kind=project&limit=1')).total
    const answer = await withdraw(entity)
    expect(answer.statusCode).toBe(201)
    expect(answer.json().statements.map(({ marking }: { marking: { tlp: string } }) => marking.tlp)).toEqual([
      'TLP:CLEAR',
      'TLP:AMBER',
    ])
    expect((await list('kind=project&limit=1')).total).toBe(before - 1)
    expect((await list('kind=project&q=withdrawn')).rows).toEqual([])
    expect((await partner('TV')).view.projects.map((one) => one.entity)).not.toContain(entity)
    const { record, statements } = await show(entity)
    expect(record.facts.every(({ fact }) => fact?.state !== 'known')).toBe(true)
    expect(Object.values(statements).filter(({ reason }) => reason === 'Entered by mistake.')).toHaveLength(2)
  })

  it('is refused when more was said of it than its reader had seen, and when nothing of it stands', async () => {
    const entity = await opened('project', { name: 'Course of two' })
    const [first] = Object.values((await show(entity)).statements)
    await statementOn(entity, 'end', '2030', authority.marking)
    expect((await withdraw(entity, first?.id)).json()).toMatchObject({ code: 'stale-write' })
    expect((await withdraw(entity)).statusCode).toBe(201)
    expect((await withdraw(entity)).statusCode).toBe(404)
  })

  it('what was withdrawn can be said again', async () => {
    const entity = await opened('project', { name: 'Said again' })
    await withdraw(entity)
    expect((await statementOn(entity, 'name', 'Said again', authority.marking)).statusCode).toBe(201)
    expect((await list('kind=project&q=said again')).rows).toMatchObject([{ entity }])
  })
})

describe('a new desk', () => {
  it('has the records that come with it, as public statements with their doubts', async () => {
    const { total, rows } = await list('kind=project&limit=200')
    expect(total).toBeGreaterThan(40)
    expect(rows).toHaveLength(total)
    expect(rows.every(({ marking }) => marking.tlp === 'TLP:CLEAR')).toBe(true)
    expect(rows.some(({ doubts }) => doubts.some(({ what }) => what === 'unverified'))).toBe(true)
  })

  it('says of every kind what it asks for', async () => {
    const { kinds } = (await desk.ask({ url: '/api/portfolio/kinds' })).json()
    expect(kinds.map(({ id }: { id: string }) => id)).toContain('commitment')
  })

  it('says it in another language where it is asked to', async () => {
    const labels = async (language: string): Promise<readonly string[]> =>
      (await desk.ask({ url: `/api/portfolio/kinds?language=${language}` }))
        .json()
        .kinds.map(({ label }: { label: string }) => label)
    expect(await labels('fr')).toContain('engagement')
    expect(await labels('et')).toContain('kohustus')
    expect(await labels('pt')).toContain('compromisso')
    expect(await labels('sl')).toContain('zaveza')
    expect((await desk.ask({ url: '/api/portfolio/kinds?language=xx' })).statusCode).toBe(400)
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
    ['a reference to another kind', 'commitment', { name: 'x', madeAt: 'project:x' }, 422, 'VOC-02'],
  ])('refuses %s and records nothing', async (_, kind, facts, status, rule) => {
    const before = (await desk.ask({ url: '/api/portfolio' })).json()
    const answer = await open(kind, facts)
    expect(answer.statusCode).toBe(status)
    expect(answer.json().faults?.[0]?.rule).toBe(rule)
    expect((await desk.ask({ url: '/api/portfolio' })).json()).toEqual(before)
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
      desk.ask({ method: 'POST', url: `${at(entity)}/statements`, payload: { ...authority, ...payload } })
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
    const { events } = (await desk.ask({ url: `${at(entity)}/history` })).json()
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
      await desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'project',
          assertions: [{ property: 'name', value: 'Held closely' }],
          ...authority,
          marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
        },
      })
    ).json()
    const marking = await desk.ask({ url: `/api/marking?parent=${entity}` })
    expect(marking.json().parent).toEqual({ distribution: 'LIMITE', tlp: 'TLP:AMBER' })
    expect((await desk.ask({ url: `/api/access/${entity}` })).json().kind).toBe('record')
    for (const url of ['/api/marking?parent=project:none', '/api/access/project:none'])
      expect((await desk.ask({ url })).statusCode, url).toBe(404)
    expect((await desk.ask({ url: `/api/access/${entity}?document=options-paper` })).statusCode).toBe(422)
  })

  it('of a day on which nothing was known of it is empty, and marked as what is known now', async () => {
    const answer = await desk.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'contact-point',
        assertions: [{ property: 'name', value: 'A quiet office' }],
        ...authority,
        marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
      },
    })
    const past: RecordAnswer = (await desk.ask({ url: `${at(answer.json().entity)}?asOf=2020-01-01` })).json()
    expect(past.statements).toEqual({})
    expect(past.record.marking.tlp).toBe('TLP:AMBER')
  })

  it('carries the marking of the names that it shows', async () => {
    const meeting = (
      await desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'meeting',
          assertions: [{ property: 'name', value: 'A round that nobody knows of' }],
          ...authority,
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
      expect((await desk.ask({ url: at(entity) })).statusCode).toBe(404)
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
      const answer = await desk.ask({ url: `/api/portfolio/records?kind=project&facet=${facet}` })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().faults[0].rule).toBe('VOC-01')
    },
  )

  it('of a day of the past leaves out that of which nothing was known, and counts the rest', async () => {
    const then = { source: { document: 'An old page', date: '2019-05-01', verified: true } }
    const add = (name: string, more: object) =>
      desk.ask({
        method: 'POST',
        url: '/api/portfolio/records',
        payload: {
          kind: 'project',
          assertions: [
            { property: 'name', value: name },
            { property: 'countries', value: ['XQ'] },
          ],
          ...authority,
          ...more,
        },
      })
    await add('Known early', then)
    await add('Held closely', { marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' } })
    const past = await list('kind=project&place=XQ&asOf=2020-01-01')
    expect(past.rows.map(({ name }) => name)).toEqual(['Known early'])
    expect(past.total).toBe(1)
    expect((await list('kind=project&place=XQ')).total).toBe(2)
    const page: PartnerAnswer = (await desk.ask({ url: '/api/partners/XQ?asOf=2020-01-01' })).json()
    expect(page.sections.map(({ total }) => total)).toEqual([1])
    expect(page.marking.tlp).toBe('TLP:CLEAR')
    const file = await desk.ask({
      url: '/api/portfolio/export?kind=project&place=XQ&asOf=2020-01-01&format=csv',
    })
    expect(file.body).not.toContain('held-closely')
  })
})

describe('the page of a region', () => {
  it('has the projects of its countries, and says through which (PFO-26)', async () => {
    const { entity } = (
      await open('project', { name: 'Clinic in Tirana', countries: ['AL'], start: '2025' })
    ).json()
    const { view } = await partner('western-balkans')
    expect(view.projects.find((one) => one.entity === entity)).toMatchObject({ countries: ['AL'] })
    const ofCountry = (await partner('AL')).view.projects.find((one) => one.entity === entity)
    expect(ofCountry).toMatchObject({ countries: [], regions: [] })
  })
})

describe('partner.brief', () => {
  it('drafts the next round from what is open, under the highest marking of what it contains', async () => {
    await open('commitment', { name: 'They name a contact', by: ['XD'], due: '2001', standing: 'open' })
    const answer = await brief('format=md')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/filename="brief-XD-[\d-]+-TLP-CLEAR\.md"/)
    expect(answer.body).toContain('Ask when this will be kept: They name a contact')
    expect(answer.body).toContain('**TLP:CLEAR**')
  })

  it('is a Word file or a PDF as well, and no other form', async () => {
    expect((await brief('format=docx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await brief('format=pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await brief('format=exe')).statusCode).toBe(400)
  })
})

describe('partner.show', () => {
  it('gathers what is tied to a country by every kind, each way by itself', async () => {
    await opened('meeting', { name: 'Round in Strelsau', partners: ['XB'], start: '2026-02' })
    await opened('commitment', { name: 'They publish a strategy', by: ['XB'], towards: ['EU'] })
    await opened('commitment', { name: 'We train prosecutors', by: ['EU'], towards: ['XB'] })
    await opened('project', { name: 'Training in Strelsau', countries: ['XB'] })
    const { sections, marking } = await partner('XB')
    expect(sections.map(({ kind, property, total }) => [kind, property, total])).toEqual([
      ['commitment', 'by', 1],
      ['commitment', 'towards', 1],
      ['meeting', 'partners', 1],
      ['project', 'countries', 1],
    ])
    expect(marking).toEqual({ distribution: 'PUBLIC', tlp: 'TLP:CLEAR' })
  })

  it('finds the cases in which it was hit, and in which it is said to have done it', async () => {
    const { sections } = await partner('RU')
    expect(sections.map(({ kind, property }) => `${kind} ${property}`)).toEqual(
      expect.arrayContaining(['case attributionClaim.accusedState']),
    )
    expect((await partner('EE')).sections.some(({ property }) => property === 'memberStates')).toBe(true)
  })

  it('finds what a source says of a region to which it belongs, and says so', async () => {
    const entity = await opened('project', { name: 'Somewhere in the Balkans', regions: ['western-balkans'] })
    const { memberOf, sections } = await partner('AL')
    expect(memberOf).toContainEqual({ group: 'western-balkans', kind: 'country' })
    const byRegion = sections.find(({ property }) => property === 'regions')
    expect(byRegion?.rows.map((row) => row.entity)).toContain(entity)
    expect(
      (await partner('GE')).sections.some(
        ({ property, rows }) => property === 'regions' && rows.some((row) => row.entity === entity),
      ),
    ).toBe(false)
  })

  it('puts what is late first, and says of a point of contact when it was last checked', async () => {
    const due = await opened('commitment', { name: 'In time', by: ['XC'], due: '2999' })
    const late = await opened('commitment', { name: 'Long due', by: ['XC'], due: '2001', standing: 'open' })
    const contact = await opened('contact-point', { name: 'Duty officer', party: ['XC'] })
    const check = await opened('contact-check', {
      name: 'First check',
      contact,
      start: '2001-05-02',
      outcome: 'answered',
    })
    const { view } = await partner('XC')
    expect(view.commitments).toEqual([
      { entity: late, standing: 'late', promised: 'they' },
      { entity: due, standing: 'open', promised: 'they' },
    ])
    expect(view.contacts).toEqual([
      {
        entity: contact,
        lapsed: true,
        lastCheck: { entity: check, on: '2001-05-02', outcome: ['answered'] },
      },
    ])
    expect((await show(contact)).contact).toEqual({
      lapsed: true,
      lastCheck: { entity: check, on: '2001-05-02', outcome: ['answered'] },
    })
    expect((await show(due)).contact).toBeUndefined()
    expect(view.noneFound).toContain('vote')
    expect(view.noneFound).not.toContain('commitment')
  })

  it('names who of that State stands in the register of listings', async () => {
    const { listings } = await partner('RU')
    expect(listings.length).toBeGreaterThan(3)
    expect(
      listings.every(
        ({ nationality, countryOfLinkedState }) => nationality === 'RU' || countryOfLinkedState === 'RU',
      ),
    ).toBe(true)
    expect((await partner('EE')).listings).toEqual([])
  })

  it('shows what is open however old it is, beside the last of what is settled', async () => {
    for (let year = 2030; year < 2060; year += 1)
      await opened('commitment', { name: `Later ${year}`, by: ['XF'], due: `${year}`, standing: 'kept' })
    const late = await opened('commitment', {
      name: 'Promised long ago',
      by: ['XF'],
      due: '2021',
      standing: 'open',
    })
    const { view } = await partner('XF')
    expect(view.commitments[0]).toMatchObject({ entity: late, standing: 'late' })
  })

  it('has nothing to say of whom nothing is on record', async () => {
    expect(await partner('XZ')).toMatchObject({ sections: [], names: {}, listings: [] })
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
    const { norms } = (await desk.ask({ url: '/api/doctrine' })).json()
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
