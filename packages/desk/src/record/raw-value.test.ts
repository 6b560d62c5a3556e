import { CASE_VOCABULARY } from '@demarche/core/incident/case-vocabulary.ts'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { restOfTexts, type Say } from '../texts.ts'
import { caseWording } from './case-wording.ts'
import { faultOf, type Raw, rawOf, readValue, recordFields } from './raw-value.ts'

await restOfTexts()
const t: Say = (key, values) => i18next.t(key, { ...values })
const wording = caseWording(t)

function propertyOf(name: string) {
  const property = CASE_VOCABULARY.find(name)
  if (!property) throw new Error(`no property ${name}`)
  return property
}

function scaleIn(name: string, part: string) {
  const { type } = propertyOf(name)
  return type.type === 'record' ? recordFields(type).find((one) => one.name === part)?.scale : undefined
}

describe('what is typed into a form', () => {
  it.each<[string, Raw, unknown]>([
    ['name', '  KA-SAT ', 'KA-SAT'],
    ['startDate', '2022-02', '2022-02'],
    ['memberStates', ['DE', 'GR', 'FR'], ['DE', 'GR', 'FR']],
    ['systemsAffected', '1 450', 1450],
    ['coercive', 'false', false],
    ['effects', ['disruption', 'data-theft'], ['disruption', 'data-theft']],
    ['target', { country: 'el', sector: 'ports', entity: '' }, { country: 'GR', sector: 'ports' }],
    ['rating.scope', { level: '3', reason: 'six Member States' }, { level: 3, reason: 'six Member States' }],
    [
      'finding.test-attempt',
      { holds: 'false', grounds: 'it succeeded' },
      { holds: false, grounds: 'it succeeded' },
    ],
  ])('becomes a value of %s that the vocabulary accepts', (name, raw, expected) => {
    const property = propertyOf(name)
    const value = readValue(property.type, raw)
    expect(value).toEqual(expected)
    expect(value !== undefined && faultOf(t, wording, name, value)).toBeNull()
  })

  it.each(['name', 'startDate', 'memberStates', 'systemsAffected', 'coercive', 'effects', 'target'])(
    'says nothing about %s when nothing was typed: unknown, not false',
    (name) => {
      const { type } = propertyOf(name)
      expect(readValue(type, rawOf(type, undefined))).toBeUndefined()
    },
  )

  it.each<[string, Raw, string]>([
    ['startDate', '2023-02-30', 'Start: It is no date of the calendar; expected YYYY'],
    ['systemsAffected', 'many', ': It is no number.'],
    ['memberStates', ['Germany'], 'It is no code of a country'],
    ['memberStates', ['QQ'], '“QQ” is the code of no country'],
    ['memberStates', ['US'], '“US” cannot be named here'],
    ['rating.scope', { level: '7', reason: 'too high' }, ', Level: It is too large; expected 5 or less.'],
    ['rating.scope', { level: '\u22121', reason: 'too low' }, ', Level: It is too small'],
    ['rating.scope', { level: 'high', reason: 'a word' }, ', Level: It is no number.'],
    ['target', { country: '', sector: 'ports' }, 'Target, Country: It is missing.'],
    ['target', { country: 'Spain', sector: 'ports' }, 'Target, Country: It is no code of a country'],
  ])('is refused for %s, %j, and says why', (name, raw, why) => {
    const value = readValue(propertyOf(name).type, raw)
    expect(value !== undefined && faultOf(t, wording, name, value)).toContain(why)
  })

  it('has the scale of a number that is on one, and none of another', () => {
    expect(scaleIn('rating.scope', 'level')).toEqual([0, 5])
    expect(scaleIn('target', 'sector')).toBeUndefined()
    const shape = z.strictObject({ count: z.int(), score: z.int().min(-2).max(2).optional() })
    const [count, score] = recordFields({ type: 'record', shape })
    expect(count?.scale).toBeUndefined()
    expect(score).toMatchObject({ optional: true, scale: [-2, 2] })
    expect(readValue({ type: 'record', shape }, { score: '\u22122' })).toEqual({ score: -2 })
  })

  it('comes back unchanged when a value on record is opened for correction', () => {
    for (const [name, value] of [
      ['effects', ['disruption']],
      ['memberStates', ['DE', 'GR']],
      ['disruptionDurationHours', 96],
      ['attributionClaim', { claimant: 'EU', kind: 'political', accused: 'a unit', stateDirected: true }],
    ] as const) {
      const { type } = propertyOf(name)
      expect(readValue(type, rawOf(type, value))).toEqual(value)
    }
  })
})
