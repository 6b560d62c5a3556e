/**
 * Whether a clause forbids, permits or releases, and what it does that to: what tells a contradiction from a repetition.
 *
 * English only, by phrases of ours. Rule: docs/rules/portfolio.md, NRM-22. Next door: `norm-lexicon.ts`.
 */
import { phraseFinder } from '../overlap/phrases.ts'
import type { NormFrame, Said } from './norm-lexicon.ts'

type Modality = 'forbids' | 'permits' | 'releases'

const PHRASES: Readonly<Record<Modality, string>> = {
  forbids:
    'shall not|should not|must not|may not|will not|do not|does not|no state shall|no state should|no state may|no state will|no country shall|no country should|no country may|no government shall|no government should|no party shall|no one shall|nobody shall|refrain*|prohibit*|ban|bans|banned|never|abstain*|off limits|forbid*|nor|not to be|not be',
  permits:
    'may|free to|entitled to|has the right to|have the right to|reserve the right|reserves the right|permitted to|allowed to|nothing prevents|at liberty to',
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

export interface Stance {
  readonly forbids: readonly string[]
  readonly permits: readonly string[]
  readonly releases: readonly string[]
  /** harm that is done, not guarded against */
  readonly harm: readonly string[]
  readonly care: readonly string[]
  readonly neglect: readonly string[]
}

/** @param words of the clause as of `wordsOf` @param said what they are about */
export function readStance(words: readonly string[], said: readonly Said[]): Stance {
  const modal = finder
    .find(words)
    .filter(({ meaning, at }) => meaning !== 'permits' || !RELATIVE.has(words[at - 1] ?? ''))
  const of = (meaning: Modality) =>
    modal.filter((one) => one.meaning === meaning).map((one) => one.words.join(' '))
  const about = (subject: Said['subject']) => said.filter((one) => one.subject === subject)
  const cares = about('care')
  return {
    forbids: of('forbids'),
    permits: of('permits'),
    releases: of('releases'),
    harm: about('harm')
      .filter(
        ({ at }) =>
          !AGAINST.has(words[at - 1] ?? '') && !cares.some((care) => care.at < at && at - care.at <= REACH),
      )
      .map((one) => one.words.join(' ')),
    care: cares.map((one) => one.words.join(' ')),
    neglect: about('neglect').map((one) => one.words.join(' ')),
  }
}

/**
 * The words by which a clause asks for what the norm excludes: a modal and what it applies to; none where it does not.
 * @param wrongs of the norm of territory, whatever the operation
 */
export function opposes(
  { isRestraint }: Pick<NormFrame, 'isRestraint'>,
  { forbids, permits, releases, harm, care, neglect }: Stance,
  wrongs: readonly string[] = [],
): readonly string[] {
  const isForbidding = forbids.length > 0
  if (isRestraint) {
    const bad = [...harm, ...neglect]
    return permits.length > 0 && !isForbidding && bad.length > 0 ? [...permits, ...bad] : []
  }
  if (neglect.length > 0 && permits.length > 0 && !isForbidding) return [...permits, ...neglect]
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
