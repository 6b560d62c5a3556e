/**
 * Cases from the command line to dossiers: found, compiled with the law of the date, compared with the precedents.
 *
 * For a case on record and for a file alone the precedents are the shipped ones; a case never serves as its own.
 * Next door: `case-source.ts` finds the cases.
 */
import { readFile } from 'node:fs/promises'
import {
  CASE_VOCABULARY,
  codeStatements,
  compileDoctrine,
  compileDossier,
  type CompiledDoctrine,
  dayInBrussels,
  type Doctrine,
  type Dossier,
  identify,
  indexPrecedents,
  type PrecedentIndex,
  PUBLIC,
  UNNAMED_CASE,
} from '@demarche/core'
import { loadDoctrine, precedentCasesPath } from '@demarche/doctrine'
import { readDocument } from '@demarche/interchange'
import { findCases } from './case-source.ts'
import { count } from './print/table.ts'
import type { Surroundings } from './verbs/verb.ts'

export interface CompiledCases {
  readonly dossiers: readonly Dossier[]
  readonly doctrine: Doctrine
}

/**
 * @throws BadUsage, Refused, ImportRefusal as `findCases` does; DoctrineError when the pack is damaged
 */
export async function compileCases(
  what: string,
  options: { readonly case?: string; readonly asOf?: string },
  around: Surroundings,
): Promise<CompiledCases> {
  const { cases, reading } = await findCases(what, options.case, around)
  const left = reading ? reading.rejected.length : 0
  if (left > 0)
    around.terminal.note(
      `${count(left, 'record or value', 'records or values')} of ${what} left out; "demarche import" lists what.`,
    )
  const doctrine = loadDoctrine()
  const compiled = compileDoctrine(doctrine, CASE_VOCABULARY)
  const asOf = options.asOf ?? dayInBrussels(new Date().toISOString())
  const precedents = await shippedPrecedents(compiled)
  const dossiers: Dossier[] = []
  for (const { entity, name, statements } of cases) {
    around.signal.throwIfAborted()
    const dossier = compileDossier({ entity, statements, doctrine: compiled, precedents, asOf })
    // before anything was known the case still has the name by which it was asked for
    dossiers.push(dossier.name === UNNAMED_CASE ? { ...dossier, name } : dossier)
    if (dossiers.length % 25 === 0) {
      around.terminal.progress('compiling', dossiers.length / cases.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  around.terminal.done()
  return { dossiers, doctrine }
}

/** The shipped precedents, coded for comparison. */
async function shippedPrecedents(compiled: CompiledDoctrine): Promise<PrecedentIndex> {
  const today = dayInBrussels(new Date().toISOString())
  const reading = await readDocument(await readFile(precedentCasesPath), {
    filename: 'cases.json',
    assertedBy: 'demarche',
    assertedAt: `${today}T00:00:00.000Z`,
    marking: PUBLIC,
  })
  const statements = Map.groupBy(reading.statements, ({ entity }) => entity)
  return indexPrecedents(
    [...statements].map(([entity, drafts]) => codeStatements(entity, drafts.map(identify), compiled, today)),
  )
}
