/**
 * Political factors: what bears on whether to answer, and is no part of the proportionality test.
 *
 * Takes the facts of a case; says of four factors whether they are present, with the statements they rest on. They are
 * shown beside the packages and change nothing in them. A factor nobody has spoken of is unknown, not absent.
 *
 * Rests on: Toolbox practice; the pattern of repeated acts is an adjuster of the scales (our judgement).
 * Rules (docs/rules/toolbox.md): TB-POL-01 to TB-POL-04.
 */
import type { PoliticalFactor } from './option.ts'
import { attributionClaimSchema, responseSchema } from '../incident/case-vocabulary.ts'
import { phraseParties } from '../incident/phrase-parties.ts'
import { type Fact, type Facts, knownValue, supportOf } from '../kernel/fact.ts'
import { type Verdict, verdictOf } from '../kernel/verdict.ts'

/** From the third act in 24 months on the desk speaks of a pattern (our judgement). */
const PATTERN_ACTS = 3

/** A record that says only that partners acted names none. */
const NO_NAME = /^partners$/i

/** The four factors, always all four, in this order. */
export function politicalFactors(facts: Facts): readonly PoliticalFactor[] {
  return [publicAttribution(facts), requestByVictim(facts), partnersActing(facts), pattern(facts)]
}

function publicAttribution(facts: Facts): PoliticalFactor {
  const said = facts.many('attributionClaim').flatMap(({ value, support }) => {
    const claim = attributionClaimSchema.safeParse(value).data
    return claim && claim.kind !== 'technical' ? [{ claim, support }] : []
  })
  const claimants = said.map(({ claim }) => claim.claimant)
  return {
    id: 'public-attribution',
    label: 'Public attribution',
    verdict: said.length > 0 ? 'true' : 'unknown',
    text:
      claimants.length > 0
        ? `Attributed politically or legally by ${phraseParties(claimants)}. Attribution stays the decision of each Member State.`
        : 'No political or legal attribution is on record. Most measures need none.',
    support: said.flatMap(({ support }) => support),
  }
}

function requestByVictim(facts: Facts): PoliticalFactor {
  const fact = facts.one('victimRequestsResponse')
  return {
    id: 'request-by-victim',
    label: 'Request by the victim',
    verdict: verdictOfBoolean(fact),
    text: phrase(fact, {
      yes: 'The victim asks for a joint response.',
      no: 'The victim does not ask for a joint response.',
      open: 'Nobody has said whether the victim asks for a joint response.',
    }),
    support: supportOf(fact),
  }
}

function partnersActing(facts: Facts): PoliticalFactor {
  const fact = facts.one('partnersActing')
  const acts = facts.many('response').flatMap(({ value, support }) => {
    const response = responseSchema.safeParse(value).data
    return response?.bySide === 'partners' ? [{ response, support }] : []
  })
  if (fact.state === 'unknown' && acts.length > 0) {
    const named = acts.map(({ response }) => response.by).filter((by) => !NO_NAME.test(by))
    const described = acts.flatMap(({ response }) => response.description ?? [])
    return {
      id: 'partners-acting',
      label: 'Partners are acting',
      verdict: 'true',
      text:
        named.length === 0
          ? described.length === 0
            ? 'Partners have acted; the record does not say which.'
            : `Partners have acted; in the words of the record: ${described.join('; ')}.`
          : `Partners have acted: ${phraseParties(named)}.`,
      support: acts.flatMap(({ support }) => support),
    }
  }
  return {
    id: 'partners-acting',
    label: 'Partners are acting',
    verdict: verdictOfBoolean(fact),
    text: phrase(fact, {
      yes: 'Like-minded partners act or are about to act.',
      no: 'No like-minded partner acts.',
      open: 'Nobody has said whether partners act.',
    }),
    support: supportOf(fact),
  }
}

function pattern(facts: Facts): PoliticalFactor {
  const fact = facts.one('actsBySameActorIn24Months')
  const acts = knownValue(fact)
  const verdict: Verdict =
    typeof acts === 'number'
      ? verdictOf(acts >= PATTERN_ACTS)
      : fact.state === 'contested'
        ? contestedPattern(fact)
        : 'unknown'
  return {
    id: 'pattern',
    label: 'Pattern by the same actor',
    verdict,
    text:
      typeof acts === 'number'
        ? `${acts} proven ${acts === 1 ? 'act' : 'acts'} by the same actor in 24 months; from ${PATTERN_ACTS} on the desk speaks of a pattern (our judgement), for which people may go one step above the usual ceiling.`
        : 'Nobody has said how many acts the same actor is proven to have done in 24 months.',
    support: supportOf(fact),
  }
}

/** Sources that differ on the number may still agree on whether it is a pattern. */
function contestedPattern(fact: Extract<Fact, { state: 'contested' }>): Verdict {
  const readings = fact.alternatives.map(({ value }) => typeof value === 'number' && value >= PATTERN_ACTS)
  return readings.every((reading) => reading === readings[0]) ? verdictOf(readings[0] === true) : 'contested'
}

function verdictOfBoolean(fact: Fact): Verdict {
  const value = knownValue(fact)
  return typeof value === 'boolean' ? verdictOf(value) : fact.state === 'contested' ? 'contested' : 'unknown'
}

function phrase(
  fact: Fact,
  words: { readonly yes: string; readonly no: string; readonly open: string },
): string {
  if (fact.state === 'contested') return 'Sources disagree.'
  const value = knownValue(fact)
  return value === true ? words.yes : value === false ? words.no : words.open
}
