/**
 * Expert tests: cases that a lawyer can write and read, with what must follow from them.
 *
 * Two kinds. `law`: facts and findings of people, and the verdict of each test, with the suggestion and the strength of
 * each factor. `band`: the seven levels of a profile, and the response band. Whoever assesses cases runs them.
 *
 * Rests on: docs/rules/doctrine.md, DOC-29. Next door: `../tests/` for the tests themselves.
 */
import {
  CASE_VOCABULARY,
  checkValue,
  type Dimension,
  type Level,
  sayRefusal,
  SUGGESTIONS,
  type Value,
  type Verdict,
} from '@demarche/core'
import { parse } from 'yaml'
import { z } from 'zod'
import { lineFinder } from './locate.ts'
import type { DoctrineFinding, PackFile, Place } from './pack-file.ts'

const text = z.string().min(1)
const level = z.literal([0, 1, 2, 3, 4, 5])
const verdict = z
  .union([z.boolean(), z.literal(['unknown', 'contested'])])
  .transform((word): Verdict => (word === true ? 'true' : word === false ? 'false' : word))
const head = { id: text, label: text, origin: text, notes: z.array(text).exactOptional() }
const STRENGTHS = ['unknown', 'contested', 'none', 'notable', 'strong', 'very-strong'] as const

const lawSchema = z.strictObject({
  ...head,
  kind: z.literal('law'),
  /** the day whose law is asked for */
  asOf: z.iso.date(),
  facts: z.record(z.string(), z.unknown()),
  findings: z.record(z.string(), z.boolean()),
  expected: z.record(z.string(), verdict),
  suggestion: z.strictObject({
    test: text,
    is: z.enum(SUGGESTIONS),
    factors: z.record(z.string(), z.enum(STRENGTHS)),
  }),
})
const bandSchema = z.strictObject({
  ...head,
  kind: z.literal('band'),
  levels: z.strictObject({
    scope: level,
    scale: level,
    duration: level,
    intensity: level,
    complexity: level,
    sophistication: level,
    impact: level,
  }),
  expectedBand: level,
})
const expertTestSchema = z.discriminatedUnion('kind', [lawSchema, bandSchema])

export interface LawTest extends Omit<z.output<typeof lawSchema>, 'facts'> {
  /** values by property of a case */
  readonly facts: Readonly<Record<string, Value>>
}
export interface BandTest extends z.output<typeof bandSchema> {
  readonly levels: Readonly<Record<Dimension, Level>> & z.output<typeof bandSchema>['levels']
}
export type ExpertTest = LawTest | BandTest

/**
 * Parses expert tests.
 * @returns the tests that can be run, and a finding DOC-29 for everything that cannot
 */
export function loadExpertTests(files: readonly PackFile[]): {
  readonly tests: readonly ExpertTest[]
  readonly findings: readonly DoctrineFinding[]
} {
  const findings: DoctrineFinding[] = []
  const tests = files.flatMap((file): ExpertTest[] => {
    const report = (place: Place, message: string) =>
      findings.push({ file: file.path, line: lineFinder(file.text)(place), rule: 'DOC-29', message })
    const data: unknown = parse(file.text)
    const result = expertTestSchema.safeParse(data)
    if (!result.success) {
      for (const issue of result.error.issues) {
        report(
          issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
          `"${issue.path.join('.')}": ${issue.message}.`,
        )
      }
      return []
    }
    const test = result.data
    if (test.kind === 'band') return [test]
    const facts: Record<string, Value> = {}
    for (const [name, value] of Object.entries(test.facts)) {
      const refusal = checkValue(CASE_VOCABULARY, name, value)
      if (refusal) report(['facts', name], sayRefusal(refusal.words))
      else facts[name] = z.custom<Value>().parse(value)
    }
    return [{ ...test, facts }]
  })
  return { tests, findings }
}
