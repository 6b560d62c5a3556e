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
import { type Fact, type Facts, knownValue, supportOf } from '../kernel/fact.ts'
import { type Verdict, verdictOf } from '../kernel/verdict.ts'
import { reasonInEnglish } from '../reason/english-voice.ts'
import { reasonOf, type ReasonWords } from '../reason/reason-words.ts'

/** From the third act in 24 months on the desk speaks of a pattern (our judgement). */
const PATTERN_ACTS = 3

/** A record that says only that partners acted names none. */
const NO_NAME = /^partners$/i

/** The four factors, always all four, in this order. */
export function politicalFactors(facts: Facts): readonly PoliticalFactor[] {
  return [publicAttribution(facts), requestByVictim(facts), partnersActing(facts), pattern(facts)].map(
    ({ id, words, verdict, support }) => ({
      id,
      label: reasonInEnglish({ code: `factor.${id}`, values: {} }),
      verdict,
      text: reasonInEnglish(words),
      words,
      support,
    }),
  )
}

type Read = Omit<PoliticalFactor, 'label' | 'text'>

function publicAttribution(facts: Facts): Read {
  const said = facts.many('attributionClaim').flatMap(({ value, support }) => {
    const claim = attributionClaimSchema.safeParse(value).data
    return claim && claim.kind !== 'technical' ? [{ claim, support }] : []
  })
  const claimants = said.map(({ claim }) => claim.claimant)
  return {
    id: 'public-attribution',
    verdict: said.length > 0 ? 'true' : 'unknown',
    words:
      claimants.length > 0
        ? reasonOf('attributed.by', { parties: claimants })
        : reasonOf('attributed.byNobody', {}),
    support: said.flatMap(({ support }) => support),
  }
}

function requestByVictim(facts: Facts): Read {
  const fact = facts.one('victimRequestsResponse')
  return {
    id: 'request-by-victim',
    verdict: verdictOfBoolean(fact),
    words: answerTo(fact, { yes: 'victim.asks', no: 'victim.asksNot', open: 'victim.open' }),
    support: supportOf(fact),
  }
}

function partnersActing(facts: Facts): Read {
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
      verdict: 'true',
      words:
        named.length > 0
          ? reasonOf('partners.acted', { parties: named })
          : described.length > 0
            ? reasonOf('partners.actedAsSaid', { reason: described.join('; ') })
            : reasonOf('partners.actedUnnamed', {}),
      support: acts.flatMap(({ support }) => support),
    }
  }
  return {
    id: 'partners-acting',
    verdict: verdictOfBoolean(fact),
    words: answerTo(fact, { yes: 'partners.act', no: 'partners.actNot', open: 'partners.open' }),
    support: supportOf(fact),
  }
}

function pattern(facts: Facts): Read {
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
    verdict,
    words:
      typeof acts === 'number'
        ? reasonOf(acts === 1 ? 'pattern.act' : 'pattern.acts', { count: acts, least: PATTERN_ACTS })
        : reasonOf('pattern.open', {}),
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

type Answer =
  'victim.asks' | 'victim.asksNot' | 'victim.open' | 'partners.act' | 'partners.actNot' | 'partners.open'

function answerTo(fact: Fact, codes: Readonly<Record<'yes' | 'no' | 'open', Answer>>): ReasonWords {
  if (fact.state === 'contested') return reasonOf('sources.disagree', {})
  const value = knownValue(fact)
  return reasonOf(value === true ? codes.yes : value === false ? codes.no : codes.open, {})
}
