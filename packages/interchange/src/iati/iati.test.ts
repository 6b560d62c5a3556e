import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { identify, type PortfolioRecord, readRecord, type Statement, valuesOf } from '@demarche/core'
import { loadShipped } from '@demarche/doctrine'
import { sharedData } from '@demarche/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateIati } from '../../test/iati-schema.ts'
import { readDocument } from '../read-document.ts'
import type { Reading } from '../reading.ts'
import { type IatiProject, writeIati } from './write-iati.ts'

const { kinds, records } = loadShipped()
const kind = kinds.find(({ id }) => id === 'project')
if (!kind) throw new Error('there is no kind project')
const AT = '2026-03-01T10:00:00.000Z'
const REPORTER = { ref: 'XX-EU', name: 'European External Action Service', type: '40' }

const read = (text: string | Uint8Array): Promise<Reading> =>
  readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, {
    filename: 'activities.xml',
    assertedBy: 'EU',
    assertedAt: AT,
    kinds,
  })

function project(entity: string, statements: readonly Statement[]): IatiProject {
  return { statements, record: readRecord({ kind: kind!, entity, statements, asOf: '2026-03-01' }) }
}
function projectsOf({ statements }: Reading): readonly IatiProject[] {
  const own = Map.groupBy(statements.map(identify), ({ entity }) => entity)
  return [...own].map(([entity, all]) => project(entity, all))
}
const write = (projects: readonly IatiProject[]) =>
  writeIati({ projects, kind: kind!, reporter: REPORTER, at: AT })

/** What IATI can hold of a project; links to other records and the words of this desk stay here. */
const HELD = [
  'name', 'objective', 'themes', 'status', 'results', 'donors', 'implementers', 'countries', 'regions', 'scope',
  'start', 'end', 'plannedStart', 'plannedEnd', 'budget', 'flows', 'shares', 'sectors', 'page', 'iatiIdentifier',
] // prettier-ignore
const heldIn = (record: PortfolioRecord) =>
  Object.fromEntries(
    HELD.map((property) => [
      property,
      valuesOf(record, property)
        // the standard has no code for a focus within the whole world
        .filter((value) => value !== 'global-with-focus')
        .map((value) => JSON.stringify(Array.isArray(value) ? value.map(String).toSorted() : value))
        .toSorted(),
    ]),
  )

const shipped = records
  .filter((one) => one.kind === 'project')
  .map(({ entity, passages }) =>
    project(
      entity,
      passages.map(({ assertions, source }) =>
        identify({
          entity,
          kind: 'project',
          assertions: [...assertions],
          source,
          grading: { reliability: 'F', credibility: '6' },
          marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
          assertedBy: 'demarche',
          assertedAt: AT,
        }),
      ),
    ),
  )

function atPage(page: string): IatiProject {
  return project('project:p', [
    identify({
      entity: 'project:p',
      kind: 'project',
      assertions: [
        { property: 'name', value: 'P' },
        { property: 'objective', value: 'Courts' },
        { property: 'donors', value: ['EU'] },
        { property: 'start', value: '2024' },
        { property: 'page', value: page },
      ],
      source: { document: 'a page', verified: true },
      grading: { reliability: 'F', credibility: '6' },
      marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      assertedBy: 'EU',
      assertedAt: AT,
    }),
  ])
}

describe('projects written as IATI and read back', () => {
  it('are the same projects, with every claim of a date', async () => {
    const { xml, leftOut } = write(shipped)
    expect(shipped.length - leftOut.length).toBeGreaterThan(20)
    const reading = await read(xml)
    expect(reading.rejected).toEqual([])
    const left = new Set(leftOut.map(({ entity }) => entity))
    const back = new Map(projectsOf(reading).map(({ record }) => [record.entity, heldIn(record)]))
    for (const { record } of shipped) {
      if (left.has(record.entity)) expect(back.has(record.entity)).toBe(false)
      else expect(back.get(record.entity), record.entity).toEqual(heldIn(record))
    }
  })

  it('whatever their texts, dates and sums are', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((one) => one.replaceAll(/[\p{C}\s]+/gu, ' ').trim())
      .filter((one) => one !== '' && !/UE|EU|^n\/?a$/i.test(one))
    const date = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .chain((day) => fc.constantFrom(4, 7, 10).map((length) => day.toISOString().slice(0, length)))
    const amount = fc.double({ min: 0, max: 1e12, noNaN: true }).map((sum) => Math.round(sum * 100) / 100)
    const claims = fc.record({
      name: text,
      objective: text,
      donors: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      countries: fc.uniqueArray(fc.constantFrom('GE', 'XK', 'MW', 'CV'), { minLength: 1 }),
      regions: fc.uniqueArray(fc.constantFrom('africa', 'western-balkans', 'dac-589', 'm49-142'), {
        minLength: 1,
      }),
      start: date,
      status: fc.constantFrom('planned', 'running', 'frozen', 'closed', 'cancelled'),
      scope: fc.constantFrom('global', 'regional', 'country-list'),
      themes: fc.uniqueArray(fc.constantFrom('legislation', 'awareness', 'assessment'), { minLength: 1 }),
      budget: fc.record({
        amount,
        currency: fc.constantFrom('EUR', 'USD'),
        year: fc.integer({ min: 1990, max: 2040 }),
        covers: text,
      }),
      results: text,
      sectors: fc.constant(['dac-15110']),
      shares: fc
        .oneof(
          fc.integer({ min: 0, max: 1_000_000 }).map((parts) => parts / 10_000),
          fc.constantFrom(1e-7, 33.3),
        )
        .map((percent) => ({ of: 'dac-15110', percent })),
      page: fc.constantFrom('https://example.org/a?q=1#[2]', 'http://example.org/%C3%BC{a}'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(claims, { minLength: 1, maxLength: 3 }), async (all) => {
        const projects = all.map((properties, index) =>
          project(`project:p${index}`, [
            identify({
              entity: `project:p${index}`,
              kind: 'project',
              assertions: Object.entries(properties).map(([property, value]) => ({ property, value })),
              source: { document: 'a page', verified: true },
              grading: { reliability: 'F', credibility: '6' },
              marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
              assertedBy: 'EU',
              assertedAt: AT,
            }),
          ]),
        )
        const { xml, leftOut } = write(projects)
        expect(leftOut).toEqual([])
        validateIati?.(xml)
        const reading = await read(xml)
        expect(reading.rejected).toEqual([])
        const back = projectsOf(reading)
        expect(back.map(({ record }) => heldIn(record))).toEqual(projects.map(({ record }) => heldIn(record)))
      }),
      { numRuns: 60 },
    )
  })

  it('keep a plan apart from what came of it: two claims, and no sources that differ', async () => {
    const planned = [
      ['start', '2024-03-12'],
      ['plannedStart', '2024-01'],
      ['end', '2027-12-31'],
    ] as const
    const one = project(
      'project:p',
      [...planned, ['name', 'P'] as const, ['objective', 'Courts'] as const, ['donors', ['EU']] as const].map(
        ([property, value]) =>
          identify({
            entity: 'project:p',
            kind: 'project',
            assertions: [{ property, value: typeof value === 'string' ? value : [...value] }],
            source: { document: 'a page', verified: true },
            grading: { reliability: 'F', credibility: '6' },
            marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
            assertedBy: 'EU',
            assertedAt: AT,
          }),
      ),
    )
    const { xml } = write([one])
    const dates = [...xml.matchAll(/<activity-date type="(\d)" iso-date="([^"]+)"/g)]
    expect(dates.map(([, type, day]) => [type, day])).toEqual([
      ['1', '2024-01-01'],
      ['2', '2024-03-12'],
      ['3', '2027-12-31'],
    ])
    const [back] = projectsOf(await read(xml))
    expect(back && heldIn(back.record)).toEqual(heldIn(one.record))
    expect(back?.record.doubts.filter(({ what }) => what === 'contested')).toEqual([])
  })

  it('leave out a page at an address that the standard takes for none', () => {
    expect(write([atPage('https://example.org/a')]).xml).toContain(
      '<document-link url="https://example.org/a"',
    )
    expect(write([atPage('https://example.org:port/')]).xml).not.toContain('document-link')
  })

  it('carry the highest marking of what is in them', () => {
    expect(write(shipped).xml).toContain('<!-- TLP:CLEAR -->')
  })

  it('leave out what the standard cannot hold, and say why', () => {
    const bare = project('project:bare', [
      identify({
        entity: 'project:bare',
        kind: 'project',
        assertions: [{ property: 'name', value: 'Bare' }],
        source: { document: 'a page', verified: true },
        grading: { reliability: 'F', credibility: '6' },
        marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
        assertedBy: 'EU',
        assertedAt: AT,
      }),
    ])
    expect(write([bare]).leftOut).toEqual([{ entity: 'project:bare', why: { code: 'iati-lacks-objective' } }])
  })
})

const FOLDER = 'data/iati/'
const FILES: Readonly<Record<string, readonly [records: number, refused?: string]>> = {
  'small/fixture-org-activities.xml': [1],
  'small/fixture-org-activities2.xml': [3],
  'publisher-2.03/complete.xml': [2],
  'standard-2.03/activity-example-annotated.xml': [1],
  'standard-2.03/organisation-example-annotated.xml': [0, 'INT-41'],
  'early-real-donor-files-v1/IATI_xml_WB_sample.xml': [1],
  'early-real-donor-files-v1/IATIfromGF.xml': [7],
  'early-real-donor-files-v1/undp_sample.xml': [1],
  'early-real-donor-files-v1/worldbank.xml': [16],
  'early-real-donor-files-v1/ocha-test-data.xml.gz': [287],
  'validator-fixtures/bad.xml': [0, 'INT-08'],
  'validator-fixtures/basic_iati_org_valid.xml': [0, 'INT-41'],
  'validator-fixtures/basic_iati_unordered_valid.xml': [2],
  'validator-fixtures/codelist_unflattened.xml': [2],
  'validator-fixtures/example.xml': [1],
  'validator-fixtures/example-org-analysis.xml': [2],
  'validator-fixtures/iati_openag_tag.xml': [2],
  'validator-fixtures/unflattened_bad_codelist_xlsx.xml': [2],
}

describe.each(Object.entries(FILES))('the real file %s', (name, [expected, refused]) => {
  const path = sharedData(FOLDER + name)
  it.skipIf(path === null)(
    'is read or refused, and what is read is written and read again as the same',
    async () => {
      const file = readFileSync(path ?? '')
      const bytes = new Uint8Array(name.endsWith('.gz') ? gunzipSync(file) : file)
      if (refused !== undefined) {
        await expect(read(bytes)).rejects.toMatchObject({ faults: [{ rule: refused }] })
        return
      }
      const reading = await read(bytes)
      expect(reading.records.length).toBe(expected)
      for (const { place, rule } of reading.rejected) {
        expect(place).toMatch(/^line \d+, /)
        expect(rule).toMatch(/^INT-\d\d$/)
      }
      const projects = projectsOf(reading)
      const { xml, leftOut } = write(projects)
      const left = new Set(leftOut.map(({ entity }) => entity))
      const kept = projects.filter(({ record }) => !left.has(record.entity))
      if (kept.length === 0) return
      validateIati?.(xml)
      const again = await read(xml)
      expect(again.rejected).toEqual([])
      const back = new Map(projectsOf(again).map(({ record }) => [record.entity, heldIn(record)]))
      for (const { record } of kept) expect(back.get(record.entity), record.entity).toEqual(heldIn(record))
    },
  )
})

describe('the schema of the standard', () => {
  it.skipIf(validateIati === undefined)('accepts every project that is written', () => {
    validateIati?.(write(shipped).xml)
  })
})
