import { readFileSync } from 'node:fs'
import { countVotes, MEMBER_STATES, populationOn } from '@demarche/core'
import { sharedData } from '@demarche/testkit'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadDoctrine } from './read-pack.ts'

const doctrine = loadDoctrine()
const path = sharedData('domain/decision-process.yaml')

test('the pack has the populations of 2025 for all 27 Member States, by the codes of the rest of the data', () => {
  const { table, stale } = populationOn(doctrine, '2025-06-01')
  expect(Object.keys(table?.percent ?? {}).toSorted()).toEqual(MEMBER_STATES.toSorted())
  expect(stale).toBe(false)
  expect(table && countVotes({ rule: 'rule-qmv', stances: {}, population: table }).open).toEqual(
    MEMBER_STATES,
  )
})

test('the table for 2026 was not found, and the pack says so', () => {
  const { table, stale, reason } = populationOn(doctrine, '2026-11-24')
  expect(stale).toBe(true)
  expect(reason).toContain('24 November 2026')
  expect(table?.notes?.join(' ')).toContain('The table for 2026 was not found')
})

// skipped where the file that the figures were copied from does not lie beside the checkout
test.skipIf(path === null)('the figures are those of the source, digit by digit', () => {
  const file = z
    .object({
      member_states: z.object({
        table: z.array(z.object({ code: z.string(), population_percent_2025: z.number() })),
      }),
    })
    .parse(parse(readFileSync(path ?? '', 'utf8')))
  const printed = file.member_states.table.map(({ code, population_percent_2025 }): [string, number] => [
    code === 'EL' ? 'GR' : code,
    population_percent_2025,
  ])
  expect(doctrine.populations[0]?.percent).toEqual(Object.fromEntries(printed))
})
