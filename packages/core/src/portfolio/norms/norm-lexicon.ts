/**
 * What the eleven norms are about, as phrases: our own list, for English.
 *
 * A norm speaks of a clause when, for one of its frames, the clause has a phrase of each subject named. The list is small on purpose: it finds restated norms, and stays silent on what it does not know.
 *
 * Rule: docs/rules/portfolio.md, NRM-21. Next door: `compare-clauses.ts` reads clauses with it; `../overlap/phrases.ts`.
 */
import { phraseFinder } from '../overlap/phrases.ts'

/** What a phrase of a clause is about. */
export const SUBJECTS = [
  'infrastructure',
  'teams',
  'flaws',
  'supply',
  'trust',
  'tools',
  'territory',
  'operation',
  'request',
  'crime',
  'jointly',
  'stability',
  'rights',
  'attribution',
  'weighing',
  'harm',
  'care',
  'neglect',
  // what no norm names: who else is bound, which other object, how much stricter
  'actor',
  'object',
  'stricter',
] as const
export type Subject = (typeof SUBJECTS)[number]

const PHRASES: Readonly<Record<Subject, string>> = {
  infrastructure:
    'critical infrastructur*|critical information infrastructur*|critical national infrastructur*|essential service*|vital system*|vital service*|vital infrastructur*|critical system*|critical service*|critical sector*|services to the public|public service*|hospital*|healthcare|health care|power grid*|power plant*|power station*|electricity|energy system*|energy grid*|water supply|water system*|dam|dams|transport system*|banking system*|financial system*',
  teams:
    'emergency response team*|incident response team*|computer emergency team*|response team*|csirt*|cert|certs|cyberincident response team*',
  flaws: 'vulnerabilit*|security flaw*|flaw|flaws|zero day*|security bug*|security hole*|security weakness*',
  supply:
    'supply chain*|supplier*|vendor*|ict product*|digital product*|products and services|products they buy|products',
  trust: 'integrity|trust*|confidence|tamper*|trustworth*|secure by design',
  tools:
    'malware|malicious software|malicious tool*|malicious ict tool*|malicious code|hidden function*|harmful hidden function*|backdoor*|spyware|intrusion tool*|cyber weapon*|cyber weapons|offensive tool*|hacking tool*',
  territory: 'territor*|soil|within their borders|within its borders|their jurisdiction|its jurisdiction',
  operation:
    'wrongful act*|wrongful|unlawful*|illegal*|operation*|attack*|cyberattack*|cyber act*|cyber acts|hostile act*|activity|activities|acts|used',
  request:
    'request* for assistance|requests for help|request for help|requests of assistance|request to mitigate|requests to mitigate|requests from|asked for help|asks for help|ask for help|asked for assistance|asks for assistance|calls for help|call for help|appeal for help|appeals for help',
  crime: 'crim*|cybercrim*|ransomware|terror*|online fraud',
  jointly:
    'cooperat*|co operat*|work together|work with one another|work with each other|working together|joint action|collaborat*|assist each other|help each other|assist one another|help one another|mutual assistance|mutual legal assistance|exchange information|share information|information exchange|prosecut*|investigat*',
  stability:
    'stabil*|stead*|peace and security|harmful practice*|practices known to be harmful|harmful ict practice*|harmful to peace|safer|safe and secure|security in the use|secure digital environment',
  rights:
    'human rights|fundamental rights|same rights|freedom of expression|free expression|freedom of speech|free speech|privacy|private life|mass surveillance|censor*|freedom of opinion|rights of people|rights that people',
  attribution:
    'attribut*|who was behind|who is behind|who did it|origin of an attack|origin of the attack|responsibility for an incident|responsibility for the incident|cause of the incident|conclusion*|accus*|blam*',
  weighing:
    'relevant information|relevant fact*|all facts|all the facts|evidence|context|circumstances|nature and extent|challenges of attribution|all information|incident*|cyberincident*',
  harm: 'attack*|cyberattack*|damag*|disrupt*|impair*|harm*|destroy*|disabl*|sabotag*|interfer*|shut down|offensive|malicious*|hostile|compromis*|degrad*|cripple*|strike|strikes|target*|exploit*|hostil*|paralys*|paralyz*|incapacitat*|overload*|take down|knock out|bring down|switch off|cut off|penetrat*|infiltrat*|intrud*|hack|hacks',
  care: 'protect*|secur*|safeguard*|defend*|guard*|harden*|resilien*|disclos*|report*|shar*|notif*|answer*|respond*|prevent*|stop*|consider*|weigh*|respect*|uphold*|assist*|help*|cooperat*|curb*|ensur*',
  neglect:
    'secret|secretly|withhold*|retain*|stockpil*|conceal*|hide|ignor*|refus*|disregard*|without weighing|without evidence|without considering|without regard|without proof|monitor all|mass surveillance|intelligence purpose*|for intelligence|censor*|insert*|proxy|proxies|offensive purpose*|tolerat*|shelter*',
  actor:
    'compan*|private actor*|private group*|private sector|non state|nonstate|individuals|industry|producer*|manufacturer*|developer*|everyone|all actors|citizens',
  object:
    'satellite*|space system*|outer space|submarine cable*|undersea cable*|subsea cable*|artificial intelligence|ai system*|quantum|cloud|election*|electoral|public core|nuclear|data centre*|data center*|humanitarian|intellectual property|disinformation',
  stricter:
    'hours|days|legally binding|binding treaty|treaty|under all circumstances|under any circumstances|armed conflict|every year|each year|annual*|audit*|without delay|immediately|independent*|sanction*|liab*|compensat*|secretary general|for ten years|for five years',
}

/** A phrase of a clause. */
export interface Said {
  readonly subject: Subject
  readonly words: readonly string[]
  readonly at: number
}

// one for each subject: a word may speak of two
const FINDERS = SUBJECTS.map((subject) =>
  phraseFinder<Subject>(PHRASES[subject].split('|').map((pattern) => ({ pattern, meaning: subject }))),
)

/** What the words of a text are about. Words as of `wordsOf`. */
export function subjectsIn(words: readonly string[]): readonly Said[] {
  return FINDERS.flatMap((finder) =>
    finder.find(words).map(({ meaning, words: said, at }) => ({ subject: meaning, words: said, at })),
  )
}

/** What a norm speaks of. */
export interface NormFrame {
  /** any of them; each a list of subjects that must all be there */
  readonly frames: readonly (readonly Subject[])[]
  /** it asks States to leave something be; otherwise it asks them to do something */
  readonly isRestraint?: true
}

/** By letter of the norm. */
export const NORM_FRAMES: Readonly<Record<string, NormFrame>> = {
  a: { frames: [['jointly', 'stability']] },
  b: { frames: [['attribution', 'weighing']] },
  c: { frames: [['territory', 'operation']] },
  d: { frames: [['crime', 'jointly']] },
  e: { frames: [['rights']] },
  f: { frames: [['infrastructure', 'harm']], isRestraint: true },
  g: { frames: [['infrastructure', 'care']] },
  h: { frames: [['request']] },
  i: { frames: [['supply', 'trust'], ['tools']] },
  j: { frames: [['flaws']] },
  k: {
    frames: [
      ['teams', 'harm'],
      ['teams', 'neglect'],
    ],
    isRestraint: true,
  },
}
