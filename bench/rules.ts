/**
 * How fast rules are: against two other engines on the same rules and facts, and on the shipped pack.
 *
 * Fifty generated rules over 2,000 fact sets in our compiled rules, json-rules-engine and zen-engine: the hits must be
 * the same, set by set and rule by rule, or the run fails. Ours includes laying out each fact set. Then all legal tests
 * and the seven dimensions of the pack over generated cases, with and without building every reason.
 *
 * `node_modules/.bin/node bench/rules.ts`, or `npm run bench -- rules`.
 */
import { ZenEngine } from '@gorules/zen-engine'
import {
  assessLaw,
  CASE_VOCABULARY,
  compileDoctrine,
  compileRule,
  type CompiledRule,
  deriveFacts,
  type Fact,
  factsOf,
  openFrame,
  type Property,
  rateDimensions,
  type Rule,
  type RuleScope,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import type { BenchLine } from './bench-line.ts'
import {
  CHOICES,
  COUNTS,
  type FactSet,
  FLAGS,
  makeCases,
  makeFactSets,
  makeRules,
  WORDS,
} from './generate-cases.ts'

const RULES = 50
const SETS = 2000
const CASES = 5000
const DATE = '2026-11-23'

type Hits = readonly boolean[][]

export async function run(): Promise<BenchLine[]> {
  const rules = makeRules(RULES, 7)
  const sets = makeFactSets(SETS, 11)
  const ours = prepareOurs(rules)
  const [theirs, zen] = [prepareJsonRules(rules), prepareZen(rules)]

  const expected = ours(sets)
  requireSameHits('json-rules-engine', expected, await theirs(sets))
  requireSameHits('zen-engine', expected, await zen(sets))

  const oursPerSecond = SETS / (await fastest(5, async () => ours(sets)))
  const theirsPerSecond = SETS / (await fastest(2, () => theirs(sets)))
  const zenPerSecond = SETS / (await fastest(3, () => zen(sets)))
  const hits = expected.flat().filter(Boolean).length
  return [
    {
      name: `compiled rules, ${RULES} rules`,
      value: oursPerSecond,
      unit: 'fact sets/s',
      against: `${hits} hits, the same in all three`,
    },
    { name: 'json-rules-engine, same rules', value: theirsPerSecond, unit: 'fact sets/s' },
    { name: 'zen-engine, same rules', value: zenPerSecond, unit: 'fact sets/s' },
    {
      name: 'compiled rules to json-rules-engine',
      value: oursPerSecond / theirsPerSecond,
      unit: 'times',
      against: 'target 20',
    },
    {
      name: 'compiled rules to zen-engine',
      value: oursPerSecond / zenPerSecond,
      unit: 'times',
      against: 'target 10',
    },
    ...(await packLines()),
  ]
}

async function packLines(): Promise<BenchLine[]> {
  const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
  const law = compiled.on(DATE)
  const cases = makeCases(
    law.slots.map(({ property }) => property),
    CASES,
    13,
  )
  const assess = (use: (finding: unknown) => number): number => {
    let sum = 0
    for (const facts of cases) {
      for (const finding of assessLaw(compiled, facts, DATE)) sum += use(finding)
      for (const finding of rateDimensions(compiled, facts, DATE, new Map())) sum += use(finding)
    }
    return sum
  }
  const verdicts = CASES / (await fastest(5, async () => assess(() => 1)))
  const reasons = CASES / (await fastest(2, async () => assess((finding) => JSON.stringify(finding).length)))
  const derived = CASES / (await fastest(3, async () => cases.map((facts) => deriveFacts(facts, DATE))))
  const what = `${law.tests.length} legal tests and ${law.scales.length} dimensions`
  return [
    { name: `${what}, reasons when asked`, value: verdicts, unit: 'cases/s', against: 'target 20,000' },
    { name: `${what}, every reason and proof built and written out`, value: reasons, unit: 'cases/s' },
    { name: 'derived facts', value: derived, unit: 'cases/s' },
  ]
}

function prepareOurs(rules: readonly Rule[]): (sets: readonly FactSet[]) => Hits {
  const properties = new Map([
    ...FLAGS.map((name) => [name, propertyOf(name, { type: 'boolean' })] as const),
    ...COUNTS.map((name) => [name, propertyOf(name, { type: 'integer', unit: 'things' })] as const),
    ...WORDS.map((name) => [name, propertyOf(name, { type: 'enum', values: CHOICES })] as const),
  ])
  const names = [...properties.keys()]
  const scope: RuleScope = {
    slot(name) {
      const property = properties.get(name)
      if (!property) throw new Error(`no property ${name}`)
      return { index: names.indexOf(name), name, property, isJudgement: false }
    },
    test(id) {
      throw new Error(`no test ${id}`)
    },
  }
  const compiled: readonly CompiledRule[] = rules.map((rule, i) => compileRule(rule, `rule-${i}`, scope))
  return (sets) =>
    sets.map((set) => {
      const facts = new Map<string, Fact>()
      for (const [name, value] of Object.entries(set)) facts.set(name, { state: 'known', value, support: [] })
      const frame = openFrame(factsOf(facts))
      return compiled.map(({ verdict }) => verdict(frame) === 'true')
    })
}

function propertyOf(name: string, type: Property['type']): Property {
  return { name, label: name, description: name, group: 'bench', cardinality: 'one', type }
}

const JSON_RULES_OPERATORS: Readonly<Record<string, string>> = {
  '==': 'equal',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  in: 'in',
}

function prepareJsonRules(rules: readonly Rule[]): (sets: readonly FactSet[]) => Promise<Hits> {
  const engine = new Engine(
    rules.map((rule, i): RuleProperties => ({
      conditions: { all: [jsonCondition(rule)] },
      event: { type: `rule-${i}` },
    })),
  )
  return async (sets) => {
    const hits: boolean[][] = []
    for (const set of sets) {
      const { events } = await engine.run(set)
      const row = rules.map(() => false)
      for (const { type } of events) row[Number(type.slice('rule-'.length))] = true
      hits.push(row)
    }
    return hits
  }
}

type JsonCondition = Extract<RuleProperties['conditions'], { all: unknown }>['all'][number]

function jsonCondition(rule: Rule): JsonCondition {
  if ('all' in rule) return { all: rule.all.map(jsonCondition) }
  if ('any' in rule) return { any: rule.any.map(jsonCondition) }
  if (!('fact' in rule)) throw new Error('the comparison has only facts, all and any')
  return { fact: rule.fact, operator: JSON_RULES_OPERATORS[rule.is] ?? rule.is, value: rule.value }
}

/** One decision with one expression per rule: one call per fact set, the engine's cheapest form. */
function prepareZen(rules: readonly Rule[]): (sets: readonly FactSet[]) => Promise<Hits> {
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', content: {} },
      {
        id: 'rules',
        name: 'rules',
        type: 'expressionNode',
        content: {
          expressions: rules.map((rule, i) => ({ id: `e${i}`, key: `r${i}`, value: zenExpression(rule) })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', content: {} },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  })
  return async (sets) => {
    const hits: boolean[][] = []
    for (const set of sets) {
      const { result } = await decision.evaluate(set)
      hits.push(rules.map((_, i) => result[`r${i}`] === true))
    }
    return hits
  }
}

function zenExpression(rule: Rule): string {
  if ('all' in rule) return `(${rule.all.map(zenExpression).join(' and ')})`
  if ('any' in rule) return `(${rule.any.map(zenExpression).join(' or ')})`
  if (!('fact' in rule)) throw new Error('the comparison has only facts, all and any')
  return `${rule.fact} ${rule.is} ${JSON.stringify(rule.value)}`
}

function requireSameHits(engine: string, expected: Hits, seen: Hits): void {
  expected.forEach((row, set) => {
    row.forEach((hit, rule) => {
      if (seen[set]?.[rule] !== hit) {
        throw new Error(
          `${engine} differs on fact set ${set}, rule ${rule}: ${seen[set]?.[rule]}, ours ${hit}`,
        )
      }
    })
  })
}

/** Seconds of the fastest of several rounds: the others had company on the machine. */
async function fastest(rounds: number, work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await work()
    best = Math.min(best, (performance.now() - began) / 1000)
  }
  return best
}

if (import.meta.main) for (const line of await run()) console.log(line)
