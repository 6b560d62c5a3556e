/**
 * What entries of doctrine are called in the language of the desk: measures, tests, roles, steps of a procedure, papers, the
 * questions of the rights check; and what this desk says in words of its own in them: items of guidance, usual times, how a
 * body votes.
 *
 * Answers of the server carry the words of doctrine, which are English. As an answer is read, each field that holds such a
 * label or text gets the words of the language; what doctrine has changed since it was translated stays as it is.
 * Provisions, and what doctrine quotes or proves, are not translated.
 *
 * Rests on: docs/decisions/0026-papers-in-languages.md; `packages/doctrine/src/labels`. Next door: `case-texts.ts`.
 */
import type { Language } from '@demarche/core/kernel/language.ts'

type Labels = Readonly<Record<string, string>>

const files = import.meta.glob<Labels>('../../../doctrine/src/labels/*.json', { import: 'default' })

/** The fields in which an answer carries a label of doctrine, or a text of it. */
const LABELLED = new Set([
  'label',
  'measureLabel',
  'trackLabel',
  'leadsTo',
  'thenAsk',
  'expects',
  'use',
  'votingRule',
  'purpose',
  'reversibility',
  'anchor',
  'why',
  'nature',
])
/** What is asked, beside the label of whatever asks it; elsewhere, as in a consultation, it is in words that people wrote. */
const ASKED = 'question'
/** A text of doctrine, where it stands beside one of these: what a time rests on, what kind of authority a ground has, which need. */
const TEXT = 'text'
const BESIDE = ['basis', 'authority', 'need']
/** What a test says when it is met, and when it is not. */
const WORDING = 'wording'
/** The fields that hold several texts of doctrine: levels of a scale, steps of a voting rule, bodies that decide, what a goal comes to. */
const LISTS = new Set([
  'levels',
  'anchors',
  'steps',
  'costs',
  'risks',
  'preconditions',
  'proposers',
  'deciders',
  'aim',
])

let said: ReadonlyMap<string, string> = new Map()

/** The labels and texts of doctrine with their words in that language; none for English, in which they are. */
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
  const parts = [`${language}.json`, `${language}.texts.json`].flatMap(
    (file) => files[`../../../doctrine/src/labels/${file}`] ?? [],
  )
  return Object.assign({}, ...(await Promise.all(parts.map((load) => load()))))
}

/** What a label of doctrine is called in the language of the desk. */
export function saidLabel(label: string): string {
  return said.get(label) ?? label
}

/** Reads an answer with the labels of doctrine in it. */
export function readLabelled<Answer>(text: string): Answer {
  if (said.size === 0) return JSON.parse(text)
  return JSON.parse(text, function (this: object, key, value: unknown) {
    if (typeof value === 'string' && isOfDoctrine(key, this)) return saidLabel(value)
    if (LISTS.has(key) && Array.isArray(value))
      return value.map((step: unknown) => (typeof step === 'string' ? saidLabel(step) : step))
    if (key === WORDING && typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([verdict, words]) => [verdict, sayOwn(words)]))
    return value
  })
}

function sayOwn(words: unknown): unknown {
  return typeof words === 'string' ? saidLabel(words) : words
}

/** Whether a field of an answer holds words of doctrine. */
function isOfDoctrine(key: string, holder: object): boolean {
  if (key === ASKED) return 'label' in holder
  // an item of guidance says whether it was read
  if (key === TEXT) return BESIDE.some((name) => name in holder) || ('id' in holder && 'verified' in holder)
  return LABELLED.has(key)
}
