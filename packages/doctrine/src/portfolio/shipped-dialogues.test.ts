/**
 * The shipped dialogues, fora, standards bodies and measures of the 5G Toolbox beside the facts that they were made from.
 *
 * Skipped where the files with the facts do not lie beside the checkout. Rests on: docs/rules/doctrine.md, DOC-61.
 */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { entry, facts, ofKind, the, valuesOf, wasRead, wordsOf } from '../../test/shipped-under-test.ts'

const engagement = facts(
  'engagement',
  z.object({
    dialogues: z.object({
      rounds: z.array(
        z.object({
          id: z.string(),
          partner: z.string(),
          round: z.number().nullable(),
          date: z.string().nullish(),
          month: z.string().optional(),
          end: z.string().optional(),
          date_candidates: z.array(z.string()).default([]),
          topics: z.array(z.string()).default([]),
          verified: z.boolean(),
          address: z.string().optional(),
        }),
      ),
      promise_examples: z.array(z.object({ id: z.string(), due: z.string().nullable(), status: z.string() })),
    }),
    eu_nato: z.array(z.object({ id: z.string(), label: z.string(), date: z.string().nullable() })),
    standards_bodies: z.object({ entries: z.array(entry) }),
    multi_stakeholder: z.object({ fora: z.array(z.string()) }),
    toolbox_5g: z.object({ measures: z.array(entry.extend({ address: z.string().optional() })) }),
  }),
)
describe.skipIf(engagement === null)('dialogues', () => {
  // no round with these was found; a tenth with the United States neither
  const notFound = ['dlg-ca', 'dlg-cn', 'dlg-us-10']
  const rounds = (engagement?.dialogues.rounds ?? []).filter(({ id }) => !notFound.includes(id))

  it.each(rounds)('$id', ({ id, partner, round, address, verified, ...row }) => {
    const code = /^[A-Z]{2}$/.test(partner) ? partner : 'latin-america-caribbean'
    const record = the(
      'meeting',
      (one) =>
        wordsOf(one, 'partners').includes(code) &&
        valuesOf(one, 'format').includes('dialogue') &&
        (round === null || valuesOf(one, 'round').includes(round)),
      id,
    )
    const days = [row.date ?? row.month ?? [], row.date_candidates].flat()
    for (const day of days) expect(valuesOf(record, 'start'), id).toContain(day)
    if (days.length === 0) expect(wasRead(record, 'start'), 'nobody read the day').toBe(false)
    if (row.end !== undefined) expect(valuesOf(record, 'end')).toEqual([row.end])
    expect(wordsOf(record, 'agenda')).toHaveLength(row.topics.length)
    expect(record.passages[0]?.source.address).toBe(address)
    expect(wasRead(record, 'name')).toBe(verified)
  })

  it('have the promises with their last day and what became of them', () => {
    const kept = { open: 'open', kept: 'kept', outcome: 'kept', late: 'late' }
    for (const { id, due, status } of engagement?.dialogues.promise_examples ?? []) {
      const standing = z.enum(['open', 'kept', 'outcome', 'late']).parse(/^\w+/.exec(status)?.[0])
      const found = ofKind('commitment').filter(
        (record) =>
          (valuesOf(record, 'due')[0] ?? null) === due &&
          valuesOf(record, 'standing').at(-1) === kept[standing] &&
          wordsOf(record, 'by').includes(
            { uk: 'GB', in: 'IN', kr: 'KR', ua: 'UA' }[id.split('-')[1] ?? ''] ?? '',
          ),
      )
      expect(found, id).toHaveLength(1)
    }
  })

  it('have the texts agreed with NATO', () => {
    const days = ofKind('meeting')
      .filter((record) => wordsOf(record, 'partners').includes('org-nato'))
      .flatMap((record) => valuesOf(record, 'start'))
    for (const { id, date } of engagement?.eu_nato ?? []) if (date !== null) expect(days, id).toContain(date)
  })

  it('have the fora in which others than States speak', () => {
    const fora = engagement?.multi_stakeholder.fora ?? []
    const named = [...ofKind('process'), ...ofKind('meeting')].flatMap((record) => valuesOf(record, 'name'))
    const abbreviated = { IGF: 'Internet Governance Forum', GFCE: 'Global Forum on Cyber Expertise (GFCE)' }
    const known = z.record(z.string(), z.string()).parse(abbreviated)
    for (const forum of fora) {
      const name = known[forum] ?? forum.replace(/ \(.*| on .*/, '')
      const words = name.replace('Paris Call working groups', 'Working groups of the Paris Call')
      expect(
        named.map(String).some((one) => one.startsWith(words)),
        forum,
      ).toBe(true)
    }
  })

  it('name the standards bodies', () => {
    for (const { id, verified } of engagement?.standards_bodies.entries ?? []) {
      const record = the('standards-body', ({ entity }) => entity === `standards-body:${id.slice(4)}`, id)
      expect(wasRead(record, 'name'), id).toBe(verified)
    }
  })
})

describe.skipIf(engagement === null)('the measures of the 5G Toolbox', () => {
  it.each(engagement?.toolbox_5g.measures ?? [])('$id $label', ({ id, verified, address }) => {
    const record = the('policy-measure', (one) => valuesOf(one, 'code').includes(id), id)
    expect(valuesOf(record, 'text')).toEqual(['strategy:toolbox-5g-2020'])
    expect(valuesOf(record, 'nature')).toEqual([id.startsWith('SM') ? 'strategic' : 'technical'])
    expect(wasRead(record, 'name')).toBe(verified)
    expect(record.passages[0]?.source.address).toBe(address)
  })

  it('stand beside supporting actions, all of them recalled', () => {
    const supporting = ofKind('policy-measure').filter((one) =>
      valuesOf(one, 'nature').includes('supporting'),
    )
    expect(supporting).toHaveLength(10)
    expect(supporting.filter((one) => wasRead(one, 'name'))).toEqual([])
  })
})
