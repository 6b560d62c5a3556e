/**
 * Worlds drawn at random: a few cases, what was said of them under all markings, need-to-know lists, corrections, statements
 * marked anew, and procedures with their acts. One world is recorded twice: whole, and without what a reader may not see.
 *
 * Next door: `pair-of-desks.ts` has both desks, `questions.ts` asks them.
 */
import { DemarcheError } from '@demarche/api'
import {
  type Act,
  type Ceiling,
  type DraftStatement,
  highestMarking,
  type Marking,
  markingKey,
  mayRead,
  parsePartialDate,
  POSITIONS,
  type Reader,
  type ReaderRole,
  TLP_LABELS,
} from '@demarche/core'
import fc from 'fast-check'
import type { Office } from '../../src/office.ts'
import { draftAct } from '../../src/procedure/draft-act.ts'
import { recordAct } from '../../src/procedure/record-act.ts'

/** somebody who stands on every list and can so record everything */
export const RECORDER = 'person:aaaaaaaaaaaaaaaa'
const CEILING: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }
const PARTIES = ['EE', 'FI', 'FR', 'EEAS'] as const
const FIRST_INSTANT = Date.parse('2026-11-20T09:00:00Z')
const MINUTE = 60_000

/** A list stands as its number, because each world has lists of its own. */
const markings = fc.record(
  {
    distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
    tlp: fc.constantFrom(...TLP_LABELS),
    releasableTo: fc.subarray(['EE', 'FI', 'public'], { minLength: 1 }),
    list: fc.nat({ max: 1 }),
  },
  { requiredKeys: ['distribution', 'tlp'] },
)
type DrawnMarking = typeof markings extends fc.Arbitrary<infer T> ? T : never
const WORKING: DrawnMarking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }

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
)

const sayings = fc.record({
  what: fc.constant('saying' as const),
  slug: fc.constantFrom('a', 'b', 'c'),
  marking: fc.oneof(markings, fc.constant(WORKING)),
  by: fc.constantFrom(...PARTIES),
  assertions: fc.array(assertions, { minLength: 1, maxLength: 3 }),
  corrects: fc.option(fc.nat(12)),
  markedAnew: fc.option(markings, { freq: 3 }),
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
const TRACKS: Readonly<Record<string, string>> = {
  'stab-hr-declaration': 'track-declaration',
  'coop-demarche': 'track-demarche',
  'rest-asset-freeze': 'track-listing',
}

/** @param others people who may stand on need-to-know lists, as numbers from 0 */
export const worlds = (others: number) =>
  fc.record({
    reader: fc.nat({ max: others - 1 }),
    members: fc.tuple(fc.array(fc.nat({ max: others - 1 })), fc.array(fc.nat({ max: others - 1 }))),
    steps: fc.array(fc.oneof({ weight: 3, arbitrary: sayings }, { weight: 1, arbitrary: procedures }), {
      minLength: 1,
      maxLength: 7,
    }),
    /** what is asked of it */
    seed: fc.nat(),
  })
type Drawn = ReturnType<typeof worlds> extends fc.Arbitrary<infer T> ? T : never
type Step = Drawn['steps'][number] & { readonly index: number }

export interface World {
  readonly prefix: string
  readonly lists: readonly { readonly name: string; readonly members: readonly string[] }[]
  readonly steps: readonly (Step & { readonly marked: Marking; readonly later: Marking | null })[]
}

/** The world with its names: entities, lists and people of this one alone. */
export function nameWorld({ members, steps }: Drawn, prefix: string, people: readonly string[]): World {
  const lists = members.map((numbers, index) => ({
    name: `list:${prefix.padStart(11, 'x')}${index}`,
    members: [...new Set([RECORDER, ...numbers.flatMap((number) => people[number] ?? [])])],
  }))
  const markingOf = ({ list, ...marking }: DrawnMarking): Marking =>
    list === undefined ? marking : { ...marking, needToKnow: lists[list]?.name ?? '' }
  return {
    prefix,
    lists,
    steps: steps.map((step, index) => {
      const wanted = markingOf(step.marking)
      // its author must be able to read it
      const marked = wanted.releasableTo
        ? { ...wanted, releasableTo: [step.by, ...wanted.releasableTo] }
        : wanted
      const anew = step.what === 'saying' && step.markedAnew ? markingOf(step.markedAnew) : null
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
        later: isOpen && markingKey(anew) !== markingKey(marked) ? anew : null,
      }
    }),
  }
}

/** Whether the reader sees in the end what a step recorded. */
export function isVisible(
  { lists }: World,
  reader: Reader,
  { marked, later, by }: World['steps'][number],
): boolean {
  const own = lists.filter(({ members }) => members.includes(reader.person)).map(({ name }) => name)
  return mayRead(reader, { marking: later ?? marked, assertedBy: by }, own)
}

export const caseOf = ({ prefix }: World, slug: string): string => `case:${prefix}-${slug}`
export const procedureOf = ({ prefix }: World, index: number): string => `procedure:${prefix}-${index}`
/** The instant at which a step is recorded; each act of a procedure some minutes later. */
const instantOf = (index: number, act = 0): Date =>
  new Date(FIRST_INSTANT + index * 60 * MINUTE + act * MINUTE)

function authorOf(party: string, role: ReaderRole = 'chair'): Reader {
  return { party, person: RECORDER, role, ...CEILING }
}

function draftOf(
  parts: Pick<DraftStatement, 'entity' | 'kind' | 'assertions' | 'marking'> & Partial<DraftStatement>,
): DraftStatement {
  return {
    source: { document: 'Report', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    assertedBy: 'EE',
    assertedAt: instantOf(0).toISOString(),
    ...parts,
  }
}

/** Puts the lists of a world on record. */
export async function recordLists({ store }: Pick<Office, 'store'>, { lists }: World): Promise<void> {
  for (const { name, members } of lists) {
    const marking: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN', needToKnow: name }
    const draft = draftOf({
      entity: name,
      kind: 'need-to-know-list',
      assertions: [{ property: 'members', value: [...members] }],
      marking,
    })
    await store.as(authorOf('EE')).append([draft])
  }
}

/** Puts one step on record; gives the ids of its statements, and nothing for what the desk refused. */
export async function recordStep(
  office: Office,
  world: World,
  step: World['steps'][number],
  ids: readonly (readonly string[])[],
  setClock: (now: Date) => void,
): Promise<readonly string[]> {
  const { index, by, marked, later } = step
  setClock(instantOf(index))
  if (step.what === 'procedure') return recordProcedure(office, world, step, setClock)
  const { store } = office
  const target = step.corrects === null ? undefined : world.steps[step.corrects]
  const before = step.corrects === null || step.corrects >= index ? undefined : ids[step.corrects]?.[0]
  // a correction is marked at least as strictly as what it corrects (LED-12); who saw a statement before it was marked
  // anew may remember its name, so such a one is neither corrected nor corrects
  const corrects =
    before !== undefined &&
    target?.what === 'saying' &&
    !target.later &&
    !later &&
    target.slug === step.slug &&
    target.by === by &&
    markingKey(highestMarking([marked, target.marked])) === markingKey(marked)
  const draft = draftOf({
    entity: caseOf(world, step.slug),
    kind: 'case',
    assertions: step.assertions,
    marking: marked,
    assertedBy: by,
    assertedAt: instantOf(index).toISOString(),
    source: { document: `Report ${index}`, date: parsePartialDate('2026-11-19'), verified: true },
    ...(corrects ? { supersedes: [{ statement: before }] } : {}),
  })
  const { statements } = await store.as(authorOf(by)).append([draft])
  const [statement] = statements
  if (!statement) return []
  if (later) {
    const own = { ...highestMarking([marked, later]), releasableTo: [by] }
    await store.as(authorOf(by)).append([
      draftOf({
        entity: statement.entity,
        kind: 'marking',
        assertions: [{ property: 'statementMarking', value: { statement: statement.id, marking: later } }],
        marking: own,
        assertedBy: by,
        assertedAt: instantOf(index, 1).toISOString(),
        reason: 'the source asked for it',
      }),
    ])
  }
  return [statement.id]
}

async function recordProcedure(
  office: Office,
  world: World,
  step: Extract<World['steps'][number], { what: 'procedure' }>,
  setClock: (now: Date) => void,
): Promise<readonly string[]> {
  const entity = procedureOf(world, step.index)
  const opening: Act = {
    verb: 'open',
    case: caseOf(world, step.slug),
    track: TRACKS[step.measure] ?? '',
    measure: step.measure,
    path: 'normal',
    title: `Measure ${step.index}`,
    reason: 'A joint voice.',
  }
  const draft = draftAct({
    entity,
    act: opening,
    party: step.by,
    person: RECORDER,
    role: 'delegate',
    at: instantOf(step.index),
    marking: step.marked,
  })
  const { statements } = await office.store.as(authorOf(step.by, 'delegate')).append([draft])
  const ids = statements.map(({ id }) => id)
  for (const [turn, { by, act }] of step.acts.entries()) {
    const at = instantOf(step.index, turn + 1)
    setClock(at)
    const session = {
      id: 'session',
      person: RECORDER,
      name: 'Recorder',
      party: by,
      role: by === 'IE' ? ('chair' as const) : ('delegate' as const),
      roles: [],
      ceiling: CEILING,
      way: 'link' as const,
      needsSecondFactor: false,
      expiresAt: '2027-01-01T00:00:00.000Z',
    }
    try {
      ids.push((await recordAct(office, session, entity, act, ids.at(-1) ?? '')).id)
    } catch (error) {
      // not every act drawn is one that the procedure allows
      if (!(error instanceof DemarcheError)) throw error
    }
  }
  return ids
}
