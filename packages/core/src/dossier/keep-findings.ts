/**
 * Findings kept by the facts that they rest on: a statement touches a fact or two, and rules that read neither find the same.
 *
 * Gives what `FINDINGS_AFRESH` gives, and the very object where the facts that a finding may read are the same, whatever case
 * they are of. A finding is made from those facts alone and from nothing else that is known of the case, so that two
 * readers can share it: to read any other fact is a fault.
 *
 * Next door: `compile-dossier.ts`; `../toolbox/weigh-case.ts` for findings made afresh.
 */
import { assessTest, readByTest } from '../assessment/assess-law.ts'
import type { CompiledDoctrine, CompiledLaw } from '../assessment/compile-doctrine.ts'
import { decisiveFacts, readByDecisive } from '../assessment/decisive-facts.ts'
import type { StatementMap } from '../assessment/confidence.ts'
import { rateDimension, readByScale } from '../assessment/rate-dimensions.ts'
import { DERIVATIONS } from '../incident/derived-properties.ts'
import { type Facts, factsOf } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { composePackages } from '../toolbox/compose-packages.ts'
import type { Package } from '../toolbox/option.ts'
import { measuresOn, readByMeasure, weighMeasure } from '../toolbox/weigh-availability.ts'
import type { Findings } from '../toolbox/weigh-case.ts'

/** of each finding so many versions are kept, the last that were asked for */
const MOST_KEPT = 48
/** of facts so many are told from each other; a case of which much is known has a hundred */
const MOST_TOKENS = 10_000

const NO_STATEMENTS: StatementMap = new Map()

/** What is found on a day about a case of which those facts are known, and the statements under them. */
type Find<T> = (facts: Facts, onDate: CalendarDate, statements?: StatementMap) => T

/** Findings that are kept for as long as what is returned is. */
export function keepFindings(): Findings {
  const tokenOf = keepTokens()
  const finders = <K extends object, T>(
    namesOf: (law: CompiledLaw, of: K) => readonly string[],
    find: (law: CompiledLaw, of: K, ...rest: Parameters<Find<T>>) => T,
  ) => {
    const byLaw = new WeakMap<CompiledLaw, WeakMap<K, Find<T>>>()
    return (law: CompiledLaw, of: K): Find<T> => {
      const known = byLaw.get(law) ?? new WeakMap<K, Find<T>>()
      byLaw.set(law, known)
      const finder =
        known.get(of) ?? keepByFacts(namesOf(law, of), tokenOf, (...asked) => find(law, of, ...asked))
      known.set(of, finder)
      return finder
    }
  }
  const test = finders(readByTest, assessTest)
  const measure = finders(readByMeasure, (law, of, facts, onDate) =>
    weighMeasure(of, law, law.read(facts), onDate),
  )
  const scale = finders(readByScale, (law, of, facts, _onDate, statements = NO_STATEMENTS) =>
    rateDimension(of, law.read(facts), statements),
  )
  const decisive = finders(readByDecisive, (_law, compiled: CompiledDoctrine, facts, onDate) =>
    decisiveFacts(compiled, facts, onDate),
  )
  return {
    tests(compiled, facts, onDate) {
      const law = compiled.on(onDate)
      return law.tests.map((one) => test(law, one)(facts, onDate))
    },
    measures(compiled, facts, onDate) {
      const law = compiled.on(onDate)
      return measuresOn(compiled.doctrine, onDate).map((one) => measure(law, one)(facts, onDate))
    },
    decisive: (compiled, facts, onDate) => decisive(compiled.on(onDate), compiled)(facts, onDate),
    profile(compiled, facts, onDate, statements) {
      const law = compiled.on(onDate)
      return law.scales.map((one) => scale(law, one)(facts, onDate, statements))
    },
    packages: keepPackages(),
  }
}

/** @param named properties that may be read; with a derived one, what it follows from may be read too */
function keepByFacts<T>(named: readonly string[], tokenOf: TokenOf, find: Find<T>): Find<T> {
  const names = new Set(named.flatMap((name) => [name, ...(DERIVATIONS[name]?.from ?? [])]))
  const kept = new Map<string, T>()
  return (facts, onDate, statements) => {
    let key = `${onDate} `
    for (const name of names) key += tokenOf(facts, name)
    const found =
      kept.get(key) ?? find(only(names, facts), onDate, statements && under(names, facts, statements))
    keepLast(kept, key, found)
    return found
  }
}

/** By the very findings that they are composed of. */
function keepPackages(): Findings['packages'] {
  let given = 0
  const numbers = new WeakMap<object, number>()
  const numberOf = (one: object): number => {
    const number = numbers.get(one) ?? (given += 1)
    numbers.set(one, number)
    return number
  }
  const kept = new Map<string, readonly Package[]>()
  return (input) => {
    const { doctrine, measures, profile, band, onDate, isAttempt } = input
    const rests = [doctrine, ...measures, ...profile].map(numberOf)
    const key = JSON.stringify([onDate, isAttempt, band, rests])
    const packages = kept.get(key) ?? composePackages(input)
    keepLast(kept, key, packages)
    return packages
  }
}

function keepLast<T>(kept: Map<string, T>, key: string, found: T): void {
  kept.delete(key)
  kept.set(key, found)
  for (const old of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(old)
  }
}

/** Stands for a property with everything that is known of it; empty where nothing is. */
type TokenOf = (facts: Facts, name: string) => string

function keepTokens(): TokenOf {
  let given = 0
  const byText = new Map<string, string>()
  const byFacts = new WeakMap<Facts, Map<string, string>>()
  const give = (text: string): string => {
    if (text === '') return ''
    const known = byText.get(text)
    if (known !== undefined) return known
    // none is ever given twice: what was kept under those that are forgotten is found afresh
    if (byText.size >= MOST_TOKENS) byText.clear()
    const token = `${(given += 1)} `
    byText.set(text, token)
    return token
  }
  return (facts, name) => {
    const own = byFacts.get(facts) ?? new Map<string, string>()
    byFacts.set(facts, own)
    const token = own.get(name) ?? give(write(facts, name))
    own.set(name, token)
    return token
  }
}

function write(facts: Facts, name: string): string {
  const [one, many] = [facts.one(name), facts.many(name)]
  return one.state === 'unknown' && many.length === 0 ? '' : JSON.stringify([name, one, many])
}

/** Of those facts nothing but these. */
function only(names: ReadonlySet<string>, facts: Facts): Facts {
  const known = [...names]
  const kept = factsOf(
    new Map(
      known.map((name) => [name, facts.one(name)] as const).filter(([, fact]) => fact.state !== 'unknown'),
    ),
    new Map(known.map((name) => [name, facts.many(name)] as const).filter(([, values]) => values.length > 0)),
  )
  const named = (name: string): string => {
    if (names.has(name)) return name
    throw new Error(`a finding rests on ${name}, which is not among the facts that it is kept by`)
  }
  return {
    one: (name) => kept.one(named(name)),
    many: (name) => kept.many(named(name)),
    properties: kept.properties,
  }
}

/** Of those statements the ones under these facts: what they say and how sure they are goes with their ids, which the key has. */
function under(names: ReadonlySet<string>, facts: Facts, statements: StatementMap): StatementMap {
  const supports = [...names].flatMap((name) => {
    const one = facts.one(name)
    const alternatives = one.state === 'contested' ? one.alternatives : one.state === 'known' ? [one] : []
    return [...alternatives, ...facts.many(name)].flatMap(({ support }) => support)
  })
  return new Map(
    supports.flatMap(({ statement }) => {
      const found = statements.get(statement)
      return found ? [[statement, found] as const] : []
    }),
  )
}
