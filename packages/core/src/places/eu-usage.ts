/**
 * Names of countries where the usage of the institutions differs from CLDR: one line for each name.
 *
 * A name that was read in the language's own edition of the style guide is verified; the others are recalled from its
 * Annex A5 or from titles of acts, and wait for somebody to read them there.
 *
 * Rests on: Interinstitutional style guide, 7.1.1, 7.1.2 and Annex A5. Rule: docs/rules/places.md, PLC-02, PLC-03.
 */
import type { Citation } from '../kernel/doctrine-entry.ts'
import type { Language } from '../kernel/language.ts'

/** One name as the institutions write it. */
export interface EuName {
  readonly language: Language
  readonly code: string
  readonly name: string
  readonly source: Citation
  /** somebody read the name there */
  readonly verified: boolean
}

const GUIDE = 'Interinstitutional style guide'
const ANNEX: Citation = { document: GUIDE, locator: 'Annex A5 (recalled)' }
const ACTS: Citation = { document: 'Decision 2013/184/CFSP', locator: 'title (recalled)' }
const ORDER_ET: Citation = {
  document: GUIDE,
  locator: '7.1.2, Estonian edition',
  address: 'http://publications.europa.eu/code/et/et-370102.htm',
}
const ORDER_PL: Citation = {
  document: GUIDE,
  locator: '7.1.2, Polish edition',
  address: 'http://publications.europa.eu/code/pl/pl-370102.htm',
}
const CODES_PL: Citation = {
  document: GUIDE,
  locator: '7.1.1, Polish edition',
  address: 'http://publications.europa.eu/code/pl/pl-370100.htm',
}

type Line = readonly [language: Language, code: string, name: string, source: Citation, verified: boolean]

const LINES: readonly Line[] = [
  ['en', 'AG', 'Antigua and Barbuda', ANNEX, false],
  ['en', 'BA', 'Bosnia and Herzegovina', ANNEX, false],
  ['en', 'BL', 'Saint Barthélemy', ANNEX, false],
  ['en', 'BS', 'The Bahamas', ANNEX, false],
  ['en', 'CD', 'Democratic Republic of the Congo', ANNEX, false],
  ['en', 'CG', 'Congo', ANNEX, false],
  ['en', 'CV', 'Cabo Verde', ANNEX, false],
  ['en', 'GM', 'The Gambia', ANNEX, false],
  ['en', 'GS', 'South Georgia and the South Sandwich Islands', ANNEX, false],
  ['en', 'HK', 'Hong Kong', ANNEX, false],
  ['en', 'HM', 'Heard Island and McDonald Islands', ANNEX, false],
  ['en', 'KN', 'Saint Kitts and Nevis', ANNEX, false],
  ['en', 'LC', 'Saint Lucia', ANNEX, false],
  ['en', 'MF', 'Saint Martin', ANNEX, false],
  ['en', 'MM', 'Myanmar/Burma', ACTS, false],
  ['en', 'MO', 'Macao', ANNEX, false],
  ['en', 'PM', 'Saint Pierre and Miquelon', ANNEX, false],
  ['en', 'PS', 'Palestine', ANNEX, false],
  ['en', 'SH', 'Saint Helena', ANNEX, false],
  ['en', 'SJ', 'Svalbard and Jan Mayen', ANNEX, false],
  ['en', 'ST', 'São Tomé and Príncipe', ANNEX, false],
  ['en', 'TC', 'Turks and Caicos Islands', ANNEX, false],
  ['en', 'TT', 'Trinidad and Tobago', ANNEX, false],
  ['en', 'UM', 'United States Minor Outlying Islands', ANNEX, false],
  ['en', 'VC', 'Saint Vincent and the Grenadines', ANNEX, false],
  ['en', 'VI', 'US Virgin Islands', ANNEX, false],
  ['en', 'WF', 'Wallis and Futuna', ANNEX, false],
  ['de', 'CD', 'Demokratische Republik Kongo', ANNEX, false],
  ['de', 'CG', 'Kongo', ANNEX, false],
  ['de', 'HK', 'Hongkong', ANNEX, false],
  ['de', 'MM', 'Myanmar/Birma', ACTS, false],
  ['de', 'MO', 'Macau', ANNEX, false],
  ['de', 'PS', 'Palästina', ANNEX, false],
  ['et', 'CD', 'Kongo Demokraatlik Vabariik', ANNEX, false],
  ['et', 'CI', 'Côte d’Ivoire', ANNEX, false],
  ['et', 'CV', 'Cabo Verde', ANNEX, false],
  ['et', 'HK', 'Hongkong', ANNEX, false],
  ['et', 'MM', 'Myanmar/Birma', ACTS, false],
  ['et', 'MO', 'Macau', ANNEX, false],
  ['et', 'NL', 'Madalmaad', ORDER_ET, true],
  ['et', 'PS', 'Palestiina', ANNEX, false],
  ['et', 'SZ', 'Eswatini', ANNEX, false],
  ['fr', 'CD', 'République démocratique du Congo', ANNEX, false],
  ['fr', 'CG', 'Congo', ANNEX, false],
  ['fr', 'HK', 'Hong Kong', ANNEX, false],
  ['fr', 'MM', 'Myanmar/Birmanie', ACTS, false],
  ['fr', 'MO', 'Macao', ANNEX, false],
  ['fr', 'PS', 'Palestine', ANNEX, false],
  ['pl', 'CI', 'Wybrzeże Kości Słoniowej', ANNEX, false],
  ['pl', 'GB', 'Zjednoczone Królestwo', CODES_PL, true],
  ['pl', 'HK', 'Hongkong', ANNEX, false],
  ['pl', 'MM', 'Mjanma/Birma', ACTS, false],
  ['pl', 'MO', 'Makau', ANNEX, false],
  ['pl', 'NL', 'Niderlandy', ORDER_PL, true],
  ['pl', 'PS', 'Palestyna', ANNEX, false],
  ['pt', 'CD', 'República Democrática do Congo', ANNEX, false],
  ['pt', 'CG', 'Congo', ANNEX, false],
  ['pt', 'CI', 'Costa do Marfim', ANNEX, false],
  ['pt', 'HK', 'Hong Kong', ANNEX, false],
  ['pt', 'MM', 'Mianmar/Birmânia', ACTS, false],
  ['pt', 'MO', 'Macau', ANNEX, false],
  ['pt', 'PS', 'Palestina', ANNEX, false],
  ['sl', 'CG', 'Kongo', ANNEX, false],
  ['sl', 'HK', 'Hongkong', ANNEX, false],
  ['sl', 'MM', 'Mjanmar/Burma', ACTS, false],
  ['sl', 'MO', 'Macao', ANNEX, false],
  ['sl', 'PS', 'Palestina', ANNEX, false],
]

/** Every name of a country in which EU usage differs from CLDR. */
export const EU_NAMES: readonly EuName[] = LINES.map(([language, code, name, source, verified]) => ({
  language,
  code,
  name,
  source,
  verified,
}))
