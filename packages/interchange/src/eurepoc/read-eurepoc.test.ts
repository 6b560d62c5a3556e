import { describe, expect, it } from 'vitest'
import type { Reading } from '../reading.ts'
import { readDocument } from '../read-document.ts'
import { readEurepocLabels } from './labels.ts'

const OPTIONS = { filename: 'incidents.csv', assertedBy: 'desk', assertedAt: '2026-03-01T10:00:00.000Z' }

const BASE: Readonly<Record<string, string>> = {
  ID: '7',
  name: 'Invented incident',
  start_date: '2019-03-04',
  end_date: '',
  incident_type: 'Disruption',
  receiver_country: "['Estonia']",
  receiver_category: "[['State institutions / political system']]",
  receiver_category_subcode: "[['Legislative']]",
}

const line = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

function csv(...rows: readonly Readonly<Record<string, string>>[]): Uint8Array {
  const columns = [...new Set([...Object.keys(BASE), ...rows.flatMap((row) => Object.keys(row))])]
  const body = rows.map((row) => line(columns.map((column) => row[column] ?? BASE[column] ?? '')))
  return new TextEncoder().encode([line(columns), ...body].join('\n'))
}

const read = (...rows: readonly Readonly<Record<string, string>>[]): Promise<Reading> =>
  readDocument(csv(...rows), OPTIONS)

function values(reading: Reading, property: string): readonly unknown[] {
  return reading.statements.flatMap(({ assertions }) =>
    assertions.filter((assertion) => assertion.property === property).map(({ value }) => value),
  )
}

describe('EuRepoC incidents', () => {
  it('become one case each, with the id of the data set', async () => {
    const reading = await read({})
    expect(reading.format).toBe('eurepoc-csv')
    expect(reading.cases).toEqual([{ entity: 'case:eurepoc-7', name: 'Invented incident' }])
    expect(reading.statements[0]?.source).toMatchObject({
      document: 'EuRepoC Global Database 1.1',
      locator: 'incident 7',
    })
    expect(values(reading, 'criticalStateFunctionsAffected')).toEqual([['governance']])
  })

  it('count the United Kingdom as a Member State only while it was one', async () => {
    const receiver_country = "['United Kingdom']"
    expect(values(await read({ receiver_country }), 'memberStates')).toEqual([['GB']])
    const later = await read({ receiver_country, start_date: '2021-03-04' })
    expect(values(later, 'memberStates')).toEqual([])
    expect(values(later, 'thirdStateTargeted')).toEqual([true])
    const unclear = await read({ receiver_country, start_date: '2020-01-01' })
    expect(values(unclear, 'memberStates')).toEqual([])
    expect(values(unclear, 'thirdStateTargeted')).toEqual([])
  })

  it('keep regions in the report and out of the targets', async () => {
    const reading = await read({ receiver_country: "['Europe (region)']" })
    expect(values(reading, 'target')).toEqual([])
    expect(reading.notCarriedOver).toContainEqual(
      expect.objectContaining({ field: 'receiver_country "Europe (region)"', count: 1 }),
    )
  })

  it('do not call a name that nobody knows a region', async () => {
    const reading = await read({ receiver_country: "['Atlantis']" })
    expect(reading.notCarriedOver).toContainEqual(
      expect.objectContaining({
        field: 'receiver_country "Atlantis"',
        why: 'No country of this name is known here.',
      }),
    )
  })

  it('INT-26 lose an end that lies before the start, and a remark says so', async () => {
    const reading = await read({ end_date: '2018-05-05' })
    expect(values(reading, 'endDate')).toEqual([])
    expect(reading.remarks).toMatchObject([{ place: 'incident 7', words: { code: 'remark-end-left-out' } }])
  })

  it('keep classes as classes: no hours and no kinds of data are invented', async () => {
    const reading = await read({
      data_theft:
        'For private / commercial targets: sensitive information (incident scores 2 points in intensity)',
      disruption: 'Long-term disruption (> 24h; incident scores 2 points in intensity)',
      hijacking: 'Not available',
      physical_effects_spatial: 'none',
    })
    expect(values(reading, 'dataTheftClass')).toEqual(['sensitive'])
    expect(values(reading, 'disruptionClass')).toEqual(['over-24h'])
    expect(values(reading, 'hijackingClass')).toEqual([])
    expect(values(reading, 'physicalDamage')).toEqual(['none'])
    expect(values(reading, 'disruptionDurationHours')).toEqual([])
    expect(values(reading, 'dataStolenNature')).toEqual([])
  })

  it('leave the effect columns out on request and say so', async () => {
    const bytes = csv({ disruption: 'none', data_theft: 'none' })
    const reading = await readDocument(bytes, { ...OPTIONS, withoutEffectColumns: true })
    expect(values(reading, 'disruptionClass')).toEqual([])
    expect(reading.notCarriedOver).toContainEqual({
      field: 'data_theft',
      count: 1,
      why: 'It was left out on request.',
      words: { code: 'left-on-request' },
    })
  })

  it('accuse a State only where the claim does', async () => {
    const claim = {
      attribution_basis: 'IT-security community attributes attacker',
      attributed_initiator_country: 'China',
    }
    const state = await read({ ...claim, attributed_initiator_category: 'State' })
    expect(values(state, 'attributionClaim')).toMatchObject([
      { accused: 'not named', accusedState: 'CN', stateDirected: true, kind: 'technical' },
    ])
    const suggested = await read({
      ...claim,
      attributed_initiator_category: 'Non-state actor, state-affiliation suggested',
    })
    expect(values(suggested, 'attributionClaim')).toEqual([
      {
        claimant: 'IT-security community',
        kind: 'technical',
        accused: 'not named',
        accusedState: 'CN',
        confidenceAsStated: 'state affiliation suggested',
      },
    ])
    const hacktivists = await read({
      ...claim,
      attributed_initiator: 'X',
      attributed_initiator_category: 'Non-state-group',
    })
    expect(values(hacktivists, 'attributionClaim')).toEqual([
      { claimant: 'IT-security community', kind: 'technical', accused: 'X' },
    ])
    expect(
      values(
        await read({ ...claim, attributed_initiator_category: 'Unknown - not attributed' }),
        'attributionClaim',
      ),
    ).toEqual([])
  })

  it('never derive the origin from anything but initiators whose country is known', async () => {
    expect(values(await read({ initiator_country: "['Russia']" }), 'originOutsideUnion')).toEqual([true])
    expect(values(await read({ initiator_country: "['Germany']" }), 'originOutsideUnion')).toEqual([false])
    expect(values(await read({ initiator_country: "['Russia', 'Germany']" }), 'originOutsideUnion')).toEqual(
      [],
    )
    expect(values(await read({ initiator_country: "['Russia', 'Unknown']" }), 'originOutsideUnion')).toEqual(
      [],
    )
  })

  it('REV-10 never carry over what EuRepoC concludes', async () => {
    const reading = await read({
      weighted_cyber_intensity: '4',
      legal_response_indicator: 'x',
      impact_indicator: 'Low',
    })
    const left = reading.notCarriedOver.map(({ field }) => field)
    expect(left).toEqual(
      expect.arrayContaining(['weighted_cyber_intensity', 'legal_response_indicator', 'impact_indicator']),
    )
    expect(JSON.stringify(reading.statements)).not.toContain('"Low"')
  })

  it('INT-23 reject a broken list and keep the row', async () => {
    const reading = await read({ receiver_country: "['Estonia" })
    expect(reading.rejected[0]).toMatchObject({ place: 'incident 7, receiver_country', rule: 'INT-23' })
    expect(reading.cases).toHaveLength(1)
  })

  it('INT-16 and INT-25 reject a second row of an id and an id that is no number', async () => {
    const reading = await read({}, {}, { ID: 'seven' })
    expect(reading.rejected.map(({ rule }) => rule)).toEqual(['INT-16', 'INT-25'])
    expect(reading.cases).toHaveLength(1)
  })

  it('read words that happen to be names in JavaScript as words', async () => {
    const reading = await read({ incident_type: 'constructor', receiver_category_subcode: "[['__proto__']]" })
    expect(reading.rejected[0]).toMatchObject({ rule: 'INT-13' })
    expect(reading.cases).toHaveLength(1)
  })
})

describe('labels for back-tests', () => {
  it('give EuRepoC’s own scores apart from the facts', async () => {
    const bytes = csv({
      weighted_cyber_intensity: '4.5',
      legal_response_indicator: 'none justified',
      disruption: 'none',
    })
    expect(await readEurepocLabels(bytes)).toEqual([
      {
        id: '7',
        entity: 'case:eurepoc-7',
        weightedIntensity: 4.5,
        unweightedIntensity: null,
        legalResponse: 'none justified',
        effects: { disruption: 'none' },
      },
    ])
  })
})
