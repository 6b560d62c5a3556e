/**
 * Worlds drawn at random: statements under all markings, corrections, need-to-know lists and statements marked anew, about two
 * cases and one record of the portfolio; who reads them, and what each sees of them in the end.
 *
 * Next door: `non-interference.test.ts` records each twice, `asked-of-a-ledger.ts` asks.
 */
import {
  type Audience,
  effectiveMarking,
  highestMarking,
  isAtLeastAsStrict,
  type Marking,
  mayRead,
  PUBLIC,
  type Reader,
  READER_ROLES,
  TLP_LABELS,
} from '@demarche/core'
import fc from 'fast-check'
import type { Store } from '../src/index.ts'
import { markingColumns } from '../src/ledger/prepare.ts'
import { drawMarkings, type DrawnMarking, listName, markingIn, RECORDER } from './drawn-markings.ts'
import { aDraft, aList, aRemarking, KEEPER } from './ledgers.ts'

const PERSONS: readonly string[] = [RECORDER, 'person:bbbbbbbbbbbbbbbb', 'person:cccccccccccccccc']

const markings = drawMarkings(['EU', 'EE', 'FI'])

export const readers: fc.Arbitrary<Reader> = fc.record({
  party: fc.constantFrom('EU', 'EE', 'public'),
  person: fc.constantFrom(...PERSONS),
  role: fc.constantFrom(...READER_ROLES, 'system'),
  maxDistribution: fc.constantFrom('PUBLIC', 'LIMITE'),
  maxTlp: fc.constantFrom(...TLP_LABELS),
})

export const audiences: fc.Arbitrary<Audience> = fc.record({
  party: fc.constantFrom('EU', 'EE', 'FI', 'public'),
  maxDistribution: fc.constantFrom('PUBLIC', 'LIMITE'),
  maxTlp: fc.constantFrom(...TLP_LABELS),
})

const assertions = fc.oneof(
  fc.record({ property: fc.constant('name'), value: fc.constantFrom('Rain', 'Snow', 'Łódź') }),
  fc.record({ property: fc.constant('start'), value: fc.constantFrom('2016', '2016-05', '2019-05-17') }),
  fc.record({ property: fc.constant('startDate'), value: fc.constantFrom('2016', '2016-05', '2019-05-17') }),
  fc.record({ property: fc.constant('memberStates'), value: fc.subarray(['DE', 'FR', 'EE']) }),
)

/** What is recorded one after the other about few cases; an index points back at an earlier statement. */
export const histories = fc.record({
  members: fc.tuple(fc.subarray(PERSONS.slice(1)), fc.subarray(PERSONS.slice(1))),
  acts: fc.array(
    fc.record({
      slug: fc.constantFrom('a', 'b', 'c'),
      marking: fc.oneof(markings, fc.constant<DrawnMarking>({ distribution: 'PUBLIC', tlp: 'TLP:CLEAR' })),
      assertions: fc.array(assertions, { minLength: 1, maxLength: 3 }),
      minute: fc.integer({ min: 0, max: 59 }),
      corrects: fc.option(fc.nat(20)),
      markedAnew: fc.option(markings, { freq: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
})
type History = typeof histories extends fc.Arbitrary<infer T> ? T : never

export const kindOf = (entity: string): string => entity.slice(0, entity.indexOf(':'))
const party = ({ releasableTo }: Marking): string => releasableTo?.[0] ?? 'EU'
const authorOf = (marking: Marking): Reader => ({
  ...KEEPER,
  role: 'chair',
  person: RECORDER,
  party: party(marking),
})

/** Two are cases; the third is a record of the portfolio. */
export const entityOf = (prefix: string, slug: string): string =>
  `${slug === 'c' ? 'project' : 'case'}:${prefix}-${slug}`

/** Whether nobody reads under the one who cannot read under the other, both asserted by that party (LED-12, LED-16). */
const coversFor = (assertedBy: string, marking: Marking, target: Marking): boolean =>
  isAtLeastAsStrict(
    effectiveMarking({ marking, assertedBy }),
    effectiveMarking({ marking: target, assertedBy }),
  )

const keyOf = (readable: Parameters<typeof markingColumns>[0]): string => markingColumns(readable).marking_key

/** One history with its names: entities, lists and drafts of this run. @param prefix by which its entities are told from those of other worlds */
export function worldOf({ members, acts }: History, prefix: string) {
  const listNames = members.map((_, index) => listName(prefix, index))
  const steps = acts.map((act, index) => {
    const marking = markingIn(prefix, act.marking)
    const later = act.markedAnew && markingIn(prefix, act.markedAnew)
    // marked anew by the party that asserted it, which must still be able to read it
    const author = authorOf(marking)
    const assertedBy = author.party
    const isOpen = later && mayRead(author, { marking: later, assertedBy }, listNames)
    // what is for the own organisation alone is the same with and without that party named (LED-16)
    const isNew = later && keyOf({ marking: later, assertedBy }) !== keyOf({ marking, assertedBy })
    return { ...act, index, marking, author, assertedBy, later: isOpen && isNew ? later : null }
  })
  return { listNames, members, steps, prefix, cases: ['a', 'b', 'c'].map((slug) => entityOf(prefix, slug)) }
}
export type World = ReturnType<typeof worldOf>

export const listsOf = ({ listNames, members }: World, person: string): string[] =>
  listNames.filter((_, index) => person === RECORDER || members[index]?.includes(person))

/** Whether the reader sees the statement of a step in the end. */
export const endsVisible = (
  world: World,
  reader: Reader,
  { marking, later, assertedBy }: World['steps'][number],
) => mayRead(reader, { marking: later ?? marking, assertedBy }, listsOf(world, reader.person))

/** Records the part of a world that `keep` keeps; gives the ids of the statements. */
export async function record(store: Store, world: World, keep: (step: World['steps'][number]) => boolean) {
  const ids: (string | null)[] = []
  for (const [index, list] of world.listNames.entries()) {
    const everybody = [RECORDER, ...(world.members[index] ?? [])]
    await store.as(authorOf(PUBLIC)).append([aList(list, everybody)])
  }
  for (const step of world.steps) {
    const { index, slug, marking, assertions: said, minute, corrects, author, later } = step
    const entity = entityOf(world.prefix, slug)
    const target = corrects === null ? undefined : world.steps[corrects]
    const before = corrects === null || corrects >= index ? null : ids[corrects]
    // a correction goes to what its author can see, is marked at least as strictly (LED-12), and what is marked anew
    // later is neither corrected nor corrects: those who saw the one may remember its name
    const supersedes =
      before &&
      target &&
      !target.later &&
      !later &&
      target.slug === slug &&
      target.assertedBy === step.assertedBy &&
      coversFor(step.assertedBy, marking, target.marking)
        ? [{ statement: before }]
        : undefined
    const draft = aDraft({
      entity,
      kind: kindOf(entity),
      marking,
      assertions: said,
      assertedBy: step.assertedBy,
      document: `Report ${index}`,
      assertedAt: `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
      ...(supersedes ? { supersedes } : {}),
    })
    if (!keep(step)) {
      ids.push(null)
      continue
    }
    const { statements } = await store.as(author).append([draft])
    const [statement] = statements
    ids.push(statement?.id ?? null)
    await store.audit.note({
      at: draft.assertedAt,
      person: RECORDER,
      party: step.assertedBy,
      role: 'chair',
      verb: 'statement.add',
      target: entity,
      outcome: 'done',
    })
    if (!statement || !later) continue
    const own = { ...highestMarking([marking, later]), releasableTo: [step.assertedBy] }
    await store
      .as(author)
      .append([
        aRemarking(statement, later, { marking: own, assertedBy: step.assertedBy, document: `Act ${index}` }),
      ])
  }
  return ids
}
