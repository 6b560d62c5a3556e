/**
 * A doctrine small enough to read at a glance: for tests of the machinery, not of the law.
 *
 * Also the shortest ways to write facts and statements in tests.
 */
import {
  type Citation,
  type Dimension,
  type DimensionScale,
  type Doctrine,
  type DraftStatement,
  type Fact,
  type Facts,
  factsOf,
  identify,
  type LegalTest,
  type Norm,
  type Rule,
  type Statement,
  type Support,
  type Value,
  WORKING,
} from '../src/index.ts'

const source: Citation = { document: 'Invented Act', locator: 'Art. 1' }
const entry = { authority: 'our-judgement', source, inForce: { from: '2000-01-01' }, verified: true } as const

export function aTest(id: string, rule: Rule, more: Partial<LegalTest> = {}): LegalTest {
  return {
    ...entry,
    id,
    label: `Test ${id}`,
    family: 'sanctions-regime',
    order: 1,
    lawLeavesOpen: [],
    practice: [],
    rule,
    ...more,
  }
}

export function aScale(id: Dimension, levels: DimensionScale['levels']): DimensionScale {
  return {
    ...entry,
    id,
    label: id,
    question: `How is the ${id}?`,
    anchors: ['none', 'slight', 'limited', 'serious', 'grave', 'extreme'],
    levels,
  }
}

export function aNorm(letter: string, considerWhen?: Rule): Norm {
  const norm = {
    ...entry,
    id: `norm-${letter}`,
    label: `Norm ${letter}`,
    letter,
    polarity: 'restraint',
    items: [],
  } as const
  return considerWhen ? { ...norm, considerWhen, thenAsk: 'What was asked of the State?' } : norm
}

export function aDoctrine(parts: Partial<Doctrine>): Doctrine {
  return {
    id: 'small',
    title: 'A small doctrine',
    version: 'small 1',
    tests: [],
    scales: [],
    proportionality: {
      ...entry,
      id: 'proportionality',
      label: 'Proportionality',
      ceilings: [
        { band: 0, usualCeiling: 1 },
        { band: 1, usualCeiling: 2 },
        { band: 2, usualCeiling: 3 },
        { band: 3, usualCeiling: 4 },
        { band: 4, usualCeiling: 4 },
        { band: 5, usualCeiling: 5 },
      ],
    },
    measures: [],
    norms: [],
    packages: [],
    documents: [],
    votingRules: [],
    roles: [],
    populations: [],
    graph: {
      states: [],
      transitions: [],
      verbs: [],
      silence: {
        ...entry,
        id: 'silence',
        label: 'Silence',
        hours: { normal: 72, short: 24, crisis: 4 },
        clock: 'Brussels',
      },
    },
    tracks: [],
    ...parts,
  }
}

export function supportFrom(statement: string, property: string): readonly Support[] {
  return [{ statement, property }]
}

export function known(value: Value, support: readonly Support[] = []): Fact {
  return { state: 'known', value, support }
}

export function contested(...values: readonly Value[]): Fact {
  return { state: 'contested', alternatives: values.map((value) => ({ value, support: [] })) }
}

const isFact = (value: Value | Fact): value is Fact => typeof value === 'object' && 'state' in value

/** Known facts by property; lists of values for properties of cardinality `many` come second. */
export function factsWith(
  one: Readonly<Record<string, Value | Fact>>,
  many: Readonly<Record<string, readonly Value[]>> = {},
): Facts {
  return factsOf(
    new Map(
      Object.entries(one).map(([name, value]) => [
        name,
        isFact(value) ? value : known(value, supportFrom('s', name)),
      ]),
    ),
    new Map(
      Object.entries(many).map(([name, values]) => [
        name,
        values.map((value, i) => ({ value, support: supportFrom(`s${i}`, name) })),
      ]),
    ),
  )
}

export function aDraft(
  assertions: Readonly<Record<string, Value>>,
  more: Partial<DraftStatement> = {},
): DraftStatement {
  return {
    entity: 'case:invented',
    kind: 'case',
    assertions: Object.entries(assertions).map(([property, value]) => ({ property, value })),
    source: { document: 'An invented report', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: WORKING,
    assertedBy: 'EE',
    assertedAt: '2026-03-03T10:00:00.000Z',
    ...more,
  }
}

export function aStatement(
  assertions: Readonly<Record<string, Value>>,
  more: Partial<DraftStatement> = {},
): Statement {
  return identify(aDraft(assertions, more))
}
