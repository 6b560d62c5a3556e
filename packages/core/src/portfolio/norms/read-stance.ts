/**
 * Whether a clause forbids, permits or releases, and what it does that to: what tells a contradiction from a repetition.
 *
 * English only, by phrases of ours. Rule: docs/rules/portfolio.md, NRM-22. Next door: `norm-lexicon.ts`, `read-denials.ts`.
 */
import { phraseFinder } from '../overlap/phrases.ts'
import type { NormFrame, Said } from './norm-lexicon.ts'
import { denialsIn } from './read-denials.ts'

type Modality = 'forbids' | 'permits' | 'releases'

const PHRASES: Readonly<Record<Modality, string>> = {
  forbids:
    'shall not|should not|must not|may not|will not|do not|does not|no state shall|no state should|no state may|no state will|no country shall|no country should|no country may|no government shall|no government should|no party shall|no one shall|nobody shall|refrain*|prohibit*|ban|bans|banned|never|abstain*|off limits|forbid*|nor|not to be|not be',
  permits:
    'may|free to|entitled to|has the right to|have the right to|reserve the right|reserves the right|permitted to|allowed to|nothing prevents|at liberty to|is permitted|are permitted|is allowed|are allowed|is lawful|are lawful|permissible|legitimate|retain the right|retains the right|fair game',
  releases:
    'need not|not obliged|not be obliged|no state is obliged|no party is obliged|no government is obliged|no country is obliged|not required|no duty|no obligation|not bound to|no expectation|not expected to|exempt*',
}

const finder = phraseFinder<Modality>([
  ...PHRASES.forbids.split('|').map((pattern) => ({ pattern, meaning: 'forbids' as const })),
  ...PHRASES.permits.split('|').map((pattern) => ({ pattern, meaning: 'permits' as const })),
  ...PHRASES.releases.split('|').map((pattern) => ({ pattern, meaning: 'releases' as const })),
])

/** "threats that may harm" permits nothing. */
const RELATIVE = new Set(['that', 'which', 'who'])
/** So many words before a harm it may be what is guarded against: "protect against attacks". */
const REACH = 4
const AGAINST = new Set(['against', 'from', 'of', 'under', 'by'])
/** What is done with these words against something is done to it: "use cyber means against hospitals". */
const DOING =
  /^(?:us(?:e|es|ed|ing)|employ\w*|deploy\w*|conduct\w*|launch\w*|direct\w*|carr(?:y|ies|ied)|mount\w*|act|acts|acting|operate|operations?|turn(?:ed)?|wield\w*)$/
/** What one may act against without harm to others. */
const WRONG =
  /^(?:threat\w*|risk\w*|incident\w*|intrusion\w*|misuse|abuse|crim\w*|cybercrim\w*|terror\w*|ransomware|malware|attack\w*|cyberattack\w*|malicious|hostile|harm\w*|damage|sabotage)$/
const FAR = 8
const NOBODY = new Set(['no', 'nor', 'neither', 'nobody', 'none'])

export interface Stance {
  readonly forbids: readonly string[]
  readonly permits: readonly string[]
  readonly releases: readonly string[]
  /** harm that is done, not guarded against */
  readonly harm: readonly string[]
  readonly care: readonly string[]
  readonly neglect: readonly string[]
  /** what says that nobody answers for it */
  readonly disclaims: readonly string[]
  /** of those, each with the care that it denies: "not responsible for protecting" */
  readonly disclaimsCare: readonly string[]
}

/** @param words of the clause as of `wordsOf` @param said what they are about */
export function readStance(words: readonly string[], said: readonly Said[]): Stance {
  const denials = denialsIn(words)
  const denied = (of: (typeof denials)[number]['of']) =>
    denials.filter((one) => one.isDenied && one.of === of)
  const allowed = denied('prohibition')
  const asking = [...allowed, ...denials.filter((one) => !one.isDenied && one.of === 'duty')]
  const modal = finder
    .find(words)
    .map((one) =>
      one.meaning === 'permits' && isToNobody(words, one.at) ? { ...one, meaning: 'forbids' as const } : one,
    )
    .filter(({ meaning, at }) => meaning !== 'permits' || !RELATIVE.has(words[at - 1] ?? ''))
    // "no State is prohibited" and "no State shall fail in its duty" forbid nothing
    .filter(({ meaning, at }) => meaning !== 'forbids' || !asking.some((one) => near(at, one.at)))
  const of = (meaning: Modality) =>
    modal.filter((one) => one.meaning === meaning).map((one) => one.words.join(' '))
  const disclaimed = denied('responsibility')
  const about = (subject: Said['subject']) => said.filter((one) => one.subject === subject)
  const cares = about('care')
  return {
    forbids: of('forbids'),
    permits: [...of('permits'), ...allowed.map((one) => one.words)],
    releases: [...new Set([...of('releases'), ...denied('duty').map((one) => one.words)])],
    harm: [
      ...about('harm')
        .filter(
          ({ at }) =>
            // "prohibited from attacking"
            (!AGAINST.has(words[at - 1] ?? '') ||
              allowed.some((one) => one.at < at && at - one.at <= REACH)) &&
            !cares.some((care) => care.at < at && at - care.at <= REACH),
        )
        .map((one) => one.words.join(' ')),
      ...doneAgainst(words, cares),
    ],
    care: cares.map((one) => one.words.join(' ')),
    neglect: about('neglect').map((one) => one.words.join(' ')),
    disclaims: disclaimed.map((one) => one.words),
    disclaimsCare: disclaimed.flatMap((one) => {
      const care = cares.find(({ at }) => at > one.at && at - one.at <= 3)
      return care ? [`${one.words} ${care.words.join(' ')}`] : []
    }),
  }
}

/** "no government may": who is named is nobody. */
function isToNobody(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((one) => NOBODY.has(one))
}

function near(at: number, denied: number): boolean {
  return at <= denied && denied - at <= FAR
}

/** What is done against something that is no wrong itself, and not to guard something. */
function doneAgainst(words: readonly string[], cares: readonly Said[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (word !== 'against' || words.slice(at + 1, at + 4).some((one) => WRONG.test(one))) return []
    const from = Math.max(0, at - FAR)
    const verb = words.slice(from, at).findLast((one) => DOING.test(one))
    return verb === undefined || cares.some((care) => care.at >= from && care.at < at)
      ? []
      : [`${verb} against`]
  })
}

/**
 * The words by which a clause asks for what the norm excludes: a modal and what it applies to; none where it does not.
 * @param wrongs of the norm of territory, whatever the operation
 */
export function opposes(
  { isRestraint }: Pick<NormFrame, 'isRestraint'>,
  { forbids, permits, releases, harm, care, neglect, disclaims, disclaimsCare }: Stance,
  wrongs: readonly string[] = [],
): readonly string[] {
  const isForbidding = forbids.length > 0
  if (isRestraint) {
    const bad = [...harm, ...neglect]
    return permits.length > 0 && !isForbidding && bad.length > 0 ? [...permits, ...bad] : []
  }
  if (neglect.length > 0 && permits.length > 0 && !isForbidding) return [...permits, ...neglect]
  if (disclaims.length > 0 && wrongs.length > 0) return [...disclaims, ...wrongs]
  if (disclaimsCare.length > 0) return disclaimsCare
  if (releases.length > 0 && care.length === 0 && wrongs.length > 0) return [...releases, ...wrongs]
  if (releases.length > 0) return care.length > 0 && neglect.length === 0 ? [...releases, ...care] : []
  if (isForbidding) {
    return care.length > 0 && harm.length === 0 && neglect.length === 0 && wrongs.length === 0
      ? [...forbids, ...care]
      : []
  }
  if (neglect.length > 0 && care.length === 0) return neglect
  if (permits.length > 0 && care.length === 0 && wrongs.length > 0) return [...permits, ...wrongs]
  return []
}
