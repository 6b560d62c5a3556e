/**
 * What a project works on: the themes on its record or, where there are none, those that its text speaks of.
 *
 * Each phrase of the lexicon that occurs raises the likelihood of its themes; several phrases add up as independent signs
 * do (noisy or). A repeated phrase counts once. Rule: docs/rules/overlap.md, OVL-05.
 */
import type { Basis } from './comparison.ts'
import { type PhraseFinder, phraseFinder } from './phrases.ts'
import type { ProjectFacts } from './project-facts.ts'
import { parts } from './read-places.ts'
import { type LexiconLine, MANDATES, THEME_LEXICON } from './theme-lexicon.ts'
import { wordsOf } from './words.ts'

/** A text says something of a theme from here on. */
export const SPOKEN_OF = 0.3

interface ThemeSign {
  /** 0 to 1 */
  readonly likelihood: number
  /** the words of the text that speak for it; empty where the theme is stated */
  readonly words: readonly string[]
}

export interface Themes {
  readonly basis: Basis
  readonly signs: ReadonlyMap<string, ThemeSign>
  /** true when at least one theme is spoken of clearly enough to be told apart */
  readonly clear: boolean
}

export interface ThemeFinder {
  readonly text: PhraseFinder<LexiconLine>
  readonly mandates: PhraseFinder<LexiconLine>
}

export function themeFinder(
  lexicon: readonly LexiconLine[] = THEME_LEXICON,
  mandates: readonly LexiconLine[] = MANDATES,
): ThemeFinder {
  return { text: finderOf(lexicon), mandates: finderOf(mandates) }
}

function finderOf(lines: readonly LexiconLine[]): PhraseFinder<LexiconLine> {
  return phraseFinder(
    lines.flatMap((meaning) => parts(meaning.phrases).map((pattern) => ({ pattern, meaning }))),
  )
}

/**
 * Law and policy are words of both halves of the field. Beside words of crime they speak of crime: laws on cybercrime,
 * police policy. Without any they speak of security: "governance and law" is policy (our judgement).
 */
const LAW = 'legislation'
const POLICY = 'strategy-policy'
const RESPONSE = 'incident-response'
const CRIME: readonly string[] = ['criminal-justice', 'cybercrime-investigation']
const SECURITY: readonly string[] = [RESPONSE, 'cii-protection']
const LAW_WITHOUT_CRIME = 0.5
const LAW_OF_SECURITY = 0.25
const POLICY_OF_LAW = 0.4
/** In a text about crime, policy is that of the police, and response teams are whom it works with. */
const BESIDE_CRIME = 0.3
/** In a text about armed forces, intrusions are those into their own networks. */
const DEFENCE = 'military-cyber-defence'
const BESIDE_DEFENCE = 0.2
/** From here on a text is about security, about crime or defence first. */
const SECURITY_SPOKEN = 0.5
const CRIME_FIRST = 0.8
const DEFENCE_FIRST = 0.8

/** The themes on record, else those of the text with what speaks for them. */
export function readThemes(project: ProjectFacts, words: readonly string[], finder: ThemeFinder): Themes {
  if (project.themes.length > 0) {
    return {
      basis: 'stated',
      signs: new Map(project.themes.map((theme) => [theme, { likelihood: 1, words: [] }])),
      clear: true,
    }
  }
  const doubts = new Map<string, { doubt: number; words: string[] }>()
  const seen = new Set<string>()
  const add = (line: LexiconLine, phrase: string) => {
    if (seen.has(phrase)) return
    seen.add(phrase)
    for (const [theme, likelihood] of Object.entries(line.themes)) addSign(doubts, theme, likelihood, phrase)
  }
  for (const { meaning, words: phrase } of finder.text.find(words)) add(meaning, phrase.join(' '))
  for (const implementer of project.implementers)
    for (const { meaning, words: phrase } of finder.mandates.find(wordsOf(implementer)))
      add(meaning, phrase.join(' '))

  readTogether(doubts)
  return {
    basis: 'text',
    signs: new Map(
      [...doubts].map(([theme, sign]) => [theme, { likelihood: 1 - sign.doubt, words: sign.words }]),
    ),
    clear: [...doubts.values()].some(({ doubt }) => 1 - doubt >= SPOKEN_OF),
  }
}

function readTogether(doubts: Map<string, { doubt: number; words: string[] }>): void {
  const likelihood = (theme: string) => 1 - (doubts.get(theme)?.doubt ?? 1)
  const crime = Math.max(...CRIME.map(likelihood))
  const security = Math.max(...SECURITY.map(likelihood))
  const [law, policy, response] = [doubts.get(LAW), doubts.get(POLICY), doubts.get(RESPONSE)]
  if (law && crime === 0) {
    addSign(doubts, POLICY, (1 - law.doubt) * POLICY_OF_LAW, law.words[0] ?? LAW)
    law.doubt = 1 - (1 - law.doubt) * (security >= SECURITY_SPOKEN ? LAW_OF_SECURITY : LAW_WITHOUT_CRIME)
  }
  const defence = likelihood(DEFENCE)
  if (response && defence >= DEFENCE_FIRST && defence > likelihood(RESPONSE))
    response.doubt = 1 - (1 - response.doubt) * BESIDE_DEFENCE
  if (crime < CRIME_FIRST || crime <= security) return
  for (const sign of [policy, response]) if (sign) sign.doubt = 1 - (1 - sign.doubt) * BESIDE_CRIME
}

function addSign(
  doubts: Map<string, { doubt: number; words: string[] }>,
  theme: string,
  likelihood: number,
  phrase: string,
): void {
  const sign = doubts.get(theme)
  if (!sign) doubts.set(theme, { doubt: 1 - likelihood, words: [phrase] })
  else {
    sign.doubt *= 1 - likelihood
    if (!sign.words.includes(phrase)) sign.words.push(phrase)
  }
}
