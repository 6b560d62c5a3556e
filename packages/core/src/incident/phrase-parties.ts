/**
 * Those who spoke or acted, as a person would name them: "Germany, Australia and the United Kingdom (NCSC)".
 *
 * Takes the words of a record, in which a State may be a code (`US`, `UK (NCSC)`, `MS:DE`); gives a list to read aloud,
 * Member States first in protocol order, each named once. Words that are no code stay as they are.
 *
 * Rests on: EU Interinstitutional style guide (order 7.1.1). Next door: `phrase-value.ts`, `member-states.ts`.
 */
import { type Language, tagOf } from '../kernel/language.ts'
import { collatorOf, nameOf } from '../places/name-of.ts'
import { MEMBER_STATES } from './member-states.ts'
import { isoCountryCode } from '../kernel/country-code.ts'

/** @example phraseParties(['US', 'MS:DE']) // 'Germany and the United States' */
export function phraseParties(words: readonly string[], language: Language = 'en'): string {
  const { compare } = collatorOf(language)
  const parties = words
    .map((each) => readParty(each, language))
    .toSorted((a, b) => a.rank - b.rank || compare(a.sortsBy, b.sortsBy))
  const said = [...new Set(parties.map(({ name }) => name))]
  if (language !== 'en') return new Intl.ListFormat(tagOf(language), { type: 'conjunction' }).format(said)
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
}

interface Party {
  readonly name: string
  readonly sortsBy: string
  readonly rank: number
}

/** Where in the list a name stands: Member States by protocol, then other States, then everybody else. */
function readParty(words: string, language: Language): Party {
  const [, written, rest = ''] = /^(?:MS:)?([A-Z]{2})(\s*\(.*\)|\s+and others)?$/.exec(words.trim()) ?? []
  if (written === undefined) {
    const name = words.trim().replace(/\bMS\b/, 'Member States')
    return { name, sortsBy: name, rank: MEMBER_STATES.length + 1 }
  }
  const code = isoCountryCode(written)
  const name = nameOf(code, language)
  const place = MEMBER_STATES.indexOf(code)
  return {
    name: `${language === 'en' ? withArticle(name) : name}${rest}`,
    sortsBy: `${name}${rest}`,
    rank: code === 'EU' ? -1 : place < 0 ? MEMBER_STATES.length : place,
  }
}

/** In a sentence some names take their article. */
function withArticle(name: string): string {
  return /^(?:European Union|United |Netherlands|Philippines)/.test(name) ? `the ${name}` : name
}
