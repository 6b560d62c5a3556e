/**
 * What doctrine says in words of this desk's own beyond its labels: items of guidance, what a test says when it is met or not, usual times,
 * what is expected of the positions, how a body votes, what a rule asks people, of which nature an entry is, what measures cost and what speaks for them; how the
 * goals that come with the desk are called and what they come to. The English texts are those of the pack and of the shipped records, so that what changes there is translated anew.
 *
 * Next door: `languages.test.ts` says what a language lacks.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { loadDoctrine, loadShipped } from '@demarche/doctrine'
import type { Rule, Value } from '@demarche/core'
import type { Texts } from './load-texts.ts'

type Entry = readonly [key: string, text: string]

const labels = fileURLToPath(new URL('../../../doctrine/src/labels', import.meta.url))
const { documents, graph, measures, norms, packages, roles, scales, tests, votingRules } = loadDoctrine()

/** Texts that several entries have in common stand under themselves, once. */
const shared = (family: string, texts: readonly string[]): readonly Entry[] =>
  [...new Set(texts)].map((text) => [`${family}.${text}`, text])

const goals = loadShipped().records.filter(({ kind }) => kind === 'goal')
const stated = (property: string): readonly (readonly [entity: string, value: Value])[] =>
  goals.flatMap(({ entity, passages }) =>
    passages.flatMap(({ assertions }) =>
      assertions.flatMap((one) => (one.property === property ? [[entity, one.value] as const] : [])),
    ),
  )
/** Why the rules of a goal count what they count. */
const reasons = stated('counts').flatMap(([, rules]) =>
  [rules]
    .flat()
    .flatMap((rule: Value) => (typeof rule === 'object' && 'why' in rule ? [String(rule.why)] : [])),
)

const times = [
  ...measures.map(({ leadTime }) => leadTime.text),
  ...graph.transitions.flatMap(({ deadline }) => [deadline.normal, deadline.crisis]),
]
const bodies = measures
  .flatMap(({ proposers, deciders }) => [...proposers, ...deciders])
  .filter((body) => !roles.some(({ id }) => id === body))
const bases = graph.transitions.flatMap(({ deadline }) => deadline.basis.split(': ').slice(1))

/** What a rule puts to people in words of its own; conditions that it repeats from an act are law. */
function askedIn(rule: Rule): readonly string[] {
  if ('all' in rule) return rule.all.flatMap(askedIn)
  if ('any' in rule) return rule.any.flatMap(askedIn)
  if ('not' in rule) return askedIn(rule.not)
  if ('conditions' in rule) return rule.conditions
  return 'human' in rule ? [rule.human] : []
}
const rules = [
  ...tests.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
  ...measures.flatMap(({ availability }) => availability.map(({ rule }) => rule)),
]

const onRecord: readonly Entry[] = [
  ...norms.flatMap(({ id, items, thenAsk }): readonly Entry[] => [
    ...items.map((item): Entry => [`norms.${id}.${item.id}`, item.text]),
    ...(thenAsk === undefined ? [] : [[`norms.${id}.thenAsk`, thenAsk] as const]),
  ]),
  ...tests.flatMap(({ id, wording = {} }) =>
    Object.entries(wording).map(([verdict, words]): Entry => [`tests.${id}.${verdict}`, words]),
  ),
  ...votingRules.flatMap(({ id, use, steps = [] }): readonly Entry[] => [
    ...(use === undefined ? [] : [[`votingRules.${id}.use`, use] as const]),
    ...steps.map((step, index): Entry => [`votingRules.${id}.${index + 1}`, step]),
  ]),
  ...shared('time', times),
  ...shared('basis', bases),
  ...shared(
    'positions',
    graph.transitions.flatMap(({ positions }) => positions ?? []),
  ),
  ...shared(
    'voting',
    measures.map(({ votingRule }) => votingRule),
  ),
  ...shared('body', bodies),
  ...shared(
    'reversibility',
    measures.map(({ reversibility }) => reversibility),
  ),
  ...shared(
    'costs',
    measures.flatMap(({ costs }) => costs),
  ),
  ...shared(
    'risks',
    measures.flatMap(({ risks }) => risks),
  ),
  ...shared(
    'availability',
    measures.flatMap(({ availability }) => availability.map(({ text }) => text)),
  ),
  ...shared('question', rules.flatMap(askedIn)),
  ...shared(
    'nature',
    [...tests, ...measures, ...norms, ...scales, ...votingRules, ...documents].flatMap(
      ({ nature }) => nature ?? [],
    ),
  ),
  ...shared(
    'conflicts',
    measures.flatMap(({ conflictsWith }) => conflictsWith.map(({ why }) => why)),
  ),
  ...shared(
    'attribution',
    measures.map(({ attribution }) => attribution.text),
  ),
  ...shared(
    'purpose',
    packages.map(({ purpose }) => purpose),
  ),
  ...shared(
    'scale',
    scales.map(({ question }) => question),
  ),
  ...shared(
    'anchor',
    scales.flatMap(({ anchors }) => anchors),
  ),
  ...['name', 'aim'].flatMap((property) =>
    stated(property).map(([entity, value]): Entry => [
      `${entity.replace('goal:', 'goals.')}.${property}`,
      String(value),
    ]),
  ),
  ...shared('goals', reasons),
]

test('the English texts are those of the doctrine, so that a text that changes is translated anew', () => {
  const english: Texts = JSON.parse(readFileSync(`${labels}/en.texts.json`, 'utf8'))
  expect(Object.entries(english).toSorted()).toEqual(onRecord.toSorted())
})
