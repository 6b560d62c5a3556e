import { describe, expect, it } from 'vitest'
import { PUBLIC } from '@demarche/core'
import { readDocument } from '../read-document.ts'
import { ImportRefusal } from '../refusal.ts'

const OPTIONS = { filename: 'bundle.json', assertedBy: 'desk', assertedAt: '2026-03-01T10:00:00.000Z' }
const AT = '2026-01-05T09:00:00.000Z'
const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'
const TLP1_GREEN = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da'

const idOf = (type: string, n: number): string =>
  `${type}--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const object = (type: string, n: number, fields: Record<string, unknown> = {}) => ({
  type,
  spec_version: '2.1',
  id: idOf(type, n),
  created: AT,
  modified: AT,
  ...fields,
})
const link = (n: number, kind: string, from: string, to: string, fields: Record<string, unknown> = {}) =>
  object('relationship', n, { relationship_type: kind, source_ref: from, target_ref: to, ...fields })

const CAMPAIGN = object('campaign', 1, { name: 'Still Tap', first_seen: '2025-12-01T00:00:00Z' })

function read(objects: readonly unknown[], options = {}) {
  const bundle = { type: 'bundle', id: idOf('bundle', 0), objects }
  return readDocument(new TextEncoder().encode(JSON.stringify(bundle)), { ...OPTIONS, ...options })
}

async function values(objects: readonly unknown[], property: string): Promise<readonly unknown[]> {
  const { statements } = await read(objects)
  return statements.flatMap(({ assertions }) =>
    assertions.filter((assertion) => assertion.property === property).map(({ value }) => value),
  )
}

const marked = (reference: string) => read([{ ...CAMPAIGN, object_marking_refs: [reference] }])
const claim = (types: readonly string[]) =>
  values(
    [
      CAMPAIGN,
      object('threat-actor', 2, { name: 'Heron', threat_actor_types: types }),
      object('location', 3, { country: 'CN' }),
      object('identity', 4, { name: 'CERT' }),
      link(5, 'located-at', idOf('threat-actor', 2), idOf('location', 3)),
      link(6, 'attributed-to', idOf('campaign', 1), idOf('threat-actor', 2), {
        created_by_ref: idOf('identity', 4),
      }),
    ],
    'attributionClaim',
  )

describe('STIX 2.1 bundles', () => {
  it('dates the activity by first_seen, and the source by the version of the object', async () => {
    const { statements } = await read([CAMPAIGN])
    expect(statements[0]?.assertions).toContainEqual({ property: 'startDate', value: '2025-12-01' })
    expect(statements[0]?.source).toMatchObject({ date: '2026-01-05', locator: idOf('campaign', 1) })
  })

  it('makes a case of each incident and leaves campaigns beside it uncounted as cases', async () => {
    const reading = await read([CAMPAIGN, object('incident', 2, { name: 'I' })])
    expect(reading.cases).toEqual([{ entity: `case:${idOf('incident', 2)}`, name: 'I' }])
    expect(reading.notCarriedOver).toContainEqual(expect.objectContaining({ field: 'campaign', count: 1 }))
  })

  it('never reads infrastructure as attribution or origin', async () => {
    const objects = [
      CAMPAIGN,
      object('infrastructure', 2, { name: 'server' }),
      object('location', 3, { country: 'RU' }),
      link(4, 'uses', idOf('campaign', 1), idOf('infrastructure', 2)),
      link(5, 'located-at', idOf('infrastructure', 2), idOf('location', 3)),
      link(6, 'attributed-to', idOf('campaign', 1), idOf('infrastructure', 2)),
    ]
    expect(await values(objects, 'attributionClaim')).toEqual([])
    expect(await values(objects, 'originOutsideUnion')).toEqual([])
  })

  it('accuses a State only for a nation-state actor tied to one country', async () => {
    const base = { claimant: 'CERT', kind: 'technical', accused: 'Heron', date: '2026-01-05' }
    expect(await claim(['criminal'])).toEqual([base])
    expect(await claim(['nation-state'])).toEqual([{ ...base, accusedState: 'CN' }])
  })

  it('reads victims with their country and sector, and techniques by ATT&CK id', async () => {
    const objects = [
      CAMPAIGN,
      object('identity', 2, { name: 'Works', sectors: ['water'] }),
      object('location', 3, { country: 'BE' }),
      object('attack-pattern', 4, {
        name: 'Trusted Relationship',
        external_references: [{ source_name: 'mitre-attack', external_id: 'T1199' }],
      }),
      link(5, 'targets', idOf('campaign', 1), idOf('identity', 2)),
      link(6, 'located-at', idOf('identity', 2), idOf('location', 3)),
      link(7, 'uses', idOf('campaign', 1), idOf('attack-pattern', 4)),
    ]
    expect(await values(objects, 'target')).toEqual([{ country: 'BE', sector: 'water', entity: 'Works' }])
    expect(await values(objects, 'memberStates')).toEqual([['BE']])
    expect(await values(objects, 'techniques')).toEqual([['T1199']])
  })

  it.each([
    [0, 'low'],
    [29, 'low'],
    [30, 'moderate'],
    [69, 'moderate'],
    [70, 'high'],
    [100, 'high'],
  ])('reads the confidence %d as %s', async (confidence, word) => {
    const { statements } = await read([{ ...CAMPAIGN, confidence }])
    expect(statements[0]?.confidence).toBe(word)
  })

  it('keeps TLP 1 and TLP 2 markings', async () => {
    expect((await marked(TLP1_GREEN)).statements[0]?.marking.tlp).toBe('TLP:GREEN')
    expect((await marked(RED)).statements[0]?.marking.tlp).toBe('TLP:RED')
  })

  it('INT-34 treats a marking that is not understood as the strictest', async () => {
    const reading = await read([{ ...CAMPAIGN, object_marking_refs: [idOf('marking-definition', 9)] }])
    expect(reading.statements[0]?.marking.tlp).toBe('TLP:RED')
    expect(reading.remarks).toHaveLength(1)
  })

  it('a file never loosens the marking chosen for the import', async () => {
    const marking = { distribution: 'LIMITE' as const, tlp: 'TLP:AMBER' as const }
    const reading = await read([{ ...CAMPAIGN, object_marking_refs: [TLP1_GREEN] }], { marking })
    expect(reading.statements[0]?.marking).toEqual(marking)
    const open = await read([{ ...CAMPAIGN, object_marking_refs: [RED] }], { marking: PUBLIC })
    expect(open.statements[0]?.marking).toEqual({ distribution: 'PUBLIC', tlp: 'TLP:RED' })
  })

  it('reads the newest version of an object and nothing that was revoked', async () => {
    const newer = { ...CAMPAIGN, name: 'Still Tap II', modified: '2026-02-01T00:00:00Z' }
    expect((await read([newer, CAMPAIGN])).cases.map(({ name }) => name)).toEqual(['Still Tap II'])
    await expect(read([{ ...CAMPAIGN, revoked: true }])).rejects.toThrow('INT-33')
  })

  it('INT-31 refuses STIX 2.0, with or without saying so', async () => {
    const { spec_version: _, ...old } = CAMPAIGN
    await expect(read([old])).rejects.toThrow('INT-31')
  })

  it('INT-32 leaves out an object that is none, and keeps the rest of the bundle', async () => {
    const { cases, rejected } = await read([CAMPAIGN, { name: 'of no type' }])
    expect(cases).toHaveLength(1)
    expect(rejected).toMatchObject([{ place: '/objects/1/type', rule: 'INT-32' }])
  })

  it('INT-33 says what the bundle holds when nothing in it describes an activity', async () => {
    const refusal = await read([object('indicator', 1)]).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ImportRefusal)
    expect(String(refusal)).toContain('In the file: indicator.')
  })
})
