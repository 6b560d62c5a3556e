/**
 * The words by which a text speaks of a theme of capacity building: data, written by us.
 *
 * Each line gives themes with a likelihood (0 to 1) that a project whose text uses one of the phrases works on them, and the
 * phrases, parted by `|`, in the desk's languages where they differ. Likelihoods are round judgements, not fitted figures.
 * A line without themes takes words out of play: "law enforcement" is not about law. Phrases: see `phrases.ts`.
 *
 * Themes: the taxonomy of the portfolio; their pillars follow the EU operational guidance on cyber capacity building
 * (2023) and the dimensions of the Oxford maturity model.
 */

import { WORDS_OF_SECURITY } from './words-of-security.ts'
import { WORDS_OF_STATE } from './words-of-state.ts'

export interface LexiconLine {
  readonly themes: Readonly<Record<string, number>>
  readonly phrases: string
}

/** The themes that texts are read for. */
export const THEMES = [
  'strategy-policy',
  'legislation',
  'criminal-justice',
  'cybercrime-investigation',
  'incident-response',
  'cii-protection',
  'awareness',
  'skills-training',
  'cyber-diplomacy',
  'military-cyber-defence',
  'digital-government',
  'standards-certification',
  'rights-civil-society',
  'assessment',
  'network-coordination',
] as const

export const THEME_LEXICON: readonly LexiconLine[] = [...WORDS_OF_STATE, ...WORDS_OF_SECURITY]

/**
 * What the mandate of an organisation says of the themes of what it carries out: read in the names of implementers, and
 * weaker than the text. Facts about organisations, judged by us.
 */
export const MANDATES: readonly LexiconLine[] = [
  {
    themes: { 'cybercrime-investigation': 0.6 },
    phrases:
      'interpol | europol | afripol | ameripol | aseanapol | police | polizei | gendarmerie* | policia | fbi | home affairs',
  },
  {
    themes: { 'criminal-justice': 0.45, legislation: 0.4, 'cybercrime-investigation': 0.4 },
    phrases: 'council of europe | conseil de l europe | unodc',
  },
  {
    themes: { 'criminal-justice': 0.7 },
    phrases: 'prosecutor* | eurojust | ministry of justice | department of justice | doj | judicial',
  },
  {
    themes: { 'incident-response': 0.6 },
    phrases: 'forum of incident response | cert | csirt* | jpcert | trusted introducer',
  },
  {
    themes: { 'military-cyber-defence': 0.6 },
    phrases: 'nato | ministry of defence | department of defense | armed forces',
  },
  {
    themes: { 'cyber-diplomacy': 0.5 },
    phrases: 'osce | unidir | ministry of foreign affairs | diplo | diplofoundation',
  },
  { themes: { 'incident-response': 0.3, 'strategy-policy': 0.3 }, phrases: 'itu | telecommunication union' },
  {
    themes: { 'strategy-policy': 0.35 },
    phrases:
      'dcaf | egovernance academy | oas | organization of american states | oxford | global cybersecurity capacity centre',
  },
]
