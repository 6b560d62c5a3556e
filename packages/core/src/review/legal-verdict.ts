/**
 * Our findings in international law, put into the three verdicts by which EuRepoC codes them.
 *
 * EuRepoC asks two things: is there attribution to a State, and is there a breach of international law. Both:
 * countermeasures would be justified; exactly one: unfriendly acts (retorsion); neither: no response. We answer both
 * from our own findings: the first from the claims on record, the second from the tests of the pack read apart from
 * attribution, that is, supposing that the act were a State's.
 *
 * Two facts of these tests are qualifications by people that a table of incidents never states. For the back-test alone
 * they are read from what was hit and what happened (REV-13). No dossier is made this way.
 */
import type { CompiledDoctrine } from '../assessment/compile-doctrine.ts'
import { type Fact, type Facts, knownValue } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'

const LEGAL_VERDICTS = ['countermeasures', 'retorsion', 'none'] as const
export type LegalVerdict = (typeof LEGAL_VERDICTS)[number]

/** The tests of the pack `eu` that find a breach. Tests that a pack does not have are left out. */
const BREACH_TESTS = [
  'il-sovereignty',
  'il-non-intervention',
  'il-use-of-force',
  'il-due-diligence',
  'il-human-rights',
] as const

/** Loss of functionality, or of control over systems, on the territory of the State where they stand. */
const TERRITORIAL_EFFECTS: readonly Value[] = [
  'disruption',
  'destruction',
  'data-made-unavailable',
  'hijacking',
]

/** Reads the words of EuRepoC's column `legal_response_indicator`; null when it was not coded. */
export function readLegalVerdict(words: string | null): LegalVerdict | null {
  if (words === null) return null
  if (/^countermeasures\b.*justified/i.test(words)) return 'countermeasures'
  if (/^unfriendly acts|^retorsion/i.test(words)) return 'retorsion'
  return /^no response justified|^none justified/i.test(words) ? 'none' : null
}

/**
 * The verdict that our findings come to.
 * Unknown counts as not shown: the coders' "missing" makes no difference between the two.
 */
export function legalVerdict(facts: Facts, compiled: CompiledDoctrine, onDate: CalendarDate): LegalVerdict {
  const isAttributed = knownValue(facts.one('stateNamed')) === true
  const isBreach = breachShown(facts, compiled, onDate)
  if (isAttributed && isBreach) return 'countermeasures'
  return isAttributed || isBreach ? 'retorsion' : 'none'
}

function breachShown(facts: Facts, compiled: CompiledDoctrine, onDate: CalendarDate): boolean {
  const law = compiled.on(onDate)
  const frame = law.read(asIfByState(facts))
  return BREACH_TESTS.some((id) => law.test(id)?.verdict(frame) === 'true')
}

/** The same facts, supposing a State behind the act and reading the two qualifications from effects and targets. */
function asIfByState(facts: Facts): Facts {
  const effects = knownValue(facts.one('effects'))
  const functions = knownValue(facts.one('criticalStateFunctionsAffected'))
  const damage = knownValue(facts.one('physicalDamage'))
  const hasEffects =
    (Array.isArray(effects) && effects.some((effect) => TERRITORIAL_EFFECTS.includes(effect))) ||
    (damage !== undefined && damage !== 'none')
  const supposed = new Map<string, Fact>([['stateAttributable', known('yes')]])
  if (hasEffects) supposed.set('territorialEffects', known(true))
  if (Array.isArray(functions) && functions.length > 0) {
    supposed.set('inherentlyGovernmentalFunctionAffected', known(true))
  }
  return {
    one: (property) => {
      const stated = facts.one(property)
      return property === 'stateAttributable' || stated.state === 'unknown'
        ? (supposed.get(property) ?? stated)
        : stated
    },
    many: (property) => facts.many(property),
    properties: [...facts.properties, ...supposed.keys()],
  }
}

function known(value: Value): Fact {
  return { state: 'known', value, support: [] }
}
