/**
 * What entries of doctrine are called in the language of the desk: measures, tests, roles, steps of a procedure, papers, the
 * questions of the rights check.
 *
 * Answers of the server carry the labels of doctrine, which are English. As an answer is read, each field that holds such a
 * label gets the words of the language; a label that doctrine has changed since it was translated stays as it is.
 * What doctrine says beyond its labels is not translated.
 *
 * Rests on: docs/decisions/0026-papers-in-languages.md; `packages/doctrine/src/labels`. Next door: `case-texts.ts`.
 */
import type { Language } from '@demarche/core/kernel/language.ts'

type Labels = Readonly<Record<string, string>>

const files = import.meta.glob<Labels>('../../../doctrine/src/labels/*.json', { import: 'default' })

/** The fields in which an answer carries a label of doctrine. */
const LABELLED = new Set(['label', 'measureLabel', 'trackLabel', 'leadsTo'])
/** What is asked, beside the label of whatever asks it; elsewhere, as in a consultation, it is in words that people wrote. */
const ASKED = 'question'
/** The field that holds the steps of a scale, each in words. */
const STEPS = 'levels'

let said: ReadonlyMap<string, string> = new Map()

/** The labels of doctrine with their words in that language; none for English, in which they are. */
export async function labelsIn(language: Language): Promise<ReadonlyMap<string, string>> {
  if (language === 'en') return new Map()
  const [english, translated] = await Promise.all([labelsOf('en'), labelsOf(language)])
  return new Map(
    Object.entries(english).flatMap(([key, label]) =>
      translated[key] === undefined ? [] : [[label, translated[key]]],
    ),
  )
}

/** From now on labels are said so. */
export function sayLabels(labels: ReadonlyMap<string, string>): void {
  said = labels
}

async function labelsOf(language: Language): Promise<Labels> {
  const load = files[`../../../doctrine/src/labels/${language}.json`]
  return load ? load() : {}
}

/** What a label of doctrine is called in the language of the desk. */
export function saidLabel(label: string): string {
  return said.get(label) ?? label
}

/** Reads an answer with the labels of doctrine in it. */
export function readLabelled<Answer>(text: string): Answer {
  if (said.size === 0) return JSON.parse(text)
  return JSON.parse(text, function (this: object, key, value: unknown) {
    const isLabel = LABELLED.has(key) || (key === ASKED && 'label' in this)
    if (typeof value === 'string' && isLabel) return saidLabel(value)
    if (key === STEPS && Array.isArray(value))
      return value.map((step: unknown) => (typeof step === 'string' ? saidLabel(step) : step))
    return value
  })
}
