/**
 * What the name of a file says beside its paper: as which party it was shown, and in which language it is.
 *
 * Rule: docs/rules/access.md, ACS-11. Next door: `write-options-paper.ts`, `write-circulated.ts`.
 */
import type { Language } from '@demarche/core/kernel/language.ts'

/** How a paper is shown: as the party that it would go to, in a language. */
export interface Shown {
  readonly as?: string | undefined
  /** English when absent */
  readonly language?: Language | undefined
}

/** @example nameAs({ as: 'EE', language: 'fr' }) // '-as-EE-fr' */
export function nameAs({ as, language }: Shown): string {
  return `${as === undefined ? '' : `-as-${as}`}${inName(language)}`
}

/** English, as most papers are, goes without saying. */
export function inName(language: Language | undefined): string {
  return language === undefined || language === 'en' ? '' : `-${language}`
}
