/**
 * Puts worlds on record that live side by side in one ledger: step by step through all of them, so that what several say at
 * one moment is recorded in one act.
 *
 * Next door: `a-world.ts` draws them.
 */
import { DemarcheError } from '@demarche/api'
import {
  type Act,
  type Assertion,
  type DraftStatement,
  entityElsewhere,
  heldActs,
  highestMarking,
  keptAct,
  kindOfEntity,
  markingKey,
  parsePartialDate,
  PROCEDURE_ELSEWHERE,
  sha256Hex,
} from '@demarche/core'
import type { Office } from '../../src/office.ts'
import { draftAct } from '../../src/procedure/draft-act.ts'
import { recordAct } from '../../src/procedure/record-act.ts'
import { RECORDER } from '../../../store/test/drawn-markings.ts'
import {
  authorOf,
  CEILING,
  entityOf,
  erasureOf,
  placeElsewhere,
  procedureOf,
  type Step,
  type World,
} from './a-world.ts'

const FIRST_INSTANT = Date.parse('2026-11-20T09:00:00Z')
const MINUTE = 60_000
const AUTHORITY = 'Decision 1 of the data protection officer'
const TRACKS: Readonly<Record<string, string>> = {
  'stab-hr-declaration': 'track-declaration',
  'coop-demarche': 'track-demarche',
  'rest-asset-freeze': 'track-listing',
}

/** One desk, and what of the worlds it has. */
export interface Recording {
  readonly office: Office
  readonly has: {
    list(world: World, list: World['lists'][number]): boolean
    step(world: World, step: Step): boolean
  }
  /** the statements of each step that is on record, by the step itself */
  readonly ids: Map<Step, readonly string[]>
}

/** The instant at which a step is recorded; each act of a procedure some minutes later. */
const instantOf = (index: number, act = 0): Date =>
  new Date(FIRST_INSTANT + index * 60 * MINUTE + act * MINUTE)

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

/** Puts the lists of the worlds on record. */
export async function recordLists({ office, has }: Recording, worlds: readonly World[]): Promise<void> {
  const drafts = worlds.flatMap((world) =>
    world.lists
      .filter((list) => has.list(world, list))
      .map(({ name, members }) =>
        draftOf({
          entity: name,
          kind: 'need-to-know-list',
          assertions: [{ property: 'members', value: [...members] }],
          marking: { distribution: 'LIMITE', tlp: 'TLP:GREEN', needToKnow: name },
        }),
      ),
  )
  if (drafts.length > 0) await office.store.as(authorOf('EE')).append(drafts)
}

/** Puts the step of that number on record, of each world that has one. Acts that the desk refuses are left out. */
export async function recordSteps(
  recording: Recording,
  worlds: readonly World[],
  index: number,
  setClock: (now: Date) => void,
): Promise<void> {
  const { office, has, ids } = recording
  setClock(instantOf(index))
  const present = worlds.flatMap((world) => {
    const step = world.steps[index]
    return step && has.step(world, step) ? [{ world, step }] : []
  })
  const sayings = present.flatMap(({ world, step }) =>
    step.what === 'saying' ? [{ world, step, draft: sayingOf(world, step, ids) }] : [],
  )
  for (const [party, said] of Map.groupBy(sayings, ({ step }) => step.by)) {
    const author = office.store.as(authorOf(party))
    const { statements } = await author.append(said.map(({ draft }) => draft))
    const recorded = new Map(statements.map(({ entity, id }) => [entity, id]))
    for (const { step, draft } of said) {
      const id = recorded.get(draft.entity)
      ids.set(step, id === undefined ? [] : [id])
    }
    const anew = said.flatMap(({ step, draft }) =>
      markingAnew(step, draft.entity, recorded.get(draft.entity)),
    )
    if (anew.length > 0) await author.append(anew)
    const proposals = said.flatMap(({ world, step, draft }) =>
      proposedErasure(world, step, draft.entity, recorded.get(draft.entity)),
    )
    if (proposals.length > 0) await author.append(proposals)
    for (const { step, draft } of said) {
      const statement = recorded.get(draft.entity)
      if (step.erasure === 'carried-out' && statement !== undefined)
        await office.store.erase({ statement, authority: AUTHORITY, by: 'the recorder' })
    }
  }
  for (const { world, step } of present) {
    if (step.what === 'procedure') ids.set(step, await recordProcedure(office, world, step, setClock))
    if (step.what === 'archive') {
      const { statements } = await office.store.as(authorOf(step.by)).append(archiveOf(world, step))
      ids.set(
        step,
        statements.map(({ id }) => id),
      )
    }
  }
}

type Saying = Extract<Step, { what: 'saying' }>

function sayingOf(world: World, step: Saying, ids: Recording['ids']): DraftStatement {
  const { index, by, marked, later } = step
  const target = step.corrects === null ? undefined : world.steps[step.corrects]
  const before = target && target.index < index ? ids.get(target)?.[0] : undefined
  // a correction is marked at least as strictly as what it corrects (LED-12); who saw a statement before it was marked
  // anew may remember its name, so such a one is neither corrected nor corrects
  const corrects =
    before !== undefined &&
    target?.what === 'saying' &&
    !target.later &&
    target.erasure !== 'carried-out' &&
    !later &&
    target.slug === step.slug &&
    target.by === by &&
    markingKey(highestMarking([marked, target.marked])) === markingKey(marked)
  const entity = entityOf(world, step.slug)
  return draftOf({
    entity,
    kind: kindOfEntity(entity),
    assertions: assertionsOf(world, step),
    marking: marked,
    assertedBy: by,
    assertedAt: instantOf(index).toISOString(),
    source: {
      document: `Report ${index}`,
      date: parsePartialDate('2026-11-19'),
      verified: true,
      ...(step.rests && step.slug !== 'e' ? { evidence: [entityOf(world, 'e')] } : {}),
    },
    ...(corrects ? { supersedes: [{ statement: before }] } : {}),
  })
}

/** Of a project where it works and which promise it keeps; of a promise who gave it; of evidence its case; of a question who asks, of an answer what it says; of a case what was drawn. */
function assertionsOf(world: World, { slug, assertions, facts, places }: Saying): Assertion[] {
  if (slug === 'p')
    return [
      ...facts,
      { property: 'countries', value: places },
      { property: 'commitments', value: entityOf(world, 'q') },
      { property: 'cases', value: entityOf(world, 'a') },
    ]
  const named = facts.filter(({ property }) => property !== 'norms')
  if (slug === 'e') return [...named, { property: 'cases', value: entityOf(world, 'a') }]
  if (slug === 'r')
    return [
      ...named,
      { property: 'by', value: places },
      { property: 'answered', value: 'here' },
      { property: 'due', value: '2026-12-10' },
    ]
  if (slug === 's')
    return [
      ...named,
      { property: 'consultation', value: entityOf(world, 'r') },
      { property: 'text', value: 'We agree.' },
      { property: 'country', value: places },
    ]
  return slug === 'q' ? [...facts, { property: 'by', value: places }] : assertions
}

function markingAnew(
  { later, marked, by, index }: Saying,
  entity: string,
  statement: string | undefined,
): DraftStatement[] {
  if (!later || statement === undefined) return []
  return [
    draftOf({
      entity,
      kind: 'marking',
      assertions: [{ property: 'statementMarking', value: { statement, marking: later } }],
      marking: { ...highestMarking([marked, later]), releasableTo: [by] },
      assertedBy: by,
      assertedAt: instantOf(index, 1).toISOString(),
      reason: 'the source asked for it',
    }),
  ]
}

/** As `proposeErasure` of the server records it, under a name that both desks give it. */
function proposedErasure(
  world: World,
  { erasure, marked, later, by, index }: Saying,
  entity: string,
  statement: string | undefined,
): DraftStatement[] {
  if (erasure === null || statement === undefined) return []
  return [
    draftOf({
      entity: erasureOf(world, index),
      kind: 'erasure',
      assertions: [
        {
          property: 'erasure',
          value: { statement, entity, authority: AUTHORITY, reason: 'It names a person.' },
        },
        { property: 'actor', value: { person: RECORDER, role: 'chair' } },
      ],
      marking: later ?? marked,
      assertedBy: by,
      assertedAt: instantOf(index, 2).toISOString(),
    }),
  ]
}

/** As an import records it: the opening and what followed on it, each with its origin, and what the archive held. */
function archiveOf(world: World, step: Extract<Step, { what: 'archive' }>): DraftStatement[] {
  const place = placeElsewhere(world, step.slug)
  const opening = { by: 'EE', act: openingOf(place.case, 'stab-hr-declaration', 'Measure of another desk') }
  const kept = [opening, ...step.acts].map(({ by, act }, turn) => ({
    act,
    // the opening is the same one in every archive of it
    origin: {
      ...place,
      statement: sha256Hex(turn === 0 ? place.procedure : `${place.procedure} ${step.index} ${turn}`),
      party: by,
      at: (turn === 0 ? new Date(FIRST_INSTANT) : instantOf(step.index, turn)).toISOString(),
    },
  }))
  const shared = {
    entity: entityElsewhere(place),
    kind: PROCEDURE_ELSEWHERE,
    marking: step.marked,
    assertedBy: step.by,
    assertedAt: instantOf(step.index).toISOString(),
  }
  return [
    ...kept.map(({ act, origin }, turn) =>
      draftOf({
        ...shared,
        assertions: keptAct(
          [
            { property: 'act', value: act },
            ...(turn === 0 ? [] : [{ property: 'follows', value: kept[turn - 1]?.origin.statement ?? '' }]),
          ],
          origin,
        ),
      }),
    ),
    draftOf({
      ...shared,
      assertions: heldActs({
        ...place,
        party: 'EE',
        at: instantOf(step.index, 30).toISOString(),
        acts: kept.map(({ origin }) => origin.statement),
      }),
    }),
  ]
}

function openingOf(ofCase: string, measure: string, title: string): Extract<Act, { verb: 'open' }> {
  return {
    verb: 'open',
    case: ofCase,
    track: TRACKS[measure] ?? '',
    measure,
    path: 'normal',
    title,
    reason: 'A joint voice.',
  }
}

async function recordProcedure(
  office: Office,
  world: World,
  step: Extract<Step, { what: 'procedure' }>,
  setClock: (now: Date) => void,
): Promise<readonly string[]> {
  const entity = procedureOf(world, step.index)
  const opening = openingOf(entityOf(world, step.slug), step.measure, `Measure ${step.index}`)
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
