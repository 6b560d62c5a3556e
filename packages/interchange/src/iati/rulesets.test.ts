import { inWords } from '@demarche/core'
import { loadShipped } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'
import { type ActivityParts, iatiFile } from '../../test/iati-activity.ts'
import { isValidIati } from '../../test/iati-schema.ts'
import { readDocument } from '../read-document.ts'
import { withRemarks, writtenFaults } from './check-written.ts'

const { kinds } = loadShipped()
const TODAY = '2026-03-01'

/** What the reader says, rejected or remarked on, and what an export says of the same file. */
async function said(xml: string): Promise<{ readonly onImport: string[]; readonly onExport: string[] }> {
  const reading = await readDocument(new TextEncoder().encode(xml), {
    filename: 'activities.xml',
    assertedBy: 'EU',
    assertedAt: `${TODAY}T10:00:00.000Z`,
    kinds,
  })
  return {
    onImport: [
      ...reading.rejected.map(({ place, message, rule }) => `${place}: ${message} (${rule})`),
      ...reading.remarks.map(({ place, message }) => `${place}: ${message}`),
    ],
    onExport: (await writtenFaults(xml, TODAY)).map(
      ({ place, message, rule }) => `${place}: ${message} (${rule})`,
    ),
  }
}

const ORGANISATION = '<participating-org role="1" ref="XX-1"/>'
const START = '<activity-date type="1" iso-date="2024-01-01"/>'
const OWN_SECTOR = '<sector vocabulary="99" code="1"><narrative>Courts</narrative></sector>'
const SECTOR = '<sector code="15130"/>'

function period(from: string, to: string): string {
  return `<period-start iso-date="${from}"/><period-end iso-date="${to}"/>`
}
function transaction(within = '', date = '2024-02-01', valued = date): string {
  return `<transaction><transaction-type code="3"/><transaction-date iso-date="${date}"/><value value-date="${valued}">5</value>${within}</transaction>`
}
function result(within: string, measure = 1, own = ''): string {
  return `<result type="1"><title><narrative>R</narrative></title>${own}<indicator measure="${measure}"><title><narrative>I</narrative></title>${within}</indicator></result>`
}
function items(...attributes: readonly string[]): string {
  const each = attributes.map((one) => `<budget-item code="1" ${one}/>`).join('')
  return `<country-budget-items vocabulary="2">${each}</country-budget-items>`
}

/** Rule by rule, by its number: the part that breaks it, and the words. Line 2 is the activity itself. */
const BROKEN: readonly (readonly [number: string, parts: ActivityParts, words: string, of?: string])[] = [
  ['6.11.1', { dates: '<activity-date type="3" iso-date="2024-01-01"/>' }, 'line 2, iati-activity[1]: There is neither a planned nor an actual start.'],
  ['11.1.1', {}, 'line 2, iati-activity[1]: The date in @last-updated-datetime lies in the future: 2 March 2026.', 'xml:lang="en" last-updated-datetime="2026-03-02T00:00:00Z"'],
  ['4.1.1', {}, 'line 4, iati-activity[1]: The element narrative has none of these; expected at least one: narrative/@xml:lang, iati-activity/@xml:lang.', 'default-currency="EUR"'],
  ['4.3.1', { title: '<title><narrative> </narrative></title>' }, 'line 5, iati-activity[1]: The element title holds no text.'],
  ['4.4.1', { description: '<description><narrative/></description>' }, 'line 6, iati-activity[1]: The element description holds no text.'],
  ['1.1.1', { identifier: '<iati-identifier>YY-1</iati-identifier>' }, 'line 3, iati-activity[1]: The identifier does not begin with the reference of the reporting organisation: YY-1.'],
  ['1.1.21', { identifier: '<iati-identifier>XX-1COURSE</iati-identifier>' }, 'line 3, iati-activity[1]: In the identifier, a hyphen and more are expected behind the reference of the reporting organisation: XX-1COURSE.'],
  ['1.1.3', { identifier: '<iati-identifier>XX-1</iati-identifier>' }, 'line 3, iati-activity[1]: The identifier is that of the reporting organisation itself: XX-1.'],
  ['1.3.1', { identifier: '<iati-identifier> XX-1-A</iati-identifier>' }, 'line 3, iati-activity[1]: Blanks stand around the value of iati-identifier: “ XX-1-A”.'],
  ['1.3.13', { identifier: '<iati-identifier>XX-1-A/B</iati-identifier>' }, 'line 3, iati-activity[1]: The value of iati-identifier holds one of these signs (/, &, |, ?): XX-1-A/B.'],
  ['1.14.1', { reporting: '<reporting-org ref="XX-1 " type="10"><narrative>M</narrative></reporting-org>' }, 'line 4, iati-activity[1]: Blanks stand around the value of reporting-org/@ref: “XX-1 ”.'],
  ['1.14.13', { identifier: '<iati-identifier>X?-1</iati-identifier>', reporting: '<reporting-org ref="X?" type="10"><narrative>M</narrative></reporting-org>' }, 'line 4, iati-activity[1]: The value of reporting-org/@ref holds one of these signs (/, &, |, ?): X?.'],
  ['1.8.1', { organisations: '<participating-org role="1" ref=" XX-1"/>' }, 'line 7, iati-activity[1]: Blanks stand around the value of participating-org/@ref: “ XX-1”.'],
  ['1.8.13', { organisations: '<participating-org role="1" ref="X|1"/>' }, 'line 7, iati-activity[1]: The value of participating-org/@ref holds one of these signs (/, &, |, ?): X|1.'],
  ['1.9.1', { organisations: '<participating-org role="1" ref="X" activity-id="A "/>' }, 'line 7, iati-activity[1]: Blanks stand around the value of participating-org/@activity-id: “A ”.'],
  ['6.10.1', { organisations: '<participating-org role="1"/>' }, 'line 7, iati-activity[1]: The element participating-org has none of these; expected at least one: @ref, narrative.'],
  ['1.16.1', { identifiers: '<other-identifier type="B1" ref=" Y"/>' }, 'line 8, iati-activity[1]: Blanks stand around the value of other-identifier/@ref: “ Y”.'],
  ['1.6.1', { identifiers: '<other-identifier type="A3" ref="Y "/>' }, 'line 8, iati-activity[1]: Blanks stand around the value of other-identifier/@ref: “Y ”.'],
  ['1.11.1', { identifiers: '<other-identifier type="A1" ref="Y"><owner-org ref=" Y"/></other-identifier>' }, 'line 8, iati-activity[1]: Blanks stand around the value of owner-org/@ref: “ Y”.'],
  ['1.11.13', { identifiers: '<other-identifier type="A1" ref="Y"><owner-org ref="Y&amp;Z"/></other-identifier>' }, 'line 8, iati-activity[1]: The value of owner-org/@ref holds one of these signs (/, &, |, ?): Y&Z.'],
  ['6.8.1', { identifiers: '<other-identifier type="A1" ref="Y"><owner-org/></other-identifier>' }, 'line 8, iati-activity[1]: The element owner-org has none of these; expected at least one: @ref, narrative.'],
  ['6.2.2', { sectors: '' }, 'line 2, iati-activity[1]: The element iati-activity has none of these; expected at least one: sector, transaction/sector.'],
  ['6.6.2', { rest: transaction(SECTOR) }, 'line 2, iati-activity[1]: This may stand in only one of these elements and stands in several (iati-activity, transaction): sector.'],
  ['6.7.2', { sectors: '', rest: `${transaction(SECTOR)}\n${transaction()}` }, 'line 12, iati-activity[1]: Other transactions of the activity have one of these, and this one has none: sector.'],
  ['2.2.1', { sectors: `${SECTOR}\n<sector vocabulary="98" code="1"/>` }, 'line 12, iati-activity[1]: With @vocabulary="98", this is expected and missing: sector/narrative.'],
  ['102.1.1', { sectors: OWN_SECTOR }, 'line 11, iati-activity[1]: This stands here with other vocabularies and not with that of OECD DAC: sector.'],
  ['107.1.1', { rest: '<default-aid-type vocabulary="2" code="1"/>' }, 'line 12, iati-activity[1]: This stands here with other vocabularies and not with that of OECD DAC: default-aid-type.'],
  ['107.1.2', { rest: '<default-aid-type code="A01"/>\n<default-aid-type vocabulary="1" code="A02"/>' }, 'line 13, iati-activity[1]: With the vocabulary 1, this may stand here only once: default-aid-type.'],
  ['107.2.1', { rest: transaction('<aid-type vocabulary="2" code="1"/>') }, 'line 12, iati-activity[1]: This stands here with other vocabularies and not with that of OECD DAC: aid-type.'],
  ['107.2.2', { rest: transaction('<aid-type code="A01"/><aid-type code="A02"/>') }, 'line 12, iati-activity[1]: With the vocabulary 1, this may stand here only once: aid-type.'],
  ['6.14.1', { rest: '<policy-marker code="1"/>' }, 'line 12, iati-activity[1]: With @vocabulary="1", this is expected and missing: policy-marker/@significance.'],
  ['6.13.1', { rest: '<policy-marker vocabulary="99" code="1"/>' }, 'line 12, iati-activity[1]: With @vocabulary="99", this is expected and missing: policy-marker/narrative.'],
  ['3.6.2', { rest: transaction('<recipient-country code="GE"/>') }, 'line 2, iati-activity[1]: This may stand in only one of these elements and stands in several (iati-activity, transaction): recipient-country, recipient-region.'],
  ['3.7.1', { places: '' }, 'line 2, iati-activity[1]: The element iati-activity has none of these; expected at least one: recipient-country, recipient-region, transaction/recipient-country, transaction/recipient-region.'],
  ['3.7.2', { places: '', rest: `${transaction('<recipient-country code="GE"/>')}\n${transaction()}` }, 'line 12, iati-activity[1]: Other transactions of the activity have one of these, and this one has none: recipient-country, recipient-region.'],
  ['3.1.1', { places: '<recipient-country code="GE" percentage="40"/>\n<recipient-country code="AM"/>' }, 'line 11, iati-activity[1]: Where several of these stand, each has a percentage, and this one has none: recipient-country.'],
  ['3.1.2', { places: '<recipient-country code="GE" percentage="40"/><recipient-country code="AM" percentage="59.9"/>' }, 'line 10, iati-activity[1]: The percentages add up to 99.9 and not to 100: recipient-country.'],
  ['3.1.4', { places: '<recipient-country code="GE" percentage="40"/>' }, 'line 10, iati-activity[1]: Where only one of these stands, its percentage is 100 or left out; here it is 40: recipient-country.'],
  ['3.4.1', { places: '<recipient-country code="GE" percentage="40"/><recipient-region code="298"/>' }, 'line 10, iati-activity[1]: Where several of these stand, each has a percentage, and this one has none: recipient-country, recipient-region.'],
  ['3.4.2', { places: '<recipient-country code="GE" percentage="40"/><recipient-region code="298" percentage="61"/>' }, 'line 10, iati-activity[1]: The percentages add up to 101 and not to 100: recipient-country, recipient-region.'],
  ['3.4.4', { places: '<recipient-region code="298" percentage="61"/>' }, 'line 10, iati-activity[1]: Where only one of these stands, its percentage is 100 or left out; here it is 61: recipient-country, recipient-region.'],
  ['2.1.1', { sectors: `${SECTOR}<sector code="15110" percentage="100"/>` }, 'line 11, iati-activity[1]: Where several of these stand, each has a percentage, and this one has none: sector[@vocabulary="1"].'],
  ['2.1.2', { sectors: '<sector code="15130" percentage="50"/><sector code="15110" percentage="49"/>' }, 'line 11, iati-activity[1]: The percentages add up to 99 and not to 100: sector[@vocabulary="1"].'],
  ['2.1.4', { sectors: '<sector code="15130" percentage="50"/>' }, 'line 11, iati-activity[1]: Where only one of these stands, its percentage is 100 or left out; here it is 50: sector[@vocabulary="1"].'],
  ['7.9.1', { rest: items('percentage="50"', '') }, 'line 12, iati-activity[1]: Where several of these stand, each has a percentage, and this one has none: budget-item.'],
  ['7.9.2', { rest: items('percentage="50"', 'percentage="51"') }, 'line 12, iati-activity[1]: The percentages add up to 101 and not to 100: budget-item.'],
  ['7.9.4', { rest: items('percentage="50"') }, 'line 12, iati-activity[1]: Where only one of these stands, its percentage is 100 or left out; here it is 50: budget-item.'],
  ['12.2.1', { rest: '<capital-spend percentage="101"/>' }, 'line 12, iati-activity[1]: The percentage of capital-spend is 101; expected 0 to 100.'],
  ['8.6.3', { rest: `<planned-disbursement>${period('2024-02-01', '2024-01-31')}<value value-date="2024-02-01">5</value></planned-disbursement>` }, 'line 12, iati-activity[1]: The end in planned-disbursement (31 January 2024) lies before the start (1 February 2024).'],
  ['7.5.3', { rest: `<budget>${period('2023-01-01', '2024-01-02')}<value value-date="2023-01-01">5</value></budget>` }, 'line 12, iati-activity[1]: The budget covers more than a year: 1 January 2023 to 2 January 2024.'],
  ['11.2.1', { rest: transaction('', '2026-03-02', '2026-03-01') }, 'line 12, iati-activity[1]: The date in transaction-date lies in the future: 2 March 2026.'],
  ['11.2.2', { rest: transaction('', '2026-03-01', '2026-03-02') }, 'line 12, iati-activity[1]: The date in value/@value-date lies in the future: 2 March 2026.'],
  ['12.3.1', { sectors: `${SECTOR}<sector vocabulary="99" code="1" percentage="-1"><narrative>C</narrative></sector>` }, 'line 11, iati-activity[1]: The percentage of sector is -1; expected 0 to 100.'],
  ['7.8.1', { rest: '<fss extraction-date="2024-01-01"><forecast year="2024">5</forecast></fss>' }, 'line 12, iati-activity[1]: The sum has no currency: neither the value nor the activity names one.', 'xml:lang="en"'],
  ['1.10.1', { rest: transaction('<provider-org ref=" X"/>') }, 'line 12, iati-activity[1]: Blanks stand around the value of provider-org/@ref: “ X”.'],
  ['1.10.13', { rest: transaction('<provider-org ref="X/Y"/>') }, 'line 12, iati-activity[1]: The value of provider-org/@ref holds one of these signs (/, &, |, ?): X/Y.'],
  ['1.4.1', { rest: transaction('<provider-org ref="X" provider-activity-id="A "/>') }, 'line 12, iati-activity[1]: Blanks stand around the value of provider-org/@provider-activity-id: “A ”.'],
  ['6.9.1', { rest: transaction('<provider-org/>') }, 'line 12, iati-activity[1]: The element provider-org has none of these; expected at least one: @ref, narrative.'],
  ['1.15.1', { rest: transaction('<receiver-org ref=" X"/>') }, 'line 12, iati-activity[1]: Blanks stand around the value of receiver-org/@ref: “ X”.'],
  ['1.15.13', { rest: transaction('<receiver-org ref="X/Y"/>') }, 'line 12, iati-activity[1]: The value of receiver-org/@ref holds one of these signs (/, &, |, ?): X/Y.'],
  ['1.5.1', { rest: transaction('<receiver-org ref="X" receiver-activity-id=" A"/>') }, 'line 12, iati-activity[1]: Blanks stand around the value of receiver-org/@receiver-activity-id: “ A”.'],
  ['6.9.2', { rest: transaction('<receiver-org/>') }, 'line 12, iati-activity[1]: The element receiver-org has none of these; expected at least one: @ref, narrative.'],
  ['1.7.1', { rest: '<related-activity ref=" A" type="1"/>' }, 'line 12, iati-activity[1]: Blanks stand around the value of related-activity/@ref: “ A”.'],
  ['8.11.1', { rest: result('<reference vocabulary="1" code="1"/>', 1, '<reference vocabulary="1" code="1"/>') }, 'line 12, iati-activity[1]: This may stand in only one of these elements and stands in several (result, indicator): reference.'],
  ['8.6.1', { rest: result(`<period>${period('2024-02-01', '2024-01-31')}</period>`) }, 'line 12, iati-activity[1]: The end in indicator/period (31 January 2024) lies before the start (1 February 2024).'],
  ['8.8.1', { rest: result('<baseline year="2023"/>') }, 'line 12, iati-activity[1]: With indicator/@measure="1", this is expected and missing: baseline/@value.'],
  ['8.8.2', { rest: result('<baseline year="2023" value="few"/>') }, 'line 12, iati-activity[1]: With indicator/@measure="1", a number is expected, and this is none: baseline/@value="few".'],
  ['8.8.3', { rest: result('<baseline year="2023" value="3"/>', 5) }, 'line 12, iati-activity[1]: With indicator/@measure="5", this may not stand here: baseline/@value.'],
  ['8.9.1', { rest: result(`<period>${period('2024-01-01', '2024-01-31')}<target/></period>`) }, 'line 12, iati-activity[1]: With indicator/@measure="1", this is expected and missing: target/@value.'],
  ['8.9.2', { rest: result(`<period>${period('2024-01-01', '2024-01-31')}<target value="1,000"/></period>`, 2) }, 'line 12, iati-activity[1]: With indicator/@measure="2", a number is expected, and this is none: target/@value="1,000".'],
  ['8.9.3', { rest: result(`<period>${period('2024-01-01', '2024-01-31')}<target value="1"/></period>`, 5) }, 'line 12, iati-activity[1]: With indicator/@measure="5", this may not stand here: target/@value.'],
  ['8.10.1', { rest: result(`<period>${period('2024-01-01', '2024-01-31')}<actual/></period>`) }, 'line 12, iati-activity[1]: With indicator/@measure="1", this is expected and missing: actual/@value.'],
  ['8.10.2', { rest: result(`<period>${period('2024-01-01', '2024-01-31')}<actual value="many"/></period>`, 4) }, 'line 12, iati-activity[1]: With indicator/@measure="4", a number is expected, and this is none: actual/@value="many".'],
  ['8.10.3', { rest: result(`<period>${period('2024-01-01', '2024-01-31')}<actual value="1"/></period>`, 5) }, 'line 12, iati-activity[1]: With indicator/@measure="5", this may not stand here: actual/@value.'],
] // prettier-ignore

/** The same for rules of which the reader leaves the value out, with a rule of its own. */
const LEFT_OUT: readonly (readonly [number: string, parts: ActivityParts, onImport: string, onExport: string, of?: string])[] = [
  ['11.1.2', { dates: `${START}\n<activity-date type="3" iso-date="2023-12-31"/>` }, 'line 10, iati-activity[1]/activity-date: the planned end 2023-12-31 lies before the planned start 2024-01-01 (INT-26)', 'line 10, iati-activity[1]: The end in activity-date[@type="3"] (31 December 2023) lies before the start (1 January 2024).'],
  ['11.1.3', { dates: '<activity-date type="2" iso-date="2024-01-01"/><activity-date type="4" iso-date="2023-12-31"/>' }, 'line 9, iati-activity[1]/activity-date: the actual end 2023-12-31 lies before the actual start 2024-01-01 (INT-26)', 'line 9, iati-activity[1]: The end in activity-date[@type="4"] (31 December 2023) lies before the start (1 January 2024).'],
  ['11.1.4', { dates: '<activity-date type="2" iso-date="2026-03-02"/>' }, 'line 9, iati-activity[1]/activity-date: 2026-03-02 lies in the future and is said to be the actual start (INT-45)', 'line 9, iati-activity[1]: The date in activity-date[@type="2"] lies in the future: 2 March 2026.'],
  ['11.1.5', { dates: `${START}<activity-date type="4" iso-date="2026-03-02"/>` }, 'line 9, iati-activity[1]/activity-date: 2026-03-02 lies in the future and is said to be the actual end (INT-45)', 'line 9, iati-activity[1]: The date in activity-date[@type="4"] lies in the future: 2 March 2026.'],
  ['12.1.1', { places: '<recipient-country code="GE" percentage="-1"/>' }, 'line 10, iati-activity[1]/recipient-country: -1 per cent; expected 0 to 100 (INT-17)', 'line 10, iati-activity[1]: The percentage of recipient-country is -1; expected 0 to 100.'],
  ['12.3.1', { sectors: '<sector code="15130" percentage="100.5"/>' }, 'line 11, iati-activity[1]/sector: 100.5 per cent; expected 0 to 100 (INT-17)', 'line 11, iati-activity[1]: The percentage of sector is 100.5; expected 0 to 100.'],
  ['7.8.1', { rest: transaction() }, 'line 12, iati-activity[1]/transaction: a sum without a currency: neither the value nor the activity names one (INT-46)', 'line 12, iati-activity[1]: The sum has no currency: neither the value nor the activity names one.', 'xml:lang="en"'],
] // prettier-ignore

const HARMLESS: readonly (readonly [what: string, parts: ActivityParts, of?: string])[] = [
  ['the smallest activity', {}],
  ['an identifier that begins with a former reference of the organisation', { identifier: '<iati-identifier>OLD-1</iati-identifier>', identifiers: '<other-identifier type="B1" ref="OLD"/>' }],
  ['a reference with blanks where no rule speaks of it', { identifiers: '<other-identifier type="A2" ref=" a/b "/>' }],
  ['texts that say their language each', { reporting: '<reporting-org ref="XX-1" type="10"><narrative xml:lang="en">M</narrative></reporting-org>', title: '<title><narrative xml:lang="en">C</narrative></title>', description: '<description><narrative xml:lang="en">D</narrative></description>' }, 'default-currency="EUR"'],
  ['an organisation with a name and no reference', { organisations: '<participating-org role="1"><narrative>N</narrative></participating-org>' }],
  ['sectors and recipients of every transaction and none of its own', { sectors: '', places: '', rest: transaction(`${SECTOR}<recipient-country code="GE"/>`) }],
  ['a vocabulary of its own beside that of OECD DAC', { sectors: `${SECTOR}${OWN_SECTOR}` }],
  ['shares of thirds', { places: '<recipient-country code="GE" percentage="33.33"/><recipient-country code="AM" percentage="33.33"/><recipient-country code="AZ" percentage="33.33"/>' }],
  ['shares of countries with regions of two vocabularies', { places: '<recipient-country code="GE" percentage="40"/><recipient-region code="298" percentage="60"/><recipient-region vocabulary="2" code="2" percentage="60"/>' }],
  ['a budget of a year, and one from the leap day', { rest: `<budget>${period('2023-01-01', '2024-01-01')}<value value-date="2023-01-01">5</value></budget><budget>${period('2024-02-29', '2025-02-28')}<value value-date="2024-02-29">5</value></budget>` }],
  ['a transaction of today', { rest: transaction('', TODAY) }],
  ['a measure in words without values', { rest: result(`<baseline year="2023"/><period>${period('2024-01-01', '2024-01-31')}<target/><actual/></period>`, 5) }],
  ['sums that name their currency each', { rest: '<fss extraction-date="2024-01-01"><forecast year="2024" currency="EUR">5</forecast></fss>' }, 'xml:lang="en"'],
] // prettier-ignore

function fileOf(parts: ActivityParts, of: string | undefined): string {
  return iatiFile(parts, of === undefined ? {} : { of })
}

const NAMELESS =
  'iati-activity[1]: The element provider-org has none of these; expected at least one: @ref, narrative. IATI rule 6.9.1.'

describe('the standard ruleset of IATI (INT-47)', () => {
  const broken = BROKEN.map(([number, parts, words, of]) => ({ number, words, xml: fileOf(parts, of) }))
  it.each(broken)('has rule $number, which is named with its line on import and on export', async ({ number, words, xml }) => {
    const line = `${words} IATI rule ${number}. (INT-47)`
    expect(isValidIati(xml)).toBe(true)
    const { onImport, onExport } = await said(xml)
    expect(onImport).toContain(line)
    expect(onExport).toContain(line)
  }) // prettier-ignore

  const leftOut = LEFT_OUT.map(([number, parts, onImport, onExport, of]) => ({
    number,
    onImport,
    onExport,
    xml: fileOf(parts, of),
  }))
  it.each(leftOut)(
    'has rule $number, whose value the reader leaves out with a rule of its own',
    async (one) => {
      const { onImport, onExport } = await said(one.xml)
      expect(onImport).toContain(one.onImport)
      expect(onImport.join('\n')).not.toContain(`IATI rule ${one.number} `)
      expect(onExport).toContain(`${one.onExport} IATI rule ${one.number}. (INT-47)`)
    },
  )

  const harmless = HARMLESS.map(([what, parts, of]) => ({ what, xml: fileOf(parts, of) }))
  it.each(harmless)('has nothing against $what', async ({ xml }) => {
    expect(isValidIati(xml)).toBe(true)
    expect(await said(xml)).toEqual({ onImport: [], onExport: [] })
  })

  it('is cited by three faults of a kind, with how many more there are', async () => {
    const { onImport } = await said(iatiFile({ rest: Array.from({ length: 7 }, () => transaction('<provider-org/>')).join('\n') }))
    expect(onImport.filter((line) => line.includes('IATI rule 6.9.1'))).toEqual([
      `line 12, ${NAMELESS} (INT-47)`,
      `line 13, ${NAMELESS} (INT-47)`,
      `line 14, ${NAMELESS} More of the kind: 4. (INT-47)`,
    ])
  }) // prettier-ignore
})

describe('a file that is written', () => {
  it('says behind its activities what is left out of it and which rules it breaks', async () => {
    const xml = `${iatiFile({ organisations: ORGANISATION, places: '' })}\n`
    const leftOut = [{ entity: 'project:bare', why: inWords('iati-lacks-date') }]
    const file = await withRemarks({ xml, leftOut }, TODAY)
    expect(file).toBe(
      `${xml}<!-- left out: project:bare. Nobody has stated a date of it. (INT-48) -->\n` +
        '<!-- line 2, iati-activity[1]: The element iati-activity has none of these; expected at least one: recipient-country, recipient-region, transaction/recipient-country, transaction/recipient-region. IATI rule 3.7.1. (INT-47) -->\n',
    )
    expect(isValidIati(file)).toBe(true)
    expect((await said(file)).onImport).toHaveLength(1)
  })
})
