/** The languages of the desk, in which places have names. */

/** By ISO 639-1, English first and then in the order of the codes. */
export const LANGUAGES = ['en', 'de', 'et', 'fr', 'pl', 'pt', 'sl'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * By what tag `Intl`, plurals and assistive technology know the language: its code, but for Portuguese that of Portugal, where
 * nothing is plural ("0 casos"); in the plain `pt` of CLDR, which is that of Brazil, it is not.
 */
export function tagOf(language: Language): string {
  return language === 'pt' ? 'pt-PT' : language
}

/** What stands between the parts of a row; French has a space before it that does not break. */
export function semicolonOf(language: Language): '; ' | '\u00A0; ' {
  return language === 'fr' ? '\u00A0; ' : '; '
}

/** True when the text is the code of a language of the desk. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text)
}
