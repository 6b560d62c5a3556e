import { describe, expect, it } from 'vitest'
import { aDoctrine, aTest, contested, factsWith } from '../../test/small-doctrine.ts'
import { assessLaw } from '../assessment/assess-law.ts'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { phraseFact, phraseNumber, phraseValue } from '../incident/phrase-value.ts'
import type { Fact } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import { ENGLISH_VOICE } from '../reason/english-voice.ts'
import { phraseVerdict } from './phrase-fact.ts'
import { phraseProof } from './phrase-proof.ts'

const property = (name: string) => {
  const found = CASE_VOCABULARY.find(name)
  if (!found) throw new Error(`no property ${name}`)
  return found
}

describe('values in words', () => {
  it.each<[string, Value, string]>([
    ['memberStates', ['GR', 'DE'], 'EL, DE'],
    ['memberStates', [], 'none'],
    ['startDate', '2026-03-03', '3 March 2026'],
    ['startDate', '2016', '2016'],
    ['economicLossEur', 400_000_000, 'EUR\u00A0400\u202F000\u202F000'],
    ['economicLossEur', 1250.5, 'EUR\u00A01250.5'],
    ['disruptionDurationHours', 36, '36\u00A0hours'],
    ['personsAffected', 9999, '9999'],
    ['coercive', false, 'no'],
    ['territorialStateKnew', 'should-have-known', 'should have known'],
    ['techniques', ['T1486'], 'T1486 (number of a MITRE ATT&CK technique, as the source gives it)'],
    ['target', { country: 'GR', sector: 'energy' }, 'EL, energy'],
    [
      'attributionClaim',
      {
        claimant: 'Estonia',
        kind: 'political',
        accused: 'Unit 1',
        accusedState: 'XA',
        stateDirected: true,
        date: '2026-05',
      },
      'Estonia: Unit 1 (XA, State-directed), political attribution, May 2026',
    ],
    ['finding.q', { holds: false, grounds: 'no figures' }, 'does not hold: no figures'],
  ])('%s %j reads %s', (name, value, words) => {
    expect(phraseValue(property(name), value)).toBe(words)
  })

  it('groups numbers from five digits on, and only their whole part', () => {
    expect([999, 1000, 10_000, 1_234_567.25, -12_000].map(phraseNumber)).toEqual([
      '999',
      '1000',
      '10\u202F000',
      '1\u202F234\u202F567.25',
      '−12\u202F000',
    ])
  })

  it('says both sides of a dispute, and says when nothing is known', () => {
    expect(phraseFact(property('deaths'), contested(0, 1))).toBe('sources differ: 0 or 1')
    expect(phraseFact(property('deaths'), { state: 'unknown' })).toBe('not known')
  })

  it('says a verdict in the words of the test where it has its own', () => {
    expect([phraseVerdict('true'), phraseVerdict('false'), phraseVerdict('contested')]).toEqual([
      'met',
      'not met',
      'contested',
    ])
    expect(phraseVerdict('true', { true: 'may be' })).toBe('may be')
  })
})

const holding = (holds: boolean): Fact => ({
  state: 'known',
  value: { holds, grounds: 'seen' },
  support: [],
})

describe('phraseProof', () => {
  const compiled = compileDoctrine(
    aDoctrine({
      tests: [
        aTest('attack', { fact: 'deaths', is: '>=', value: 1 }, { verified: false }),
        aTest('open', {
          all: [
            { test: 'attack' },
            { not: { fact: 'effects', is: 'includes', value: ['data-theft'] } },
            { any: [{ fact: 'memberStates', is: 'nonEmpty', value: true }, { human: 'Is it so?' }] },
          ],
        }),
      ],
    }),
    CASE_VOCABULARY,
  )

  it('says every node with its verdict and what is on record', () => {
    const facts = factsWith({
      deaths: 2,
      effects: ['access'],
      'finding.open:human': { holds: true, grounds: 'seen' },
    })
    const proof = assessLaw(compiled, facts, '2026-11-23').find(({ test }) => test === 'open')?.proof
    if (!proof) throw new Error('the doctrine has the test')
    expect(phraseProof(proof, ENGLISH_VOICE).map(({ said, depth }) => '  '.repeat(depth) + said)).toEqual([
      'Test open: holds, resting on a finding by a person',
      '  All of these: holds, resting on a finding by a person',
      '    Test attack: met',
      '      Deaths is at least 1 (on record: 2): met',
      '    Not this: met',
      '      Effects includes one of data theft (on record: access): not met',
      '    At least one of these: holds, resting on a finding by a person',
      '      Member States hit names at least one (on record: not known): unknown',
      '      Question to people: Is it so? (grounds: seen): found by a person to hold',
    ])
  })

  it('never says that what people weigh is met, whatever they found or did not find', () => {
    const law = compileDoctrine(
      aDoctrine({ tests: [aTest('weighed', { human: 'Is it so?' })] }),
      CASE_VOCABULARY,
    )
    const say = (found?: Fact) => {
      const facts = factsWith(found ? { 'finding.weighed:human': found } : {})
      const [finding] = assessLaw(law, facts, '2026-11-23')
      return finding ? phraseProof(finding.proof, ENGLISH_VOICE).map(({ said }) => said) : []
    }
    expect(say(holding(true))[0]).toBe('Test weighed: found by a person to hold')
    expect(say(holding(false))[0]).toBe('Test weighed: found by a person not to hold')
    expect(say()).toEqual([
      'Test weighed: unknown',
      'Question to people: Is it so? No finding by a person yet',
    ])
  })

  it('gives each line its own source and support, and the doctrine its own words', () => {
    const facts = factsWith({ deaths: 2 })
    const proof = assessLaw(compiled, facts, '2026-11-23').find(({ test }) => test === 'attack')?.proof
    if (!proof) throw new Error('the doctrine has the test')
    const [conclusion, condition] = phraseProof(proof, ENGLISH_VOICE, () => ({ true: 'may be' }))
    expect(conclusion).toMatchObject({
      said: 'Test attack: may be',
      verdict: 'true',
      test: 'attack',
      authority: 'our-judgement',
      verified: false,
      support: [],
    })
    expect(condition?.support).toEqual([{ statement: 's', property: 'deaths' }])
    expect(condition?.said).toBe('Deaths is at least 1 (on record: 2): met')
  })
})
