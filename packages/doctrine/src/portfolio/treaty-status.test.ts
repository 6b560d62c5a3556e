/**
 * Where States stand towards treaties, as shipped: what follows from the instruments themselves must hold among the records.
 *
 * Article 16 of the Second Additional Protocol opens it to Parties to the Convention on Cybercrime alone; the Convention
 * on Cybercrime and the protocol are open to States, the UN Convention to States and organisations of regional integration.
 */
import { describe, expect, it } from 'vitest'
import { loadDoctrine, readRecordKinds, readShippedRecords } from '../read-pack.ts'

const said = readShippedRecords(readRecordKinds(loadDoctrine()))
  .filter(({ kind }) => kind === 'treaty-status')
  .map(({ entity, passages }) => {
    const assertions = passages.flatMap((passage) => passage.assertions)
    const valueOf = (property: string) => assertions.find((one) => one.property === property)?.value
    return {
      entity,
      places: [valueOf('party')].flat().map(String),
      instrument: String(valueOf('instrument')),
      standing: String(valueOf('standing')),
    }
  })
const placesOf = (instrument: string, ...standings: readonly string[]) =>
  said.flatMap((one) =>
    one.instrument === instrument && (standings.length === 0 || standings.includes(one.standing))
      ? one.places
      : [],
  )

describe('where States stand towards treaties', () => {
  it('is said once for each State and instrument', () => {
    const pairs = said.flatMap(({ places, instrument }) => places.map((place) => `${place} ${instrument}`))
    expect(pairs.toSorted()).toEqual([...new Set(pairs)].toSorted())
  })

  it('names as signatory of the second protocol nobody who is not a Party to the convention', () => {
    const signed = placesOf('budapest-protocol-2')
    expect(signed.length).toBeGreaterThan(0)
    const parties = placesOf('budapest', 'party')
    expect(signed.filter((place) => !parties.includes(place))).toEqual([])
  })

  it('names the European Union for the UN convention alone', () => {
    expect(said.filter(({ places }) => places.includes('EU')).map(({ instrument }) => instrument)).toEqual([
      'un-cybercrime',
    ])
  })

  it('counts, with the Union, thirteen of its Member States that signed in Hanoi', () => {
    const union = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(
      ' ',
    )
    expect(placesOf('un-cybercrime', 'signed').filter((place) => union.includes(place))).toHaveLength(13)
  })
})
