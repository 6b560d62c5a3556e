/**
 * Worlds drawn at random: a few cases and records of the portfolio, what was said of them under all markings, need-to-know lists, corrections, statements
 * marked anew, procedures with their acts, and what archives of other desks brought of theirs.
 *
 * Next door: `record-worlds.ts` puts them on record, whole or without what a reader may not see.
 */
import {
  type Act,
  type Ceiling,
  type Marking,
  effectiveMarking,
  markingKey,
  mayRead,
  POSITIONS,
  type Reader,
  type ReaderRole,
} from '@demarche/core'
import fc from 'fast-check'
import {
  drawMarkings,
  type DrawnMarking,
  listName,
  markingIn,
  RECORDER,
} from '../../../store/test/drawn-markings.ts'

export const CEILING: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }
const PARTIES = ['EE', 'FI', 'FR', 'EEAS'] as const

const markings = drawMarkings(['EE', 'FI', 'public'])
const WORKING: DrawnMarking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }
const OPEN: DrawnMarking = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }

const assertions = fc.oneof(
  fc.record({ property: fc.constant('name'), value: fc.constantFrom('Rain', 'Snow', 'Łódź') }),
  fc.record({
    property: fc.constant('summary'),
    value: fc.constantFrom('A port stood still.', 'Mail was read.'),
  }),
  fc.record({ property: fc.constant('startDate'), value: fc.constantFrom('2016', '2021-05', '2024-05-17') }),
  fc.record({
    property: fc.constant('memberStates'),
    value: fc.subarray(['DE', 'FR', 'EE'], { minLength: 1 }),
  }),
  fc.record({ property: fc.constant('deaths'), value: fc.nat({ max: 3 }) }),
  fc.record({
    property: fc.constant('rights.answer'),
    value: fc.record({
      measures: fc.constant(['stab-hr-declaration']),
      question: fc.constantFrom('hm-01', 'hm-02'),
      answer: fc.constantFrom('no-concern', 'not-known'),
      grounds: fc.constantFrom('Asked at home.', 'Nobody was asked.'),
    }),
  }),
  fc.record({
    property: fc.constant('rights.signature'),
    value: fc.constant({ measures: ['stab-hr-declaration'], reviewBy: '2030-01-01' }),
  }),
)

/** What is said of a project or a commitment; both kinds have all of these. */
const facts = fc.oneof(
  fc.record({ property: fc.constant('name'), value: fc.constantFrom('Course', 'Rain gauge', 'Łódź') }),
  fc.record({ property: fc.constant('start'), value: fc.constantFrom('2016', '2021-05', '2024-05-17') }),
  fc.record({ property: fc.constant('norms'), value: fc.subarray(['un-a', 'un-c'], { minLength: 1 }) }),
)
/** where projects work, and who promises */
export const PLACES = ['GE', 'MD', 'EE'] as const
const places = fc.subarray([...PLACES], { minLength: 1 })

const sayings = fc.record({
  what: fc.constant('saying' as const),
  // cases more often than anything else: most of what the desk answers is made of them
  slug: fc.constantFrom('a', 'b', 'c', 'a', 'b', 'c', 'p', 'q', 'e', 'r', 's'),
  /** whether it rests on the item of evidence */
  rests: fc.boolean(),
  /** of a record of the portfolio, in place of the assertions of a case */
  facts: fc.array(facts, { minLength: 1, maxLength: 2 }),
  places,
  marking: fc.oneof(markings, fc.constant(WORKING), fc.constant(OPEN)),
  by: fc.constantFrom(...PARTIES),
  assertions: fc.array(assertions, { minLength: 1, maxLength: 3 }),
  corrects: fc.option(fc.nat(12)),
  markedAnew: fc.option(markings, { freq: 3 }),
  /** whether it is to be erased, or was */
  erasure: fc.option(fc.constantFrom('proposed', 'carried-out'), { freq: 1 }),
})

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ verb: fc.constant('propose' as const), reason: fc.constantFrom('Ports matter.', 'So be it.') }),
  fc.constant<Act>({ verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-26' }),
  fc.constant<Act>({ verb: 'set-text', paragraphs: [{ id: 'p1', text: 'The EU condemns.' }] }),
  fc.record({ verb: fc.constant('state-position' as const), position: fc.constantFrom(...POSITIONS) }),
  fc.constant<Act>({ verb: 'amend', amendment: 'a1', paragraph: 'p1', text: 'The EU strongly condemns.' }),
  fc.constant<Act>({ verb: 'open-silence', until: '2026-11-25T11:00:00.000Z' }),
  fc.constant<Act>({ verb: 'break-silence', reason: 'Paragraph 1 goes too far.' }),
  fc.constant<Act>({ verb: 'take-no-action', reason: 'No consensus.' }),
)
const procedures = fc.record({
  what: fc.constant('procedure' as const),
  slug: fc.constantFrom('a', 'b', 'c'),
  marking: fc.oneof(markings, fc.constant(WORKING)),
  by: fc.constantFrom(...PARTIES),
  measure: fc.constantFrom('stab-hr-declaration', 'coop-demarche', 'rest-asset-freeze'),
  acts: fc.array(fc.record({ by: fc.constantFrom(...PARTIES, 'IE'), act: acts }), { maxLength: 4 }),
})
/** What an archive brought of a procedure of another desk: several of one case are archives of the same procedure. */
const archives = fc.record({
  what: fc.constant('archive' as const),
  slug: fc.constantFrom('a', 'b'),
  marking: fc.oneof(markings, fc.constant(WORKING)),
  by: fc.constantFrom(...PARTIES),
  acts: fc.array(fc.record({ by: fc.constantFrom(...PARTIES, 'IE'), act: acts }), { maxLength: 3 }),
})
/** @param others people who may stand on need-to-know lists, as numbers from 0 */
export const worlds = (others: number) =>
  fc.record({
    members: fc.tuple(fc.array(fc.nat({ max: others - 1 })), fc.array(fc.nat({ max: others - 1 }))),
    steps: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: sayings },
        { weight: 2, arbitrary: procedures },
        { weight: 1, arbitrary: archives },
      ),
      { minLength: 1, maxLength: 7 },
    ),
  })
type Drawn = ReturnType<typeof worlds> extends fc.Arbitrary<infer T> ? T : never
type DrawnStep = Drawn['steps'][number] & { readonly index: number }
/** With the marking it is recorded under, and the one it is given afterwards, where it is. */
export type Step = DrawnStep & { readonly marked: Marking; readonly later: Marking | null }

export interface World {
  readonly prefix: string
  readonly lists: readonly { readonly name: string; readonly members: readonly string[] }[]
  readonly steps: readonly Step[]
}

/** The world with its names: entities, lists and people of this one alone. */
export function nameWorld({ members, steps }: Drawn, prefix: string, people: readonly string[]): World {
  const lists = members.map((numbers, index) => ({
    name: listName(prefix, index),
    members: [...new Set([RECORDER, ...numbers.flatMap((number) => people[number] ?? [])])],
  }))
  return {
    prefix,
    lists,
    steps: steps.map((step, index) => {
      const wanted = markingIn(prefix, step.marking)
      // its author must be able to read it
      const marked = wanted.releasableTo
        ? { ...wanted, releasableTo: [...new Set([step.by, ...wanted.releasableTo])] }
        : wanted
      const anew = step.what === 'saying' && step.markedAnew ? markingIn(prefix, step.markedAnew) : null
      const isOpen =
        anew &&
        mayRead(
          authorOf(step.by),
          { marking: anew, assertedBy: step.by },
          lists.map(({ name }) => name),
        )
      return {
        ...step,
        index,
        marked,
        later: isOpen && standingKey(anew, step.by) !== standingKey(marked, step.by) ? anew : null,
      }
    }),
  }
}

/** What tells markings apart on record, for a statement of that party. */
function standingKey(marking: Marking, assertedBy: string): string {
  return markingKey(effectiveMarking({ marking, assertedBy }))
}

/** Whether the reader sees in the end what a step recorded. */
export function isVisible({ lists }: World, reader: Reader, { marked, later, by }: Step): boolean {
  const own = lists.filter(({ members }) => members.includes(reader.person)).map(({ name }) => name)
  return mayRead(reader, { marking: later ?? marked, assertedBy: by }, own)
}

/** Whether a desk needs that list, which has only what the reader sees: they stand on it, or something that they see bore it. */
export function isListNeeded(
  world: World,
  reader: Reader,
  { name, members }: World['lists'][number],
): boolean {
  return (
    members.includes(reader.person) ||
    world.steps.some((step) => step.marked.needToKnow === name && isVisible(world, reader, step))
  )
}

const KINDS: Readonly<Record<string, string>> = {
  p: 'project',
  q: 'commitment',
  e: 'evidence-item',
  r: 'consultation',
  s: 'submission',
}
/** The case of that letter; `p` is a project, `q` a commitment that it keeps, `e` an item of evidence, `r` a consultation, `s` an answer to it. */
export const entityOf = ({ prefix }: World, slug: string): string =>
  `${KINDS[slug] ?? 'case'}:${prefix}-${slug}`
/** The proposal to erase what that step said. */
export const erasureOf = ({ prefix }: World, index: number): string =>
  `erasure:${prefix.padStart(11, 'x')}${index}`
/** The procedure of that case at another desk, by its id there. */
export const placeElsewhere = (world: World, slug: string) => ({
  desk: 'd'.repeat(64),
  case: entityOf(world, slug),
  procedure: `procedure:${world.prefix}-${slug}`,
})
export const procedureOf = ({ prefix }: World, index: number): string => `procedure:${prefix}-${index}`

export function authorOf(party: string, role: ReaderRole = 'chair'): Reader {
  return { party, person: RECORDER, role, ...CEILING }
}
