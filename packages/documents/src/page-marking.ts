/**
 * How a marking is set on a page: the distribution marking on the left, the TLP label in capitals on the right,
 * 12 points, in its own colour on black.
 *
 * Rests on: FIRST, Traffic Light Protocol 2.0 (usage in documents, colour table).
 */
import { listsOf, type Marking, type TlpLabel } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { wordingIn } from './language/wording.ts'

/** By which language and country office programs know the language of a paper, for spelling and hyphenation. */
export const LOCALES: Readonly<Record<Language, readonly [language: string, country: string]>> = {
  en: ['en', 'GB'],
  de: ['de', 'DE'],
  et: ['et', 'EE'],
  fr: ['fr', 'FR'],
  pl: ['pl', 'PL'],
  pt: ['pt', 'PT'],
  sl: ['sl', 'SI'],
}

/** Hexadecimal RGB of the label on a black ground, as the standard's table gives them. */
export const TLP_COLOURS: Readonly<Record<TlpLabel, string>> = {
  'TLP:CLEAR': 'FFFFFF',
  'TLP:GREEN': '33FF00',
  'TLP:AMBER': 'FFC000',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:RED': 'FF2B2B',
}

/** The left part: `LIMITE`, with the parties it may be released to and its need-to-know lists; empty for public texts without such a limit. */
export function distributionLine(marking: Marking): string {
  const { distribution, releasableTo, needToKnow } = marking
  return [
    ...(distribution === 'LIMITE' ? ['LIMITE'] : []),
    ...(releasableTo ? [`REL ${releasableTo.join(', ')}`] : []),
    ...(needToKnow ? [`NEED TO KNOW ${listsOf(marking).join(', ')}`] : []),
  ].join(' · ')
}

/** The number of a page in words, in pieces: what the format has for its number and for their sum stands between them. */
export function pageLine<Field>(language: Language, page: Field, pages: Field): readonly (string | Field)[] {
  const [before = '', between = '', after = ''] = wordingIn(language)
    .say('paper.page', { page: '\n', pages: '\n' })
    .split('\n')
  return [before, page, between, pages, after]
}
