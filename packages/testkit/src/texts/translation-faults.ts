/**
 * What is wrong with texts that are kept by key, `{ "cases.count_one": "{{number}} case" }`: against the English ones that they
 * translate, and by themselves.
 *
 * Each fault names its key; no fault is an empty list. Next door: `asked-keys.ts` for texts that nobody asks for.
 *
 * Rests on: docs/decisions/0015-languages.md; Code de rédaction interinstitutionnel, annexe A (spaces of French); Interinstitutional
 * style guide 4.2 (quotation marks).
 */
import { type Language, tagOf } from '@demarche/core/kernel/language.ts'

export type Texts = Readonly<Record<string, string>>

const PLURAL = /_(one|two|few|many|other)$/

/** The keys that a language must have, each with the English texts that it may translate, that for many first. */
function keysFor(english: Texts, language: Language): ReadonlyMap<string, readonly string[]> {
  const forms = new Intl.PluralRules(tagOf(language)).resolvedOptions().pluralCategories
  return new Map(
    Object.entries(english).flatMap(([key, text]): readonly (readonly [string, readonly string[]])[] => {
      const base = key.replace(PLURAL, '')
      if (base === key) return [[key, [text]]]
      if (!key.endsWith('_other')) return []
      return forms.map((form) => [`${base}_${form}`, [text, english[`${base}_one`] ?? text]])
    }),
  )
}

function filledIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].toSorted()
}

/** Without what is filled in, in lower case. */
function bare(text: string): string {
  return text
    .replaceAll(/\{\{\w+\}\}/g, '')
    .trim()
    .toLowerCase()
}

/**
 * What a language lacks, has too much, fills in otherwise or leaves in English.
 * @param alike what is rightly the same in English and in the language, in lower case and without what is filled in
 */
export function translationFaults(
  english: Texts,
  texts: Texts,
  language: Language,
  alike: readonly string[],
): readonly string[] {
  const wanted = keysFor(english, language)
  const missing = [...wanted.keys()].filter((key) => !texts[key]?.trim())
  const faults = Object.entries(texts).flatMap(([key, text]): readonly string[] => {
    const origin = wanted.get(key)
    if (!origin) return [`superfluous: ${key}`]
    const [many = ''] = origin
    // a form for one or for a few may write the number out
    const fillsAlike =
      PLURAL.test(key) && !key.endsWith('_other')
        ? filledIn(text).every((name) => filledIn(origin.join()).includes(name))
        : filledIn(text).join() === filledIn(many).join()
    const isEnglish =
      /\p{L}{2,}/u.test(bare(text)) &&
      origin.some((one) => bare(one) === bare(text)) &&
      !alike.includes(bare(text))
    return [
      ...(fillsAlike ? [] : [`fills in otherwise: ${key}: ${text}`]),
      ...(isEnglish ? [`still English: ${key}: ${text}`] : []),
    ]
  })
  return [...missing.map((key) => `missing: ${key}`), ...faults]
}

/** What a text of the language never has: spaces that French sets otherwise, quotation marks of another language. */
const FOREIGN: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /[„“”"']/u,
  et: /["'”«»]|„ | “(?!\p{L})/u,
  fr: /[^\u00a0][;?!»](?!\w)|[^\u00a0]:(?= )| [:;?!»%]|«[^\u00a0]|["']/u,
  pl: /[„“”"']/u,
  pt: /["'“”]|« | »/,
  sl: /["'“”„]|» | «/,
}
/** Quotations as the language writes them, where their marks would be wrong alone. */
const QUOTED: Readonly<Partial<Record<Language, RegExp>>> = { de: /„[^„“”"]+“/gu, pl: /„[^„“”"]+”/gu }

/** Texts that would be glued to the next one, that have blanks in the wrong place, or marks of another language. */
export function typographyFaults(texts: Texts, language: Language): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const unquoted = text.replaceAll(QUOTED[language] ?? /$^/g, '')
    return [
      ...(text === text.trim() ? [] : [`begins or ends with a blank: ${key}: ${text}`]),
      ...(/ {2}| [.,](?!\w)/.test(text) ? [`a blank too many: ${key}: ${text}`] : []),
      ...(FOREIGN[language]?.test(unquoted) ? [`not the marks of ${language}: ${key}: ${text}`] : []),
    ]
  })
}
