/**
 * The shipped principles, confidence-building measures, technologies and legal bases beside the facts that they were
 * made from: nothing is lost on the way, and no doubt either.
 *
 * Skipped where the files with the facts do not lie beside the checkout. Rests on: docs/rules/doctrine.md, DOC-61.
 */
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import {
  claims,
  entry,
  facts,
  offered,
  ofKind,
  the,
  valuesOf,
  wasRead,
  wordsOf,
} from '../../test/shipped-under-test.ts'

const norms = facts(
  'norms',
  z.object({
    other_sets: z.array(z.object({ id: z.string(), entries: z.array(entry) })),
    crosswalk: z.object({
      rows: z.array(
        z.object({ from: z.string(), to: z.array(z.string()), strength: z.string(), tag: z.string() }),
      ),
    }),
  }),
)
const cbmSet = z.object({
  entries: z.array(entry.extend({ kind: z.string(), indicators: z.array(z.string()) })),
})
const cbms = facts(
  'cbms',
  z.object({
    osce: cbmSet,
    un_global: cbmSet,
    oas: cbmSet,
    arf: cbmSet,
    same_act_groups: z.object({
      groups: z.array(z.object({ id: z.string(), satisfies: z.array(z.string()) })),
    }),
  }),
)
const watch = facts(
  'rights-and-technology',
  z.object({
    technology_questions: z.array(z.object({ id: z.string() })),
    dual_use_screening: z.object({
      red_flags: z.object({ entries: z.array(z.string()) }),
      uncertain_areas: z.object({ entries: z.array(z.string()) }),
    }),
    technology_watch: z.object({
      initial_watchlist: z.array(z.object({ id: z.string(), family: z.string() })),
      criteria: z.array(z.object({ id: z.string(), parts: z.array(z.string()) })),
    }),
  }),
)
const evidence = facts(
  'evidence',
  z.object({
    processes: z.object({ entries: z.array(z.object({ id: z.string() })) }),
    encryption_principles: z.object({ checks: z.array(z.object({ id: z.string() })) }),
    safeguards_checklist: z.object({ entries: z.array(z.object({ id: z.string() })) }),
    legal_bases: z.array(
      z.object({
        id: z.string(),
        verified: z.boolean(),
        source: z.object({ address: z.string().optional() }),
        articles: z.object({ verified: z.boolean(), entries: z.array(z.string()) }).optional(),
        facts: z
          .array(z.object({ id: z.string(), verified: z.boolean(), address: z.string().optional() }))
          .default([]),
      }),
    ),
  }),
)

/** The record's slug for the principle of that id. */
const slugOf = (id: string) =>
  id
    .replace(/^pc-/, 'paris-call-')
    .replace(/^g7-/, 'g7-lucca-')
    .replace('asean-chk', 'asean-checklist')
    .replace('asean-a-k', 'asean-eleven-norms')

describe.skipIf(norms === null)('principles', () => {
  const entries = (norms?.other_sets ?? []).flatMap((set) =>
    set.entries.map((one) => ({ ...one, set: set.id })),
  )

  it.each(entries)('$id', ({ id, set, verified }) => {
    const record = the('principle', ({ entity }) => entity === `principle:${slugOf(id)}`, id)
    expect(valuesOf(record, 'set')).toEqual([`norm-set:${set}`])
    expect(wasRead(record, 'name')).toBe(verified)
    const rows = (norms?.crosswalk.rows ?? []).filter(({ from }) => from === id)
    const wanted = rows.flatMap(({ to, strength, tag }) =>
      to.map((letter) => ({ norm: `un-${letter}`, strength, read: tag === 'verified' })),
    )
    const stands = claims(record, 'stands').map(({ value, read }) => ({
      ...z.object({ norm: z.string(), strength: z.string() }).parse(value),
      read,
    }))
    expect(stands).toEqual(wanted)
    // what goes beyond all eleven norms stands towards none and is said in words
    if (rows.length > 0 && wanted.length === 0) expect(valuesOf(record, 'beyond')).toHaveLength(1)
  })
})

describe.skipIf(cbms === null)('confidence-building measures', () => {
  const all = cbms ? [cbms.osce, cbms.un_global, cbms.oas, cbms.arf].flatMap(({ entries }) => entries) : []

  it.each(all)('$id', ({ id, kind, indicators, verified }) => {
    const record = the('cbm', ({ entity }) => entity === `cbm:${id}`, id)
    expect(wasRead(record, 'name')).toBe(verified)
    expect(claims(record, 'nature')).toEqual([{ value: kind, read: false }])
    expect(claims(record, 'indicators')).toHaveLength(indicators.length)
    const acts = (cbms?.same_act_groups.groups ?? []).filter(({ satisfies }) => satisfies.includes(id))
    expect(wordsOf(record, 'acts')).toEqual(acts.map((group) => group.id).toSorted())
  })
})

test.skipIf(watch === null)(
  'a technology can be asked every question, and by every part of both criteria',
  () => {
    expect(offered('technology', 'answers', 'question')).toEqual(
      watch?.technology_questions.map(({ id }) => id),
    )
    const [benefit, misuse] = watch?.technology_watch.criteria ?? []
    expect(offered('technology', 'benefit', 'aspect')).toHaveLength(benefit?.parts.length ?? 0)
    expect(offered('technology', 'misuse', 'aspect')).toHaveLength(misuse?.parts.length ?? 0)
  },
)

test.skipIf(watch === null)('a screening has every red flag and every area that is in doubt', () => {
  const { red_flags, uncertain_areas } = watch?.dual_use_screening ?? {}
  expect(offered('screening', 'redFlags')).toHaveLength(red_flags?.entries.length ?? 0)
  expect(offered('screening', 'areas')).toHaveLength(uncertain_areas?.entries.length ?? 0)
})

test.skipIf(watch === null)('the technology watch has every technology, and no score', () => {
  const families = watch?.technology_watch.initial_watchlist.map(({ family }) => family) ?? []
  const shipped = ofKind('technology')
  expect(shipped.flatMap((record) => valuesOf(record, 'family')).toSorted()).toEqual(families.toSorted())
  for (const record of shipped)
    expect([...claims(record, 'benefit'), ...claims(record, 'misuse')]).toEqual([])
})

describe.skipIf(evidence === null)('legal bases of evidence', () => {
  it.each(evidence?.legal_bases ?? [])('$id', ({ id, verified, source, articles, facts: known }) => {
    const basis = the('legal-basis', (one) => valuesOf(one, 'basis').includes(id), id)
    expect(wasRead(basis, 'name')).toBe(verified)
    expect(basis.passages[0]?.source.address).toBe(source.address)
    expect(claims(basis, 'articles').map(({ read }) => read)).toEqual(
      (articles?.entries ?? []).map(() => articles?.verified),
    )
    const addresses = basis.passages.map((passage) => passage.source.address)
    for (const { id: fact, address } of known)
      if (address !== undefined) expect(addresses, fact).toContain(address)
    for (const property of ['facts', 'limits', 'applies'])
      for (const { read } of claims(basis, property))
        if (!verified) expect(read, `${id} ${property}`).toBe(false)
  })

  it('are those that an item of evidence can name', () => {
    const named = ofKind('legal-basis').flatMap((one) => valuesOf(one, 'basis').map(String))
    expect(named.toSorted()).toEqual(offered('evidence-item', 'legalBasis').toSorted())
  })
})

test.skipIf(evidence === null)(
  'an item of evidence has every step, safeguard and check of encryption',
  () => {
    expect(offered('custody-entry', 'step')).toHaveLength(evidence?.processes.entries.length ?? 0)
    expect(offered('evidence-item', 'safeguards')).toHaveLength(
      evidence?.safeguards_checklist.entries.length ?? 0,
    )
    expect(offered('evidence-item', 'encryption')).toHaveLength(
      evidence?.encryption_principles.checks.length ?? 0,
    )
  },
)
