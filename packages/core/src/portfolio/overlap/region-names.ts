/**
 * Names of regions in running text, and the countries that each usually means: data.
 *
 * Members as of 2026. A region's name says less than a list: what is resolved by one is marked as coming from a name
 * (OVL-04). Sources: the member lists that the organisations publish; EU usage for the neighbourhood; the Pacific Islands
 * Forum for the Pacific; the geographic groups of the United Nations for parts of continents. `loose` regions are so
 * wide that a name alone settles nothing.
 */
export interface RegionName {
  readonly name: string
  /** codes with a space between */
  readonly countries: string
  /** phrases (see `phrases.ts`) parted by `|` */
  readonly phrases: string
  readonly loose?: true
}

const WESTERN_BALKANS = 'AL BA XK ME MK RS'
const EASTERN = 'AM AZ BY GE MD UA'
const SOUTHERN = 'DZ EG IL JO LB LY MA PS SY TN'
const ASEAN = 'BN KH ID LA MY MM PH SG TH TL VN'
const WEST_AFRICA = 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG'
const EAST_AFRICA = 'BI DJ ER ET KE RW SO SS SD TZ UG'
const CENTRAL_AFRICA = 'CM CF TD CG CD GQ GA ST'
const SOUTHERN_AFRICA = 'AO BW KM SZ LS MG MW MU MZ NA SC ZA ZM ZW'
const NORTH_AFRICA = 'DZ EG LY MA SD TN'
const AFRICA = [
  ...new Set(
    `${WEST_AFRICA} ${EAST_AFRICA} ${CENTRAL_AFRICA} ${SOUTHERN_AFRICA} ${NORTH_AFRICA} EH`.split(' '),
  ),
].join(' ')
const PACIFIC = 'CK FJ FM KI MH NR NU PW PG WS SB TO TV VU'
const CARIBBEAN = 'AG BS BB BZ CU DM DO GD GY HT JM KN LC VC SR TT'
const CENTRAL_AMERICA = 'BZ CR SV GT HN NI PA'
const SOUTH_AMERICA = 'AR BO BR CL CO EC GY PY PE SR UY VE'
const LATIN_AMERICA = [...new Set(`MX ${CENTRAL_AMERICA} ${SOUTH_AMERICA} ${CARIBBEAN}`.split(' '))].join(' ')
const CENTRAL_ASIA = 'KZ KG TJ TM UZ'
const SOUTH_ASIA = 'AF BD BT IN MV NP PK LK'
const GULF = 'BH KW OM QA SA AE'

export const REGION_NAMES: readonly RegionName[] = [
  {
    name: 'Western Balkans',
    countries: WESTERN_BALKANS,
    phrases:
      'western balkan* | balkans | balkan | balkans occidentaux | balcanes occidentales | balcas ocidentais | westbalkan* | balkan* zachodni* | zahodn* balkan* | south eastern europe | southeastern europe | south east europe | europe du sud est',
  },
  {
    name: 'pre-accession region',
    countries: `${WESTERN_BALKANS} TR`,
    phrases: 'pre accession | ipa | candidate countries | enlargement countr* | enlargement region',
  },
  {
    name: 'Eastern Partnership',
    countries: EASTERN,
    phrases:
      'eastern partnership | eastern neighbourhood | eap countries | partenariat oriental | asociacion oriental | parceria oriental | ostliche* partnerschaft* | partnerstw* wschodni* | vzhodn* partnerstv*',
  },
  {
    name: 'Southern Neighbourhood',
    countries: SOUTHERN,
    phrases:
      'southern neighbourhood | southern mediterranean | voisinage meridional | voisinage sud | vecindad meridional | vizinhanca meridional | sudliche* nachbarschaft* | poludniow* sasiedztw* | juzn* sosedstv*',
  },
  {
    name: 'Middle East and North Africa',
    countries: `${SOUTHERN} ${GULF} IQ YE IR SD`,
    phrases:
      'mena | mena region | middle east and north africa | middle east | moyen orient | oriente medio | naher osten',
    loose: true,
  },
  {
    name: 'North Africa',
    countries: NORTH_AFRICA,
    phrases: 'north africa* | northern africa | maghreb | afrique du nord | norte de africa | nordafrika',
  },
  {
    name: 'ASEAN',
    countries: ASEAN,
    phrases:
      'asean | southeast asia* | south east asia* | asie du sud est | sudeste asiatico | sudostasien | azj* poludniowo wschodni*',
  },
  { name: 'ECOWAS', countries: WEST_AFRICA.replace('MR ', ''), phrases: 'ecowas | cedeao' },
  {
    name: 'West Africa',
    countries: WEST_AFRICA,
    phrases:
      'west africa* | western africa | afrique de l ouest | africa occidental | westafrika | afryk* zachodni* | zahodn* afrik*',
  },
  { name: 'Sahel', countries: 'BF ML MR NE TD', phrases: 'sahel' },
  {
    name: 'East Africa',
    countries: EAST_AFRICA,
    phrases:
      'east africa* | eastern africa | horn of africa | afrique de l est | africa oriental | ostafrika',
  },
  {
    name: 'Central Africa',
    countries: CENTRAL_AFRICA,
    phrases: 'central africa | afrique centrale | eccas | ceeac | africa central',
  },
  {
    name: 'Southern Africa',
    countries: SOUTHERN_AFRICA,
    phrases: 'southern africa* | sadc | afrique australe | africa austral',
  },
  {
    name: 'Africa',
    countries: AFRICA,
    phrases:
      'africa | african | african union | afrique | afrika | afrikanisch* | africain* | afryk* | afrik*',
    loose: true,
  },
  {
    name: 'Pacific',
    countries: PACIFIC,
    phrases: 'pacific island* | pacific | pasifika | iles du pacifique | islas del pacifico | pazifik*',
  },
  {
    name: 'Indo-Pacific',
    countries: `${ASEAN} ${PACIFIC} ${SOUTH_ASIA} JP KR MN AU NZ`,
    phrases: 'indo pacific | indopacific* | asia pacific',
    loose: true,
  },
  { name: 'Caribbean', countries: CARIBBEAN, phrases: 'caribbean | caricom | caraibes | caribe | karibik' },
  {
    name: 'Central America',
    countries: CENTRAL_AMERICA,
    phrases: 'central america* | centroamerica | amerique centrale | zentralamerika | mesoamerica',
  },
  {
    name: 'South America',
    countries: SOUTH_AMERICA,
    phrases:
      'south america* | sudamerica | america del sur | amerique du sud | sudamerika | mercosur | andean',
  },
  {
    name: 'Latin America and the Caribbean',
    countries: LATIN_AMERICA,
    phrases:
      'latin america* | latin america and the caribbean | latin america and caribbean | lac region | america latina | america latina y el caribe | america latina e caribe | amerique latine | lateinamerika | americas | oas',
    loose: true,
  },
  {
    name: 'Central Asia',
    countries: CENTRAL_ASIA,
    phrases: 'central asia* | asie centrale | asia central | zentralasien | azj* srodkow* | srednj* azij*',
  },
  {
    name: 'South Asia',
    countries: SOUTH_ASIA,
    phrases: 'south asia* | asie du sud | asia meridional | sudasien',
  },
  {
    name: 'South Caucasus',
    countries: 'AM AZ GE',
    phrases: 'south caucasus | caucasus | caucase | caucaso | kaukasus',
  },
  { name: 'Gulf', countries: GULF, phrases: 'gulf cooperation council | gulf states | gulf region | gcc' },
]
