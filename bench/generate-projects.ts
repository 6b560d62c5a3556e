/**
 * Made-up projects of capacity building for the benchmark of overlaps: the same seed gives the same ones.
 *
 * A project says in a few sentences what it does (two wordings or three for each activity), for whom, in which sector and town.
 * A planted overlap is another project with the same activity, audience and sector, put in other words, by another donor and
 * implementer under another name, in some of the same countries, at least half a year at the same time.
 */
import { addDays, parsePartialDate, type ProjectFacts } from '@demarche/core'
import { seeded } from './generate-cases.ts'

/** For each theme, activities in two or three wordings. */
const ACTIVITIES: readonly (readonly (readonly [string, string, ...string[]])[])[] = [
  [
    ['draft a national cybersecurity strategy', 'prepare the strategic framework for security of networks'],
    [
      'advise ministries on cyber governance',
      'counsel government on who decides in matters of network security',
    ],
    ['set up a cybersecurity agency', 'help found the authority in charge of information security'],
    ['plan the implementation of the strategy with a budget', 'cost and sequence the action plan'],
    ['align policy with the NIS directive', 'bring national policies closer to European rules'],
  ],
  [
    [
      'revise cybercrime legislation',
      'amend the penal law on computer offences',
      'reform the statutes on online crime',
    ],
    [
      'advise parliament on a draft law on electronic evidence',
      'accompany lawmakers who write a bill on digital proof',
    ],
    ['implement the Budapest Convention', 'bring national law in line with the Convention on Cybercrime'],
  ],
  [
    [
      'train prosecutors and judges on e-evidence',
      'mentor magistrates and the prosecution service in handling digital proof',
    ],
    ['speed up mutual legal assistance', 'shorten requests for evidence between courts'],
    [
      'teach courts to weigh electronic evidence',
      'courses for the bench on admissibility of digital evidence',
    ],
  ],
  [
    [
      'equip digital forensic laboratories of the police',
      'provide law enforcement with tools for examining seized devices',
    ],
    ['coach investigators on darknet markets', 'specialised courses for detectives on hidden services'],
    ['set up a cybercrime unit', 'build a specialised police squad against online crime'],
    ['trace cryptocurrency in fraud cases', 'follow virtual assets in investigations of scams'],
  ],
  [
    [
      'establish a national CSIRT',
      'create the computer emergency response team',
      'found a team for incident handling',
    ],
    [
      'run cyber exercises for crisis management',
      'organise simulated attacks to rehearse decisions in an emergency',
    ],
    [
      'operate a security operations centre',
      'monitor government networks around the clock for early detection',
    ],
    ['analyse malware with regional teams', 'study malicious code together with neighbouring response teams'],
  ],
  [
    ['protect critical infrastructure', 'safeguard essential services against intrusion'],
    ['audit industrial control systems', 'review the security of plant automation and SCADA'],
    ['map risks of operators of essential services', 'assess dangers to vital utilities'],
  ],
  [
    ['run awareness campaigns on cyber hygiene', 'inform citizens about safe conduct online'],
    ['bring online safety into schools', 'teach pupils to recognise fraud on the internet'],
    [
      'help small businesses with basic protection',
      'give shopkeepers and small firms simple advice on security',
    ],
  ],
  [
    ['develop university curricula in cybersecurity', 'design degree courses in information security'],
    ['grant scholarships to young talent', 'finance studies of future specialists'],
    ['certify professionals and close the workforce gap', 'train and examine a skilled workforce'],
  ],
  [
    [
      'train diplomats on norms of responsible State behaviour',
      'courses on international law in cyberspace for foreign ministries',
    ],
    [
      'strengthen points of contact and confidence building',
      'keep communication lines for crises between capitals alive',
    ],
    [
      'prepare delegates for talks at the United Nations',
      'coach negotiators for the open-ended working group',
    ],
  ],
  [
    ['build cyber defence of the armed forces', 'help the military detect intrusion on its systems'],
    ['exercise defence staff in cyber operations', 'rehearse network defence with soldiers'],
  ],
  [
    ['secure digital identity and registers', 'harden the systems behind electronic identity'],
    ['migrate public services to a protected data exchange', 'connect government data bases safely'],
    ['review the security of e-government portals', 'test online administration for weaknesses'],
  ],
  [
    ['introduce certification schemes for products', 'conformity assessment of connected devices'],
    ['adopt ISO 27001 in administrations', 'apply international standards of security management'],
  ],
  [
    ['support civil society and digital rights', 'accompany human rights defenders online'],
    ['help journalists protect their sources', 'digital safety for the independent press'],
  ],
  [
    ['assess cyber maturity', 'measure national readiness against the maturity model'],
    ['survey needs and research policy gaps', 'study where policy falls short'],
  ],
  [
    ['coordinate donors and share lessons', 'keep a register of who funds what'],
    [
      'run a regional hub and a network of experts',
      'connect specialists of several countries in a peer network',
    ],
  ],
]

const AUDIENCES: readonly (readonly [string, string])[] = [
  ['for customs officers', 'with staff of the customs administration'],
  ['for bank supervisors', 'with those who oversee lenders'],
  ['for mayors and municipal staff', 'with town halls'],
  ['for hospital managers', 'with directors of clinics'],
  ['for parliamentary staff', 'with the services of the assembly'],
  ['for electoral commissions', 'with those who run the vote'],
  ['for tax administrations', 'with revenue authorities'],
  ['for telecom regulators', 'with those who license operators'],
  ['for young women in technology', 'with female students of engineering'],
  ['for border guards', 'with frontier services'],
  ['for port authorities', 'with harbour masters'],
  ['for grid operators', 'with companies that transmit power'],
  ['for water utilities', 'with companies that supply drinking water'],
  ['for airlines and airports', 'with civil aviation'],
  ['for prison services', 'with penitentiary staff'],
  ['for ombudsmen', 'with defenders of the public'],
  ['for notaries and land registries', 'with the cadastre'],
  ['for statistical offices', 'with those who run the census'],
  ['for postal services', 'with the mail'],
  ['for railway companies', 'with train operators'],
]
const SUBJECTS: readonly (readonly [string, string])[] = [
  ['phishing', 'fraudulent mail'],
  ['ransomware', 'extortion by encryption'],
  ['botnets', 'networks of hijacked machines'],
  ['business email compromise', 'forged payment orders'],
  ['submarine cables', 'undersea links'],
  ['satellite links', 'ground stations'],
  ['mobile money', 'payments by telephone'],
  ['cloud migration', 'hosted servers'],
  ['smart meters', 'connected counters'],
  ['vaccine supply', 'cold chains'],
  ['dam control', 'sluices and turbines'],
  ['sim swapping', 'stolen telephone numbers'],
  ['child protection', 'abuse of minors'],
  ['election results', 'transmission of ballots'],
  ['ticketing', 'reservation systems'],
  ['payroll', 'salary systems'],
  ['drones', 'unmanned aircraft'],
  ['medical devices', 'pumps and scanners'],
  ['pipelines', 'gas transport'],
  ['domain names', 'the national registry of addresses'],
]
const REGIONS: readonly (readonly [string, string])[] = [
  ['the Western Balkans', 'AL BA XK ME MK RS'],
  ['the Eastern Partnership', 'AM AZ GE MD UA'],
  ['the Southern Neighbourhood', 'DZ EG JO LB MA TN'],
  ['West Africa', 'BJ BF CV CI GM GH GN GW LR ML NE NG SN SL TG'],
  ['East Africa', 'BI DJ ET KE RW SO TZ UG'],
  ['Southern Africa', 'AO BW LS MG MW MZ NA ZA ZM ZW'],
  ['Central Africa', 'CM CF TD CG CD GA'],
  ['ASEAN', 'BN KH ID LA MY MM PH TH VN'],
  ['the Pacific', 'FJ KI WS SB TO TV VU PG'],
  ['Central America', 'BZ CR SV GT HN NI PA'],
  ['South America', 'AR BO BR CL CO EC PY PE UY'],
  ['the Caribbean', 'AG BS BB DM DO GD JM TT'],
  ['Central Asia', 'KZ KG TJ TM UZ'],
  ['South Asia', 'BD BT IN MV NP PK LK'],
]
const DONORS =
  'EU,Germany,France,Netherlands,Estonia,Sweden,UK,Canada,Japan,Korea,Australia,Norway,Switzerland,United States,World Bank,Denmark,Spain,Italy,Poland,Slovenia'.split(
    ',',
  )
const FORMS = [
  'Support to',
  'Programme for',
  'Facility for',
  'Initiative on',
  'Partnership for',
  'Technical assistance:',
  'Action on',
  'Twinning:',
]
const SYLLABLES = 'ka lo mi ra to ne su vi da pe ru sha ben gor tal mor zin del fa qui wo hal ter nas'.split(
  ' ',
)
const CLOSINGS = [
  'Workshops, mentoring and equipment are foreseen.',
  'Study visits and a final conference close the work.',
  'Trainers are trained so that the effect lasts.',
  'Results are measured each year by an outside evaluator.',
  'Work is shared among three national institutions.',
  'A steering committee meets twice a year.',
]

export interface GeneratedProjects {
  readonly projects: readonly ProjectFacts[]
  /** ids of the pairs that overlap by design */
  readonly planted: readonly (readonly [string, string])[]
}

/** What a project is about, apart from the words. */
interface Plan {
  readonly themes: readonly number[]
  readonly activities: readonly number[]
  readonly audience: number
  readonly subject: number
  readonly town: string
  readonly region: number
  readonly countries: readonly string[]
  readonly start: string
  readonly days: number
}

/** @param share the share of projects that overlap another by design, e.g. 0.02 */
export function generateProjects(count: number, share: number, seed: number): GeneratedProjects {
  const random = seeded(seed)
  const twins = Math.round((count * share) / 2)
  const plans = Array.from({ length: count - twins }, () => makePlan(random))
  const projects = plans.map((plan, number) => write(plan, `g${number}`, 0, random))
  // whatever came first has its twin anywhere in the order of words, hands and name
  const planted = Array.from({ length: twins }, (_, twin): readonly [string, string] => {
    const number = Math.floor((twin * plans.length) / twins)
    const plan = plans[number]
    if (!plan) throw new RangeError('fewer projects than twins')
    projects.push(write(shift(plan, random), `t${twin}`, 1, random))
    return [`g${number}`, `t${twin}`]
  })
  return { projects, planted }
}

type Random = () => number

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit)
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[below(items.length, random)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

function makePlan(random: Random): Plan {
  const themes =
    random() < 0.6
      ? [below(ACTIVITIES.length, random)]
      : [below(ACTIVITIES.length, random), below(ACTIVITIES.length, random)]
  const region = below(REGIONS.length, random)
  const members = REGIONS[region]?.[1].split(' ') ?? []
  const single = random() < 0.55
  const some = members.filter(() => random() < 0.5)
  return {
    activities: themes.map((theme) => below(ACTIVITIES[theme]?.length ?? 1, random)),
    themes,
    audience: below(AUDIENCES.length, random),
    subject: below(SUBJECTS.length, random),
    town: makeName(random),
    region,
    countries: single || some.length === 0 ? [pick(members, random)] : some,
    start: addDays('2012-01-01', below(15 * 365, random)),
    days: 200 + below(1600, random),
  }
}

/** The same work somewhat later or earlier, in some of the same countries. */
function shift(plan: Plan, random: Random): Plan {
  const kept = plan.countries.filter((_, index) => index === 0 || random() < 0.7)
  const moved = below(Math.max(1, plan.days - 180), random) - Math.floor(plan.days / 2) + 90
  return {
    ...plan,
    countries: kept,
    start: addDays(plan.start, Math.min(moved, plan.days - 180)),
    days: plan.days + 180,
  }
}

function makeName(random: Random): string {
  const word = Array.from({ length: 2 + below(2, random) }, () => pick(SYLLABLES, random)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Puts a plan in words: `wording` 0 or 1; a third of the twin's phrases happen to be the first one's. */
function write(plan: Plan, id: string, wording: 0 | 1, random: Random): ProjectFacts {
  const say = (wordings: readonly [string, string, ...string[]]) =>
    wordings[random() < 0.34 ? 0 : wording] ?? wordings[0]
  const work = plan.themes.map((theme, at) =>
    say(ACTIVITIES[theme]?.[plan.activities[at] ?? 0] ?? ['work', 'work']),
  )
  const audience = say(AUDIENCES[plan.audience] ?? ['', ''])
  const subject = say(SUBJECTS[plan.subject] ?? ['', ''])
  const place =
    plan.countries.length > 1
      ? ` in ${REGIONS[plan.region]?.[0] ?? ''}`
      : random() < 0.5
        ? ` around ${plan.town}`
        : ''
  const partner = `${makeName(random)} ${pick(['Institute', 'Agency', 'Consulting', 'Foundation', 'University', 'Centre'], random)}`
  const open = random() < 0.05
  return {
    id,
    name: `${pick(FORMS, random)} ${work[0] ?? ''}${place}${random() < 0.1 ? `, phase ${1 + below(3, random)}` : ''}`,
    objective: [
      `${work.join(' and ')} ${audience}, with attention to ${subject}${random() < 0.6 ? ` in ${plan.town}` : ''}.`,
      pick(CLOSINGS, random),
      random() < 0.5 ? pick(CLOSINGS, random) : '',
    ].join(' '),
    donors: [pick(DONORS, random)],
    implementers: [partner],
    countries: random() < 0.05 && plan.countries.length > 1 ? [] : plan.countries,
    scope: 'country-list',
    start: parsePartialDate(plan.start),
    end: open ? null : parsePartialDate(addDays(plan.start, plan.days)),
    themes: [],
  }
}
