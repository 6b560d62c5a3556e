/**
 * That a condition is met is said in the same words on screens, in reasons and in papers, and in words that are right beside
 * every subject: French, Polish and Portuguese would otherwise have to know the gender of what is met.
 */
import { readFileSync } from 'node:fs'
import { type Language, LANGUAGES } from '@demarche/core/kernel/language.ts'
import { describe, expect, it } from 'vitest'
import { loadTexts } from './load-texts.ts'

const inPackage = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))

/** Words that agree with one gender alone. */
const AGREEING: Readonly<Partial<Record<Language, RegExp>>> = {
  fr: /^(non )?(rempli|inconnu|contesté)e?$/i,
  pl: /^(nie)?spełnion[yae]$/i,
  pt: /^(não )?(preenchid|desconhecid|contestad)[oa]$/i,
}

const ANSWERS = ['true', 'false', 'unknown', 'contested'] as const

describe.each(LANGUAGES.filter((language) => language !== 'en'))('an answer in %s', (language) => {
  const papers = loadTexts(language)
  const screens = inPackage(`desk/src/locales/${language}.json`)
  const reasons = inPackage(`core/src/reason/texts/${language}.json`)

  it.each(['true', 'false'] as const)('that is %s has the same words everywhere', (answer) => {
    expect(
      new Set([
        papers[`verdict.${answer}`],
        papers[`onRecord.it.${answer}`],
        papers[`test.met.${answer}`]?.toLowerCase(),
        screens[`verdict.test.${answer}`],
        reasons[`reason.proof.${answer}`],
        reasons[answer === 'true' ? 'reason.proof.holds' : 'reason.proof.holdsNot'],
      ]).size,
    ).toBe(1)
  })

  it('agrees with no subject of one gender', () => {
    const said = ANSWERS.flatMap((answer) => [
      papers[`onRecord.it.${answer}`] ?? '',
      screens[`verdict.test.${answer}`] ?? '',
      reasons[`reason.proof.${answer}`] ?? '',
    ])
    expect(said).not.toContain('')
    expect(said.filter((words) => AGREEING[language]?.test(words))).toEqual([])
  })
})
