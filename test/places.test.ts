/**
 * The table of places beside data that others keep: codes and English names, M49 regions, groups of the capacity file,
 * names as EuRepoC spells them. Each is skipped, saying so, where the data is not there.
 */
import { readFileSync } from 'node:fs'
import {
  alpha3Of,
  COUNTRY_CODES,
  isCountryCode,
  membersOf,
  numericCodeOf,
  resolveGroup,
  resolveName,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { sharedData } from '@demarche/testkit'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'

const groups = loadDoctrine().countryGroups ?? []
const TODAY = '2026-11-23'
const codesOf = (id: string, day = TODAY): readonly string[] =>
  membersOf(groups, id, day).map(({ country }) => country)

const rowsSchema = z.array(z.record(z.string(), z.string()))
const readRows = (path: string) =>
  rowsSchema.parse(parseCsv(readFileSync(path), { columns: true, skip_empty_lines: true, bom: true }))

const geography = sharedData('data/geography/country-codes.csv')
describe.skipIf(geography === null)(
  `codes, names and M49 regions${geography === null ? ' (skipped: no data/geography/country-codes.csv)' : ''}`,
  () => {
    const rows = readRows(geography ?? '').filter((row) => row['ISO3166-1-Alpha-2'])

    it('are the same codes, and Kosovo besides', () => {
      const theirs = rows.map((row) =>
        [row['ISO3166-1-Alpha-2'], row['ISO3166-1-Alpha-3'], row['ISO3166-1-numeric']?.padStart(3, '0')].join(
          ' ',
        ),
      )
      const ours = COUNTRY_CODES.map((code) => `${code} ${alpha3Of(code)} ${numericCodeOf(code)}`)
      expect(ours.filter((row) => !theirs.includes(row))).toEqual(['XK XKX undefined'])
      expect(theirs.filter((row) => !ours.includes(row))).toEqual([])
    })

    it.each(['official_name_en', 'official_name_fr', 'UNTERM English Short', 'CLDR display name'])(
      'reads every name of the column %s',
      (column) => {
        const wrong = rows.filter((row) => {
          const name = row[column] ?? ''
          if (name === '') return false
          const meaning = resolveName(name)
          return meaning.kind !== 'one' || meaning.code !== row['ISO3166-1-Alpha-2']
        })
        expect(wrong.map((row) => `${row['ISO3166-1-Alpha-2']} ${row[column]}`)).toEqual([])
      },
    )

    it.each([
      ['northern-africa', 'Sub-region Name', 'Northern Africa'],
      ['western-africa', 'Intermediate Region Name', 'Western Africa'],
      ['middle-africa', 'Intermediate Region Name', 'Middle Africa'],
      ['eastern-africa', 'Intermediate Region Name', 'Eastern Africa'],
      ['southern-africa', 'Intermediate Region Name', 'Southern Africa'],
      ['caribbean', 'Intermediate Region Name', 'Caribbean'],
      ['central-america', 'Intermediate Region Name', 'Central America'],
      ['south-america', 'Intermediate Region Name', 'South America'],
      ['south-east-asia', 'Sub-region Name', 'South-eastern Asia'],
      ['central-asia', 'Sub-region Name', 'Central Asia'],
    ])('%s has the States of M49', (id, column, region) => {
      const theirs = rows
        .filter((row) => row[column] === region && row.is_independent === 'Yes')
        .map((row) => row['ISO3166-1-Alpha-2'])
      const ours = codesOf(id)
      expect(theirs.filter((code) => code !== undefined && !ours.includes(code))).toEqual(
        id === 'central-america' ? ['MX'] : [],
      )
      expect(ours.filter((code) => !theirs.includes(code))).toEqual(id === 'northern-africa' ? ['EH'] : [])
    })
  },
)

const eurepoc = sharedData('data/geography/eurepoc_country_regions.csv')
it.skipIf(eurepoc === null)(
  `names of countries as EuRepoC spells them are read${eurepoc === null ? ' (skipped: no eurepoc_country_regions.csv)' : ''}`,
  () => {
    const rows = readRows(eurepoc ?? '')
    const unread = rows.filter(({ receiver_country: name = '' }) => resolveName(name).kind !== 'one')
    const noCountries =
      /\(region\)$|^(?:Africa|Caucasus|(?:Eastern|Northern|Western) Europe|(?:North|South) America|ISIS|Interpol|UNICEF|United Nations.*|Not available|Unknown|World Anti-Doping Agency|(?:International Association|Organization) .*)$/
    expect(
      unread.map(({ receiver_country: name = '' }) => name).filter((name) => !noCountries.test(name)),
    ).toEqual([])
    for (const { receiver_country: name = '', regions = '' } of rows) {
      const meaning = resolveName(name)
      if (meaning.kind !== 'one') continue
      for (const [tag, id, day] of [
        ['EU', 'org-eu', '2019-12-31'],
        ['NATO', 'org-nato', TODAY],
      ] as const)
        if (regions.split('; ').includes(tag))
          expect(codesOf(id, day), `${name} ${tag}`).toContain(meaning.code)
    }
  },
)

const capacity = sharedData('domain/capacity.yaml')
it.skipIf(capacity === null)(
  `groups of countries are those of the capacity file${capacity === null ? ' (skipped: no domain/capacity.yaml)' : ''}`,
  () => {
    const file = z
      .object({ country_groups: z.record(z.string(), z.object({ members: z.array(z.string()) })) })
      .parse(parseYaml(readFileSync(capacity ?? '', 'utf8')))
    for (const [name, { members }] of Object.entries(file.country_groups)) {
      expect(members.filter((code) => !isCountryCode(code))).toEqual([])
      const group = resolveGroup(groups, name.replaceAll('-', ' '))
      expect(codesOf(group?.id ?? '', '2024-06-30'), name).toEqual(members.toSorted())
    }
  },
)
