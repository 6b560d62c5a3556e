/**
 * The codes by which countries are named on record.
 *
 * Rests on: ISO 3166-1 alpha-2; `XK` is the user-assigned code in common use for Kosovo. EU texts write `EL` for `GR` and
 * `UK` for `GB`; the record keeps to ISO. Rule: docs/rules/recording.md, VOC-04.
 */

/** One line of codes after the other, in alphabetical order. */
const CODES = [
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT',
  'BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH',
  'ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT',
  'HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS',
  'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI',
  'NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG',
  'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG',
  'UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW',
]
/** Every code of a country, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = CODES.flatMap((line) => line.split(' '))
const KNOWN = new Set(COUNTRY_CODES)

/** `EU` stands for bodies of the Union or unnamed Member States, `*` for the whole world. */
const NO_SINGLE_COUNTRY: readonly string[] = ['EU', '*']

/** True when the text is the code of a country, in upper case. */
export function isCountryCode(text: string): boolean {
  return KNOWN.has(text)
}

/** Codes that ISO 3166-1 leaves to its users: a State invented for an exercise has one of these. */
const LEFT_TO_USERS = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/

/** True when the text is a code that never names a country that there is, but may stand for an invented one. */
export function isInventedCode(text: string): boolean {
  return !isCountryCode(text) && LEFT_TO_USERS.test(text)
}

/** True when the text may stand where a country is asked for. */
export function isPlaceCode(text: string): boolean {
  return isCountryCode(text) || NO_SINGLE_COUNTRY.includes(text)
}
