/**
 * Who may do something in a procedure: parties in the functions that the graph names, by people in their roles.
 *
 * A delegate speaks for its party and no other; of a Member State nobody else speaks. A chair acts for the Presidency
 * while its State holds it. Bodies act through those whom doctrine names: the Council through its secretariat.
 *
 * Rests on: PRC-03, PRC-04; the roles and verbs of the pack. Next door: `hindrances.ts` for everything that is not who.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import { isMemberState } from '../incident/member-states.ts'
import type { Instant } from '../kernel/partial-date.ts'
import type { Track, Transition } from '../kernel/process-graph.ts'
import type { ReaderRole } from '../kernel/reader.ts'
import { inWords, type RoleWords } from '../refusal/refusal-words.ts'
import type { ActVerb } from './act.ts'
import { labelOf, verbRight } from './graph.ts'
import { hinder } from './hinder.ts'
import type { Course, ProcessDoctrine, Refusal } from './procedure.ts'

/** Who means to act. */
export interface Actor {
  readonly party: string
  readonly role: ReaderRole
  /** pseudonym; without one nothing that needs two persons can be done */
  readonly person?: string
  /** the actor's party holds the Presidency at that instant: the caller knows the calendar */
  readonly isPresidency: boolean
}

const ACTING: readonly ReaderRole[] = ['desk-officer', 'delegate', 'chair']

/** Ids of the roles of the graph in which the actor can act, bodies included. */
export function rolesOf(
  { roles }: ProcessDoctrine,
  { party, role, isPresidency }: Actor,
  at: Instant,
): ReadonlySet<string> {
  const isMember = isMemberState(party, dayInBrussels(at))
  const own = isMember
    ? role === 'chair'
      ? isPresidency
        ? ['presidency']
        : []
      : ACTING.includes(role)
        ? ['ms']
        : []
    : ACTING.includes(role)
      ? roles.filter(({ parties }) => parties?.includes(party)).map(({ id }) => id)
      : []
  const bodies = roles.filter(({ actsThrough }) => actsThrough?.some((id) => own.includes(id)))
  return new Set([...own, ...bodies.map(({ id }) => id)])
}

/** Ids of the roles that may do it here; `opener` is resolved by party and stands for itself. */
export function rolesFor(
  doctrine: ProcessDoctrine,
  track: Track | undefined,
  verb: ActVerb,
  step: Transition | undefined,
): readonly string[] {
  const named = (word: string): readonly string[] => {
    if (word === 'proposers') return track?.proposers ?? []
    if (word === 'deciders') return track?.deciders ?? []
    return word === 'transition' ? (step?.by ?? []) : [word]
  }
  return [...new Set((verbRight(doctrine, verb)?.by ?? []).flatMap(named))]
}

/** Why the actor may not do it, apart from the place; null when the actor may. */
export function whoHinders(
  doctrine: ProcessDoctrine,
  course: Course | null,
  track: Track | undefined,
  verb: ActVerb,
  step: Transition | undefined,
  actor: Actor,
  at: Instant,
): Refusal | null {
  const wanted = rolesFor(doctrine, track, verb, step)
  const held = rolesOf(doctrine, actor, at)
  const isOpener =
    wanted.includes('opener') && course?.opened.party === actor.party && ACTING.includes(actor.role)
  if (!isOpener && !wanted.some((role) => held.has(role))) return notTheirs(doctrine, wanted, actor, held)
  const isMember = isMemberState(actor.party, dayInBrussels(at))
  if (isMember && actor.role === 'desk-officer' && (verbRight(doctrine, verb)?.speaks ?? true))
    return hinder('PRC-04', inWords('prepares-only', { party: [actor.party] }))
  const decidesAlone = (verb === 'adopt' || verb === 'confirm') && track?.rule === undefined && isMember
  const owner = course?.proposed?.party ?? course?.opened.party
  return decidesAlone && owner !== actor.party
    ? hinder('PRC-04', inWords('proposed-by-another', { party: owner === undefined ? [] : [owner] }))
    : null
}

/** The roles with what doctrine calls them, for "by whom it could be done". */
export function wordsOfRoles({ roles }: ProcessDoctrine, ids: readonly string[]): readonly RoleWords[] {
  return ids.map((id) => ({
    id,
    label: labelOf(roles, id),
    through: (roles.find((role) => role.id === id)?.actsThrough ?? []).map((other) => ({
      label: labelOf(roles, other),
    })),
  }))
}

function notTheirs(
  doctrine: ProcessDoctrine,
  wanted: readonly string[],
  { party, role, isPresidency }: Actor,
  held: ReadonlySet<string>,
): Refusal {
  const isOtherChair = role === 'chair' && !isPresidency && held.size === 0
  const values = { by: wordsOfRoles(doctrine, wanted), party: [party], role }
  return hinder('PRC-03', inWords(isOtherChair ? 'not-the-presidency' : 'not-yours', values))
}
