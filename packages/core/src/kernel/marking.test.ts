import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { findClassification, markingKey } from './marking.ts'

const of = (releasableTo: readonly string[] | null) =>
  markingKey({
    distribution: 'LIMITE',
    tlp: 'TLP:AMBER',
    ...(releasableTo ? { releasableTo: [...releasableTo] } : {}),
  })

describe('the key of a marking', () => {
  const parties = fc.uniqueArray(
    fc
      .array(fc.constantFrom('E', 'F', ',', '|', '*', '%', '2', 'c'), { minLength: 1 })
      .map((own) => own.join('')),
    { minLength: 1, maxLength: 3 },
  )
  it('is another one for other parties, whatever they are called', () => {
    fc.assert(
      fc.property(parties, parties, (one, other) => {
        const isSame = one.toSorted().join('\n') === other.toSorted().join('\n')
        expect(of(one) === of(other)).toBe(isSame)
        expect(of(one)).not.toBe(of(null))
      }),
    )
    expect(of(['EE,FR'])).not.toBe(of(['EE', 'FR']))
    expect(of(['FR', 'EE'])).toBe('LIMITE|TLP:AMBER|EE,FR')
  })
})

describe('an EU classification marking', () => {
  it.each([
    ['RESTREINT UE/EU RESTRICTED', 'RESTREINT UE/EU RESTRICTED'],
    ['Top: CONFIDENTIEL UE / EU CONFIDENTIAL.', 'CONFIDENTIEL UE / EU CONFIDENTIAL'],
    ['SECRET UE\\/EU SECRET', 'SECRET UE\\/EU SECRET'],
    ['TRÈS SECRET UE/EU TOP SECRET', 'TRÈS SECRET UE/EU TOP SECRET'],
    ['TRE\u0300S SECRET UE', 'TRE\u0300S SECRET UE'],
    ['TRES SECRET UE', 'TRES SECRET UE'],
    ['Très secret UE', 'Très secret UE'],
    ['document classifié restreint UE', 'restreint UE'],
    ['restreint ue/eu restricted', 'restreint ue/eu restricted'],
    ['Restreint\u00a0UE', 'Restreint\u00a0UE'],
    ['the EU-RESTRICTED annex', 'EU-RESTRICTED'],
    ['EU_RESTRICTED_annex.pdf', 'EU_RESTRICTED'],
    ['EU\u2011CONFIDENTIAL', 'EU\u2011CONFIDENTIAL'],
    ['classified EU Restricted', 'EU Restricted'],
    ['EU Top Secret', 'EU Top Secret'],
    ['EU  TOP\nSECRET', 'EU  TOP\nSECRET'],
    ['"note": "eu restricted"', 'eu restricted'],
    ['Title\n  EU secret  \nText', 'EU secret'],
    ['id,level\n1,eu confidential\n', 'eu confidential'],
    ['(R-UE/EU-R)', 'R-UE/EU-R'],
    ['C-UE/EU-C', 'C-UE/EU-C'],
    ['s-ue/eu-s', 's-ue/eu-s'],
    ['TS-UE / EU-TS', 'TS-UE / EU-TS'],
    ['(EU-R) The first paragraph', '(EU-R)'],
    ['[TS-UE] The first paragraph', '[TS-UE]'],
  ])('is found in %j', (text, marking) => {
    expect(findClassification(text)).toBe(marking)
    // a border names the place by searching for what was found
    expect(text).toContain(marking)
  })

  it.each([
    'secret',
    'restricted',
    'The material is not classified, but access is restricted and the method is secret.',
    'In 2014 the EU restricted the export of such goods.',
    'EU-restricted substances were found.',
    'EU secret services disagree; so does the EU Secret Service of the novel.',
    'the Secretariat of the EU; EU SECRETARIAT; EU Secretary-General',
    'EU confidential-source protection in the EU',
    'RESTRICTED to the EU RESTRICTIVE MEASURES working party',
    'accès restreint eu égard aux circonstances',
    'Une réunion à huis clos : le scrutin est secret, l’UE le sait.',
    'EU-R&D, EU-S and C-UE are codes of a telecom study',
    'Case C-72/15; S-UEFA; PR-UE/EU-RO',
    'It concerns the EU\n\nSecret documents were published.',
    'le scrutin est secret\nUE : prochaine réunion',
    'LIMITE · TLP:RED',
    '',
  ])('is not seen in ordinary prose: %j', (text) => {
    expect(findClassification(text)).toBeNull()
  })
})
