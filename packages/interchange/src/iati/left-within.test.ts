import { loadShipped } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'
import { type ActivityParts, iatiFile } from '../../test/iati-activity.ts'
import { readDocument } from '../read-document.ts'

const { kinds } = loadShipped()
const readXml = (xml: string) =>
  readDocument(new TextEncoder().encode(xml), {
    filename: 'activities.xml',
    assertedBy: 'EU',
    assertedAt: '2026-03-01T10:00:00.000Z',
    kinds,
  })
const read = (parts: ActivityParts) => readXml(iatiFile(parts))
const left = async (parts: ActivityParts) =>
  (await read(parts)).notCarriedOver.map(({ field, count, words }) => [field, count, words.code])

const transaction = (type: number, within: string, behind = '') =>
  `<transaction><transaction-type code="${type}"/><transaction-date iso-date="2024-02-01"/><value value-date="2024-02-01">5</value>${within}${behind}</transaction>`
const SPOKEN = '<description><narrative>What it is for</narrative></description>'

describe('what an activity says within what is read of it (INT-11)', () => {
  it.each<[string, ActivityParts, readonly [field: string, count: number, why: string][]]>([
    ['the smallest activity loses nothing', {}, []],
    [
      'an organisation that is known by its name loses its reference and what sort of organisation it is',
      {
        organisations:
          '<participating-org role="1" ref="XX-1" type="10"><narrative>N</narrative></participating-org>',
      },
      [
        ['participating-org/@type', 1, 'left-no-property'],
        ['participating-org/@ref', 1, 'left-no-property'],
      ],
    ],
    [
      'another identifier is counted, the one of this desk is not',
      {
        identifiers:
          '<other-identifier type="A1" ref="OLD-7"/><other-identifier type="A1" ref="project:course"><owner-org><narrative>Demarche</narrative></owner-org></other-identifier>',
      },
      [['other-identifier', 1, 'left-no-property']],
    ],
    [
      'a budget loses whether it is revised and committed',
      {
        rest: '<budget type="2" status="2"><period-start iso-date="2024-01-01"/><period-end iso-date="2024-06-30"/><value value-date="2024-01-01">5</value></budget>',
      },
      [
        ['budget/@type', 1, 'left-no-property'],
        ['budget/@status', 1, 'left-no-property'],
      ],
    ],
    [
      'a payment loses what it is for, a commitment keeps it as the budget that it is',
      { rest: transaction(3, SPOKEN) + transaction(2, SPOKEN) },
      [['transaction/description', 1, 'left-no-property']],
    ],
    [
      'a transaction loses the classes of aid statistics',
      { rest: transaction(3, '', '<flow-type code="10"/><finance-type code="110"/>') },
      [
        ['transaction/flow-type', 1, 'left-aid-statistics'],
        ['transaction/finance-type', 1, 'left-aid-statistics'],
      ],
    ],
    [
      'a transaction loses its sector where the activity itself has some',
      { rest: transaction(3, '<sector code="15110"/>') },
      [['transaction/sector', 1, 'left-sectors-of-activity']],
    ],
    [
      'a sector of an own vocabulary is counted where it stands, in a transaction too',
      { sectors: '', rest: transaction(3, '<sector vocabulary="99" code="7"/>') },
      [['transaction/sector', 1, 'left-other-sectors']],
    ],
    [
      'an indicator loses its baseline',
      {
        rest: '<result type="1"><title><narrative>R</narrative></title><indicator measure="1"><title><narrative>I</narrative></title><baseline year="2023" value="3"/></indicator></result>',
      },
      [
        ['result/@type', 1, 'left-no-property'],
        ['result/indicator/baseline', 1, 'left-no-property'],
      ],
    ],
  ])('%s', async (_, parts, expected) => {
    expect(await left(parts)).toEqual(expected)
  })

  it('takes the sectors of transactions for those of the activity, where it names none itself', async () => {
    const reading = await read({ sectors: '', rest: transaction(3, '<sector code="15110"/>') })
    const said = reading.statements.filter(({ source }) => source.locator?.endsWith('transaction/sector'))
    expect(said.flatMap(({ assertions }) => assertions)).toEqual([
      { property: 'sectors', value: ['dac-15110'] },
    ])
    expect(reading.notCarriedOver).toEqual([])
  })

  it('counts an element of version 1 that has no place in what is read', async () => {
    const { notCarriedOver } = await readXml(
      '<iati-activities version="1.03"><iati-activity><iati-identifier>XX-1-A</iati-identifier><title>Course</title><total-cost currency="EUR">5</total-cost></iati-activity></iati-activities>',
    )
    expect(notCarriedOver.map(({ field, count }) => [field, count])).toEqual([['total-cost', 1]])
  })
})
