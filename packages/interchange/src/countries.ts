/**
 * Country names as data sets write them, to ISO 3166-1 alpha-2 codes.
 *
 * English short names as in CLDR, then other spellings. Regions ("Eastern Europe") and organisations ("Interpol") are no
 * countries and give undefined. `XK` is the user-assigned code in common use for Kosovo.
 *
 * Rests on: ISO 3166-1; CLDR territory names. One table, in the order of the codes.
 */
const NAMES = [
  'AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua & Barbuda|AI Anguilla|AL Albania',
  'AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba',
  'AX Åland Islands|AZ Azerbaijan|BA Bosnia & Herzegovina|BB Barbados|BD Bangladesh|BE Belgium',
  'BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BL St. Barthélemy|BM Bermuda|BN Brunei',
  'BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana',
  'BY Belarus|BZ Belize|CA Canada|CC Cocos (Keeling) Islands|CD Congo - Kinshasa',
  'CF Central African Republic|CG Congo - Brazzaville|CH Switzerland|CI Côte d’Ivoire|CK Cook Islands',
  'CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde|CW Curaçao',
  'CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|DM Dominica',
  'DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea',
  'ES Spain|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France',
  'GA Gabon|GB United Kingdom|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar',
  'GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece',
  'GS South Georgia & South Sandwich Islands|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana',
  'HK Hong Kong SAR China|HM Heard & McDonald Islands|HN Honduras|HR Croatia|HT Haiti|HU Hungary',
  'ID Indonesia|IE Ireland|IL Israel|IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq',
  'IR Iran|IS Iceland|IT Italy|JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan',
  'KH Cambodia|KI Kiribati|KM Comoros|KN St. Kitts & Nevis|KP North Korea|KR South Korea|KW Kuwait',
  'KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC St. Lucia|LI Liechtenstein|LK Sri Lanka',
  'LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova',
  'ME Montenegro|MF St. Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali',
  'MM Myanmar (Burma)|MN Mongolia|MO Macao SAR China|MP Northern Mariana Islands|MQ Martinique',
  'MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia',
  'MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua',
  'NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|PE Peru',
  'PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland',
  'PM St. Pierre & Miquelon|PN Pitcairn Islands|PR Puerto Rico|PS Palestinian Territories|PT Portugal',
  'PW Palau|PY Paraguay|QA Qatar|RE Réunion|RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia',
  'SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SH St. Helena|SI Slovenia',
  'SJ Svalbard & Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname',
  'SS South Sudan|ST São Tomé & Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini',
  'TC Turks & Caicos Islands|TD Chad|TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan',
  'TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Türkiye|TT Trinidad & Tobago',
  'TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|UM U.S. Outlying Islands|US United States',
  'UY Uruguay|UZ Uzbekistan|VA Vatican City|VC St. Vincent & Grenadines|VE Venezuela',
  'VG British Virgin Islands|VI U.S. Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis & Futuna|WS Samoa',
  'XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe',
]

const OTHER_SPELLINGS = [
  'BA Bosnia and Herzegovina|BO Bolivia, Plurinational State of|BN Brunei Darussalam|CD Democratic Republic of the Congo',
  'CD Congo, the Democratic Republic of the|CG Congo|CG Republic of the Congo|CI Ivory Coast|CV Cabo Verde|CZ Czech Republic',
  'FM Micronesia, Federated States of|GB Great Britain|GB UK|GB United Kingdom of Great Britain and Northern Ireland',
  'HK Hong Kong|IR Iran, Islamic Republic of|KP Korea, Democratic People’s Republic of|KP DPRK|KR Korea, Republic of',
  'KR Republic of Korea|LA Lao People’s Democratic Republic|MD Moldova, Republic of|MK Macedonia|MM Myanmar|MM Burma',
  'MO Macao|MO Macau|NL The Netherlands|PS Palestine|PS Palestine, State of|PS State of Palestine|RU Russian Federation',
  'SY Syrian Arab Republic|SZ Swaziland|TL East Timor|TR Turkey|TW Taiwan, Province of China|TZ Tanzania, United Republic of',
  'US USA|US United States of America|VA Holy See (Vatican City State)|VA Holy See|VE Venezuela, Bolivarian Republic of',
  'VN Viet Nam',
]

const ENTRIES = [...NAMES, ...OTHER_SPELLINGS].flatMap((line) =>
  line.split('|').map((entry) => [entry.slice(3), entry.slice(0, 2)] as const),
)
/** by the name as it stands in the tables: most names come like that, and folding takes longer than the rest */
const EXACT = new Map(ENTRIES)
const CODES = new Map(ENTRIES.map(([name, code]) => [keyOf(name), code]))

/** The alpha-2 code of an English country name, or undefined when it names no country. */
export function countryCode(name: string): string | undefined {
  return EXACT.get(name) ?? CODES.get(keyOf(name))
}

function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll('st.', 'saint')
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}
