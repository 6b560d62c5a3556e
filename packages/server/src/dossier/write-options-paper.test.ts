import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  CASE_VOCABULARY,
  compileDoctrine,
  compileDossier,
  DERIVED_NAMES,
  type Dossier,
  identify,
  indexPrecedents,
  WORKING,
} from '@demarche/core'
import { loadDoctrine, precedentCasesPath } from '@demarche/doctrine'
import { readDocument } from '@demarche/interchange'
import { writeOptionsPaper } from './write-options-paper.ts'

const doctrine = loadDoctrine()
let dossier: Dossier
let body: string
let annexes: string
let notes: string

beforeAll(async () => {
  const reading = await readDocument(await readFile(precedentCasesPath), {
    filename: 'cases.json',
    assertedBy: 'desk',
    assertedAt: '2026-11-23T00:00:00.000Z',
    marking: WORKING,
  })
  const entity = 'case:viasat-kasat-2022'
  dossier = compileDossier({
    entity,
    statements: reading.statements.filter((draft) => draft.entity === entity).map(identify),
    doctrine: compileDoctrine(doctrine, CASE_VOCABULARY),
    precedents: indexPrecedents([]),
    asOf: '2026-11-23',
  })
  const { bytes } = await writeOptionsPaper(dossier, doctrine, 'md', '2026-11-23')
  const text = bytes.toString()
  const annex = text.indexOf('\n## Annex A')
  const note = text.indexOf('\n[^1]: ')
  body = text.slice(0, annex)
  annexes = text.slice(annex, note)
  notes = text.slice(note)
})

describe('the options paper on a real case', () => {
  it('says everything by its label: no id of the doctrine or the vocabulary is left', () => {
    const { tests, measures, documents, packages, votingRules } = doctrine
    const ids = [...tests, ...measures, ...documents, ...packages, ...votingRules]
      .map(({ id }) => id)
      .filter((id) => id.includes('-'))
    // what a source is called and where a passage stands there is theirs, not ours
    const ours = `${body}${annexes}`.replaceAll(/viasat-kasat-2022\S*/g, '')
    const words = new Set(ours.match(/[\w.-]+/g))
    const names = [...CASE_VOCABULARY.properties.map(({ name }) => name), ...DERIVED_NAMES]
    const left = [...ids, ...names.filter((name) => /[A-Z]/.test(name))].filter((id) => words.has(id))
    expect(left).toEqual([])
    expect(ours.match(/\b(?:finding|rating)\.\w+/g)).toBeNull()
  })

  it('leads from every statement on which a fact rests to a footnote and to its row in the annex', () => {
    const ids = Object.keys(dossier.statements).map((id) => id.slice(0, 12))
    expect(ids.length).toBeGreaterThan(10)
    for (const id of ids) {
      expect(notes, id).toContain(`statement \`${id}\``)
      expect(annexes, id).toContain(`| \`${id}\``)
    }
  })

  it('can be read in a meeting: the body is shorter than what it rests on', () => {
    expect(body.length).toBeLessThan(annexes.length + notes.length)
    expect(body.split(/\s+/).length).toBeLessThan(6500)
  })
})
