import { describe, expect, it } from 'vitest'
import { portfolioUnderTest } from '../../../test/portfolio-under-test.ts'

const on = portfolioUnderTest()
const { open, opened, show, partner } = on

const brief = (query: string) => on.desk.ask({ url: `/api/partners/XD/brief?${query}` })

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

  it('calls a partner that nobody knows by the code that was asked for, whatever word that is', async () => {
    for (const code of ['constructor', 'toString']) {
      const answer = await on.desk.ask({ url: `/api/partners/${code}/brief?format=md` })
      expect(answer.statusCode, code).toBe(200)
      expect(answer.body).toContain(code)
    }
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
