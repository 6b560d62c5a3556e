import type { Package } from '@demarche/core'
import { expect, test } from 'vitest'
import { dimensionsApart, headroomOf } from './tell-apart.ts'

type Reads = Package['proportionality']['perDimension'][number]['reads']
const NONE = { code: 'level.noReason' as const, values: {} }
const aPackage = (
  highestEscalation: number,
  scope: Reads,
  impact: Reads,
  usualCeiling: number | null = 4,
) => ({
  proportionality: {
    verdict: 'proportionate' as const,
    highestEscalation,
    usualCeiling,
    perDimension: [
      { dimension: 'scope' as const, reads: scope, reason: '', words: NONE },
      { dimension: 'impact' as const, reads: impact, reason: '', words: NONE },
    ],
  },
})

test('dimensions that read alike in every package tell nothing apart', () => {
  expect(dimensionsApart([aPackage(1, 'supports', 'neutral'), aPackage(3, 'supports', 'neutral')])).toEqual(
    [],
  )
  expect(dimensionsApart([])).toEqual([])
})

test('a dimension that argues for restraint in one package alone is named', () => {
  expect(
    dimensionsApart([aPackage(1, 'supports', 'supports'), aPackage(4, 'argues-restraint', 'supports')]),
  ).toEqual(['scope'])
})

test('packages differ in how far their gravest step lies below the usual ceiling', () => {
  expect([1, 4, 5].map((level) => headroomOf(aPackage(level, 'supports', 'supports')))).toEqual([3, 0, -1])
  expect(headroomOf(aPackage(1, 'supports', 'supports', null))).toBeNull()
})
