/**
 * Names under which countries appear besides their short name: official ones, and spellings of data sets.
 *
 * Official names are looked for in texts; spellings of data sets are read in imports and never written.
 *
 * Rests on: Interinstitutional style guide, Annex A5 (recalled); ISO 3166-1 short names; the data sets of
 * docs/rules/interchange.md. Rule: docs/rules/places.md, PLC-10.
 */

/** Official names and abbreviations in English texts. */
const OFFICIAL = [
  'BY Republic of Belarus|CD DRC|CN People’s Republic of China|CN PRC|GB UK',
  'GB United Kingdom of Great Britain and Northern Ireland|IR Islamic Republic of Iran|KP DPRK',
  'KP Democratic People’s Republic of Korea|KP Democratic Peoples Republic of Korea|KR Republic of Korea|MM Myanmar|MM Burma',
  'RU Russian Federation|SY Syrian Arab Republic|TR Turkey|TR Republic of Türkiye|US United States of America|US USA',
  'VN Viet Nam|VN Socialist Republic of Viet Nam',
]

const SPELLINGS = [
  'BN Brunei Darussalam|BO Bolivia, Plurinational State of|BO Plurinational State of Bolivia|CD Congo, the Democratic Republic of the',
  'CD Congo, Democratic Republic of the|CD Congo (Kinshasa)|CD Congo, Dem. Rep.|CG Republic of the Congo|CG Congo, Rep.',
  'CG Congo (Brazzaville)|CI Ivory Coast|CZ Czech Republic|EG Egypt, Arab Rep.|FK Falkland Islands (Malvinas)',
  'FM Micronesia, Federated States of|FM Federated States of Micronesia|GB Great Britain|HK Hong Kong, China|IR Iran, Islamic Republic of',
  'IR Iran, Islamic Rep.|KP Korea, Democratic People’s Republic of|KR Korea, Republic of|KR Korea, Rep.|KG Kyrgyz Republic|LA Lao PDR',
  'LA Lao People’s Democratic Republic|MD Moldova, Republic of|MD Republic of Moldova|MK Macedonia',
  'MK the former Yugoslav Republic of Macedonia|MK FYROM|MO Macau|NL Holland|PS Palestine, State of',
  'PS State of Palestine|PS Occupied Palestinian Territory|PS West Bank and Gaza|SK Slovak Republic|SZ Swaziland|TL East Timor',
  'TW Taiwan, Province of China|TW Chinese Taipei|TZ Tanzania, United Republic of|TZ United Republic of Tanzania|AE UAE',
  'VA Holy See (Vatican City State)|VA Holy See|VE Venezuela, Bolivarian Republic of|VE Bolivarian Republic of Venezuela|VE Venezuela, RB',
  'XK Kosovo (under UNSCR 1244/99)|XK Kosovo (UNSCR 1244/1999)|SH Saint Helena, Ascension and Tristan da Cunha',
  'BQ Bonaire, Sint Eustatius and Saba|SX Sint Maarten (Dutch part)|MF Saint Martin (French part)|VG Virgin Islands (British)',
  'HK China, Hong Kong Special Administrative Region|MO China, Macao Special Administrative Region|BA Bosnia|CC Cocos Islands',
  'SJ Svalbard and Jan Mayen Islands|VI United States Virgin Islands|WF Wallis and Futuna Islands',
  'AX Îles d’Åland|BO Bolivie (État plurinational de)|BQ Bonaire, Saint-Eustache et Saba|KY Îles Caïmanes|CC Îles des Cocos (Keeling)',
  'HK Chine, région administrative spéciale de Hong Kong|MO Chine, région administrative spéciale de Macao|FK Îles Falkland (Malvinas)',
  'KP République populaire démocratique de Corée|HM Île Heard-et-Îles MacDonald|VA Saint-Siège|IR Iran (République islamique d’)',
  'KG Kirghizistan|LA République démocratique populaire lao|FM Micronésie (États fédérés de)|NL Pays-Bas (Royaume des)|NU Nioué',
  'KR République de Corée|MD République de Moldova|RU Fédération de Russie|KN Saint-Kitts-et-Nevis|MF Saint-Martin (partie française)',
  'PS État de Palestine|SJ Îles Svalbard-et-Jan Mayen|SY République arabe syrienne|TK Tokélaou|TZ République-Unie de Tanzanie',
  'GB Royaume-Uni de Grande-Bretagne et d’Irlande du Nord|US États-Unis d’Amérique|VI Îles Vierges américaines',
  'VE Venezuela (République bolivarienne du)|WF Îles Wallis-et-Futuna|VI Virgin Islands (U.S.)|PL Rzeczpospolita Polska|AT Oesterreich|TR Turkiye',
]

function read(lines: readonly string[]): readonly (readonly [name: string, code: string])[] {
  return lines.flatMap((line) => line.split('|').map((entry) => [entry.slice(3), entry.slice(0, 2)] as const))
}

const OFFICIAL_NAMES = read(OFFICIAL)

/** Every other name with the code of its country. */
export const OTHER_NAMES: readonly (readonly [name: string, code: string])[] = [
  ...OFFICIAL_NAMES,
  ...read(SPELLINGS),
]

/** Official names and abbreviations of a country in English texts, beside its short name. */
export function officialNamesOf(code: string): readonly string[] {
  return OFFICIAL_NAMES.flatMap(([name, of]) => (of === code ? [name] : []))
}
