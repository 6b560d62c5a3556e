import { isCountryCode } from '@demarche/core'
import { typographyFaults } from '@demarche/testkit/texts/translation-faults.ts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  loadDoctrine,
  placesOfKindTexts,
  readAllKindTexts,
  readRecordKinds,
  readShippedRecords,
} from '../read-pack.ts'
import { loadKinds } from './load-kinds.ts'
import { loadShippedRecords } from './shipped-records.ts'

const kinds = readRecordKinds(loadDoctrine())
const ruleSchema = z.object({
  kind: z.string(),
  property: z.string().optional(),
  word: z.string().optional(),
})
const file = (text: string, path = 'records/x.yaml') => [{ path, text }]

describe('the kinds of record that come with the desk', () => {
  it('can all be read, and so can their records', () => {
    expect(kinds.length).toBeGreaterThan(20)
    expect(() => readShippedRecords(kinds)).not.toThrow()
  })

  it('keep what sources claim beside each other, and judgements apart from facts', () => {
    const records = readShippedRecords(kinds)
    const claimed = (entity: string, wanted: string) =>
      records
        .find((record) => record.entity === entity)
        ?.passages.flatMap(({ assertions, source }) =>
          assertions.flatMap(({ property, value }) =>
            property === wanted ? [[value, source.verified, source.document]] : [],
          ),
        )
    expect(claimed('project:glacy-plus', 'end')).toEqual([
      ['2024-02-29', true, 'Cybil Portal, GFCE code GI-07'],
      ['2021', true, 'INTERPOL page on GLACY+'],
      ['2021', true, 'Council of Europe page on GLACY+'],
    ])
    expect(claimed('meeting:eu-brazil-dialogue-2', 'start')?.map(([day]) => day)).toEqual([
      '2020-01-20',
      '2020-02-20',
    ])
    for (const { entity, kind } of records) {
      if (kind !== 'project') continue
      expect(claimed(entity, 'themes'), entity).toEqual([
        [expect.any(Array), false, "Our judgement from the project's own description"],
      ])
    }
  })

  it('name their values: no chosen word without what it says', () => {
    for (const { id, properties } of kinds) {
      for (const { name, type, values } of properties) {
        if (type === 'enum') expect(Object.keys(values ?? {}).length, `${id}.${name}`).toBeGreaterThan(1)
      }
    }
  })
})

describe('the goals that come with the desk', () => {
  it('count kinds that are in the picture, by properties and words that there are (GOL-02)', () => {
    const { countryGroups = [] } = loadDoctrine()
    const codes = new Set(['EU', ...countryGroups.map(({ id }) => id)])
    const rules = readShippedRecords(kinds).flatMap(({ entity, passages }) =>
      passages.flatMap(({ assertions }) =>
        assertions.flatMap(({ property, value }) =>
          entity.startsWith('goal:') && property === 'counts'
            ? [{ entity, rule: ruleSchema.parse(value) }]
            : [],
        ),
      ),
    )
    expect(rules.length).toBeGreaterThan(20)
    for (const { entity, rule } of rules) {
      const kind = kinds.find(({ id }) => id === rule.kind)
      expect(kind?.picture, `${entity} counts ${rule.kind}`).toBeDefined()
      if (rule.property === undefined) continue
      const property = kind?.properties.find(({ name }) => name === rule.property)
      const words = property?.type === 'places' ? codes : new Set(Object.keys(property?.values ?? {}))
      expect([...words], `${entity} counts ${rule.kind} by ${rule.property}`).toContain(rule.word)
    }
  })

  it('say of every rule and every word on a goal that it is a judgement of ours', () => {
    for (const { entity, passages } of readShippedRecords(kinds))
      for (const { assertions, source } of passages)
        if (entity.startsWith('goal-link:') || assertions.some(({ property }) => property === 'counts'))
          expect([source.document, source.verified], entity).toEqual(['Our judgement', false])
  })

  it('can be spoken of with every kind in the picture', () => {
    const link = kinds.find(({ id }) => id === 'goal-link')?.properties.find(({ name }) => name === 'record')
    expect(link?.to?.toSorted()).toEqual(kinds.flatMap(({ id, picture }) => (picture ? [id] : [])).toSorted())
  })

  it('pass on only by references of the kind (GOL-02)', () => {
    const text = `id: a-kind
label: x
plural: x
area: capacity
description: x
picture: { layer: activity, through: [name] }
groups: { what: x }
properties:
  - { name: name, group: what, label: x, description: x, type: text }
columns: [name]
`
    const { findings } = loadKinds([{ path: 'kinds/a-kind.yaml', text }], {})
    expect(findings[0]).toMatchObject({ line: 6, rule: 'DOC-60' })
    expect(findings[0]?.message).toContain('GOL-02')
  })
})

describe('the kinds of record in another language', () => {
  const places = placesOfKindTexts()
  const all = [...readAllKindTexts()]

  it('are there for French', () => {
    expect(all.map(([language]) => language)).toContain('fr')
    expect(places.size).toBeGreaterThan(700)
  })

  it.each(all)('have every text of kinds, properties and words, and no other: %s', (_, texts) => {
    expect([...places].filter((place) => !texts.get(place)?.trim())).toEqual([])
    expect([...texts.keys()].filter((place) => !places.has(place))).toEqual([])
  })

  it.each(all)('have the marks and blanks of %s', (language, texts) => {
    expect(typographyFaults(Object.fromEntries(texts), language)).toEqual([])
  })

  it('stay English where the language has no words of it', () => {
    const project = readRecordKinds(loadDoctrine(), new Map([['project.label', 'Projekt']])).find(
      ({ id }) => id === 'project',
    )
    expect(project).toMatchObject({ label: 'Projekt', plural: 'projects' })
  })

  it('say it in the words of the language, and keep names, types and words as they are', () => {
    const [french] = all.flatMap(([language, texts]) => (language === 'fr' ? [texts] : []))
    const project = readRecordKinds(loadDoctrine(), french).find(({ id }) => id === 'project')
    expect(project).toMatchObject({
      id: 'project',
      label: 'projet',
      area: 'capacity',
      groups: { what: 'Ce que c’est' },
    })
    expect(project?.properties.find(({ name }) => name === 'themes')).toMatchObject({
      label: 'Thèmes',
      type: 'set',
      values: { legislation: 'Législation' },
    })
    expect(project?.properties.find(({ name }) => name === 'start')?.type).toBe('date')
  })
})

describe('the places of the records that come with the desk', () => {
  it('are countries, organisations and regions that there are', () => {
    const { countryGroups = [] } = loadDoctrine()
    const known = new Set(['*', 'EU', ...countryGroups.map(({ id }) => id)])
    const isKnown = (code: string) => known.has(code) || isCountryCode(code)
    const placed = kinds.flatMap(({ id, properties }) =>
      properties.filter(({ type }) => type === 'places').map(({ name }) => `${id}.${name}`),
    )
    const strange = readShippedRecords(kinds).flatMap(({ entity, kind, passages }) =>
      passages.flatMap(({ assertions }) =>
        assertions
          .filter(({ property }) => placed.includes(`${kind}.${property}`))
          .flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : []))
          .filter((code) => !isKnown(code))
          .map((code) => `${entity}: ${code}`),
      ),
    )
    expect(strange).toEqual([])
  })
})

describe('a kind that cannot be used is refused with its line (DOC-60)', () => {
  it.each([
    ['a list that there is not', 'values: colours', /there is no list "colours"/],
    ['a kind that there is not', 'to: [colour]', /there is no kind "colour"/],
  ])('%s', (_, part, message) => {
    const type = part.startsWith('to') ? 'reference' : 'enum'
    const text = `id: a-kind
label: x
plural: x
area: capacity
description: x
groups: { what: x }
properties:
  - { name: name, group: what, label: x, description: x, type: text }
  - { name: other, group: what, label: x, description: x, type: ${type}, ${part} }
columns: [other]
`
    const { findings } = loadKinds([{ path: 'kinds/a-kind.yaml', text }], {})
    expect(findings[0]).toMatchObject({ file: 'kinds/a-kind.yaml', line: 9, rule: 'DOC-60' })
    expect(findings[0]?.message).toMatch(message)
  })
})

describe('a record that comes with the desk', () => {
  const records = `kind: project
records:
  - id: one
    facts: { name: One, start: 2019-06-20, end: 2022-06-19, countries: [AM, GE] }
    source: { document: A page }
    verified: true
    unverified: [end]
    also:
      - { facts: { end: '2023' }, source: { document: Another page }, verified: true }
`
  it('says what nobody read in its source, and what other sources say, each by itself', () => {
    const { records: read, findings } = loadShippedRecords(file(records), kinds)
    expect(findings).toEqual([])
    expect(read[0]?.entity).toBe('project:one')
    expect(
      read[0]?.passages.map(({ source, assertions }) => [
        source.document,
        source.verified,
        assertions.map(({ property }) => property),
      ]),
    ).toEqual([
      ['A page', true, ['name', 'start', 'countries']],
      ['A page', false, ['end']],
      ['Another page', true, ['end']],
    ])
  })

  it.each([
    ['a value that does not fit', 'countries: [AM, GE]', 'countries: Armenia', 4, /Countries/],
    ['a property that there is not', 'name: One', 'title: One', 4, /has no such property: title/],
    ['a kind that there is not', 'kind: project', 'kind: plan', 1, /there is no kind "plan"/],
    [
      'an unverified property that it does not have',
      'unverified: [end]',
      'unverified: [budget]',
      7,
      /says nothing of "budget"/,
    ],
    [
      'a record that is not shipped',
      'name: One',
      "name: One, partOf: 'project:none'",
      1,
      /points by "partOf" at project:none/,
    ],
  ])('%s is refused with its place (DOC-61)', (_, before, after, line, message) => {
    const { findings } = loadShippedRecords(file(records.replace(before, after)), kinds)
    expect(findings[0]).toMatchObject({ line, rule: 'DOC-61' })
    expect(findings[0]?.message).toMatch(message)
  })
})
