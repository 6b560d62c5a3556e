/**
 * The shipped projects, taxonomies and indicators beside the facts that they were made from: nothing is lost on the way,
 * and no doubt either.
 *
 * Skipped where the files with the facts do not lie beside the checkout. Rests on: docs/rules/doctrine.md, DOC-61.
 */
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import {
  claims,
  facts,
  mayMean,
  ofKind,
  the,
  valuesOf,
  wasRead,
  wordsOf,
} from '../../test/shipped-under-test.ts'

const capacity = facts(
  'capacity',
  z.object({
    projects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        donors: z.array(z.string()),
        implementers: z.array(z.string()),
        partner_countries: z.array(z.string()),
        period: z.object({ start: z.string().nullable(), end: z.string().nullable() }),
        budget: z.object({ amount: z.number().nullable(), currency: z.string() }).nullable(),
        themes: z.array(z.string()),
        source: z.object({ address: z.string() }),
        verified: z.boolean(),
        field_checks: z.object({ countries: z.boolean(), dates: z.boolean() }),
      }),
    ),
    coordination_facts: z.array(
      z.object({ id: z.string(), text: z.string(), verified: z.boolean(), address: z.string().nullable() }),
    ),
    themes: z.array(z.object({ id: z.string(), maps: z.record(z.string(), z.string().nullable()) })),
    frameworks: z.array(
      z.object({
        id: z.string(),
        verified: z.boolean(),
        source: z.object({ address: z.string().nullable() }),
        entries: z.array(z.union([z.string(), z.object({ code: z.string() })])),
      }),
    ),
    results_indicators: z.object({ patterns: z.array(z.object({ id: z.string(), level: z.string() })) }),
    labelled_pairs: z.object({
      special_cases: z.array(z.object({ a: z.string(), b: z.string(), label: z.string() })),
    }),
  }),
)
describe.skipIf(capacity === null)('projects', () => {
  const projects = capacity?.projects ?? []
  const recordOf = (id: string) => {
    const project = projects.find((one) => one.id === id)
    const name = project?.name.replace(' - ', ': ')
    return the('project', (record) => valuesOf(record, 'name').includes(name ?? ''), `${id} ${name}`)
  }

  it('are all there, and no other but the fund that stands among the facts of coordination', () => {
    expect(ofKind('project')).toHaveLength(projects.length + 1)
  })

  it('have the fund with those who back it, the figure of the bank, and no day that nobody read', () => {
    const fact = capacity?.coordination_facts.find(({ id }) => id === 'cf-5')
    const fund = the('project', ({ entity }) => entity === 'project:world-bank-trust-fund', 'cf-5')
    for (const donor of wordsOf(fund, 'donors')) expect(fact?.text).toContain(donor)
    expect(wordsOf(fund, 'donors')).toHaveLength(4)
    const figures = z.array(z.string()).parse(valuesOf(fund, 'results'))
    expect(figures).toEqual([expect.stringContaining('64 countries')])
    expect(wasRead(fund, 'results')).toBe(fact?.verified)
    expect(fund.passages[0]?.source.address).toBe(fact?.address)
    expect(claims(fund, 'start')).toEqual([{ value: '2021-08-16', read: true }])
    expect([...claims(fund, 'end'), ...claims(fund, 'countries')]).toEqual([])
  })

  it.each(projects)('$id $name', (project) => {
    const record = recordOf(project.id)
    const { period, field_checks: checked, budget } = project
    expect(wordsOf(record, 'countries')).toEqual(project.partner_countries.toSorted())
    expect(wordsOf(record, 'donors')).toEqual(project.donors.toSorted())
    expect(wordsOf(record, 'implementers')).toEqual(project.implementers.toSorted())
    expect(wordsOf(record, 'themes')).toEqual(project.themes.toSorted())
    expect(wasRead(record, 'themes'), 'themes are a judgement').toBe(false)
    expect(wasRead(record, 'name')).toBe(project.verified)
    expect(record.passages[0]?.source.address).toBe(project.source.address)
    if (project.partner_countries.length > 0)
      expect(wasRead(record, 'countries'), 'countries read').toBe(checked.countries)
    for (const property of ['start', 'end'] as const) {
      const day = period[property]
      if (day === null) expect(valuesOf(record, property)).toEqual([])
      else expect(mayMean(record, property, day), `${property} ${day}`).toBe(true)
    }
    const dates = [...claims(record, 'start'), ...claims(record, 'end')]
    if (dates.length > 0 && checked.dates) expect(dates.some(({ read }) => read)).toBe(true)
    if (budget?.amount)
      expect(valuesOf(record, 'budget')).toContainEqual(
        expect.objectContaining({ amount: budget.amount, currency: budget.currency }),
      )
  })

  it('name no day as read where nobody read the days: at most the month or the year', () => {
    const certain = projects.filter(
      ({ id, field_checks: { dates } }) =>
        !dates &&
        [...claims(recordOf(id), 'start'), ...claims(recordOf(id), 'end')].some(
          ({ value, read }) => read && String(value).length === '2024-03-01'.length,
        ),
    )
    expect(certain.map(({ id }) => id)).toEqual([])
  })

  it('follow and belong to each other as the pairs say', () => {
    for (const { a, b, label } of capacity?.labelled_pairs.special_cases ?? []) {
      const pair = [recordOf(a), recordOf(b)]
      const property = label === 'successor' ? 'successorOf' : label === 'part-of' ? 'partOf' : null
      if (property === null) continue
      const pointsAtOther = pair.some((record, index) =>
        valuesOf(record, property).includes(pair[1 - index]?.entity ?? ''),
      )
      expect(pointsAtOther, `${a} ${b} ${label}`).toBe(true)
    }
  })
})

describe.skipIf(capacity === null)('taxonomies', () => {
  const records = {
    'eu-og-pillars': ['eu-operational-guidance', 'eu_og'],
    'eu-10496-18': ['council-guidelines-2018', null],
    cmm: ['cybersecurity-maturity-model', 'cmm'],
    'gfce-themes': ['gfce-themes', 'gfce'],
    'dac-crs': ['dac-purpose-codes', null],
  } as const
  const slugs = z.record(z.string(), z.tuple([z.string(), z.string().nullable()])).parse(records)

  it.each(capacity?.frameworks ?? [])('$id', ({ id, verified, source, entries }) => {
    const [slug, column] = slugs[id] ?? ['', null]
    const taxonomy = the('taxonomy', ({ entity }) => entity === `taxonomy:${slug}`, id)
    expect(wasRead(taxonomy, 'entries')).toBe(verified)
    expect(taxonomy.passages[0]?.source.address ?? null).toBe(source.address)
    expect(valuesOf(taxonomy, 'entries')).toHaveLength(entries.length)
    const codes = entries.flatMap((one) => (typeof one === 'string' ? [] : [one.code]))
    const shown = z.array(z.object({ code: z.string().optional() })).parse(valuesOf(taxonomy, 'entries'))
    if (codes.length > 0) expect(shown.map(({ code }) => code)).toEqual(codes)
    // a theme falls under a heading where the facts say so, and always as a judgement
    const placed = capacity?.themes.filter(({ maps }) => column !== null && maps[column] !== null) ?? []
    const themes = z.array(z.object({ theme: z.string() })).parse(valuesOf(taxonomy, 'themes'))
    expect(themes.map(({ theme }) => theme)).toEqual(placed.map((theme) => theme.id))
    expect(wasRead(taxonomy, 'themes')).toBe(false)
  })

  it('name under each theme a heading that they have', () => {
    const named = z.array(z.object({ heading: z.string() }))
    for (const taxonomy of ofKind('taxonomy')) {
      const headings = named.parse(valuesOf(taxonomy, 'entries')).map(({ heading }) => heading)
      for (const { heading } of named.parse(valuesOf(taxonomy, 'themes'))) expect(headings).toContain(heading)
    }
  })
})

test.skipIf(capacity === null)('the indicators are all there by their levels, and none is a fact', () => {
  const levels = capacity?.results_indicators.patterns.map(({ level }) => level) ?? []
  const shipped = ofKind('indicator')
  expect(shipped.flatMap((one) => valuesOf(one, 'level')).toSorted()).toEqual(levels.toSorted())
  expect(shipped.filter((one) => wasRead(one, 'name'))).toEqual([])
})
