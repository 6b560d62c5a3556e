/** The languages of the desk, in which places have names. */

/** By ISO 639-1, English first and then in the order of the codes. */
export const LANGUAGES = ['en', 'de', 'et', 'fr', 'pl', 'pt', 'sl'] as const
export type Language = (typeof LANGUAGES)[number]

/** True when the text is the code of a language of the desk. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text)
}
