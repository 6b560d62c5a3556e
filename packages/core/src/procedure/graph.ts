/**
 * The graph of doctrine, looked up: tracks, states, steps, and the papers that a step asks for.
 *
 * In: doctrine and ids. Out: entries in force on a day, so that a procedure keeps the track on which it was opened.
 *
 * Rests on: the pack's process files. Next door: `take-act.ts`, `hindrances.ts`.
 */
import { type DoctrineEntry, isInForce } from '../kernel/doctrine-entry.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { ProcessState, Track, Transition, VerbRight } from '../kernel/process-graph.ts'
import type { ActVerb } from './act.ts'
import type { Body, Course, ProcessDoctrine } from './procedure.ts'

/** The entry of that id in force on the day; the last one there is, where none was. */
export function entryOn<T extends DoctrineEntry>(
  entries: readonly T[],
  id: string,
  day: CalendarDate,
): T | undefined {
  const versions = entries.filter((entry) => entry.id === id)
  return versions.find((entry) => isInForce(entry, day)) ?? versions.at(-1)
}

/** The track of a procedure, as it stood when it was opened. */
export function trackOf(
  { tracks }: ProcessDoctrine,
  { track, openedOn }: Pick<Course, 'track' | 'openedOn'>,
): Track | undefined {
  return entryOn(tracks, track, openedOn)
}

export function stateOf({ graph }: ProcessDoctrine, id: string): ProcessState | undefined {
  return graph.states.find((state) => state.id === id)
}

export function verbRight({ graph }: ProcessDoctrine, verb: ActVerb): VerbRight | undefined {
  return graph.verbs.find(({ id }) => id === verb)
}

/** What to call a role, a document or a measure. */
export function labelOf(entries: readonly DoctrineEntry[], id: string): string {
  return entries.find((entry) => entry.id === id)?.label ?? id
}

/** The states that run beside the procedure now. */
export function runningBeside({ parallel }: Pick<Course, 'parallel'>): readonly string[] {
  return parallel.filter(({ until }) => until === undefined).map(({ state }) => state)
}

/**
 * Every step that leads on from where the procedure stands: on its track, or into and out of a state beside it.
 * A step into a parallel state may start from any place that the case has passed.
 */
export function stepsFrom(doctrine: ProcessDoctrine, course: Course, track: Track): readonly Transition[] {
  return doctrine.graph.transitions.filter((step) => leadsOn(doctrine, course, track, step))
}

function leadsOn(doctrine: ProcessDoctrine, course: Course, track: Track, step: Transition): boolean {
  if (step.verb === undefined || !(step.tracks?.includes(track.id) ?? true)) return false
  if (isMainStep(step, track)) return step.from === course.state.id || step.from === '*'
  return isBesideStep(doctrine, course, step)
}

/** True when the step moves the procedure itself. */
export function isMainStep({ from, to }: Transition, { states }: Track): boolean {
  return (from === '*' || states.includes(from)) && states.includes(to)
}

function isBesideStep(doctrine: ProcessDoctrine, course: Course, { from, to }: Transition): boolean {
  const isParallel = (id: string) => stateOf(doctrine, id)?.kind === 'parallel'
  const running = runningBeside(course)
  if (isParallel(to)) return !running.includes(to) && (!isParallel(from) || running.includes(from))
  return isParallel(from) && running.includes(from)
}

/**
 * The step that an act of this verb takes from here; undefined when there is none. On a track that notifies, the letter
 * to those concerned takes the step out of publication, and not the Official Journal.
 */
export function stepOf(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  verb: ActVerb,
  target: { readonly transition?: string; readonly body?: Body } = {},
): Transition | undefined {
  if (track.notifies && verb === 'publish') return undefined
  const wanted = track.notifies && verb === 'notify' ? 'publish' : verb
  return doctrine.graph.transitions.find(
    (step) =>
      step.verb === wanted &&
      (verb !== 'move' || step.id === target.transition) &&
      (verb !== 'put-on-agenda' || step.body === target.body) &&
      leadsOn(doctrine, course, track, step),
  )
}

/** True where what was adopted waits to be published. */
export function awaitsPublication(doctrine: ProcessDoctrine, course: Course, track: Track): boolean {
  return doctrine.graph.transitions.some(
    (step) => step.verb === 'publish' && leadsOn(doctrine, course, track, step),
  )
}

/** The outlines that a step asks for on this track. */
export function papersFor({ documents }: Transition, track: Track): readonly string[] {
  const asked = documents.map((outline) => track.instead?.[outline] ?? outline)
  return [...new Set(asked)].filter((outline) => track.documents.includes(outline))
}

/** Those of the outlines that are not on file. */
export function missingPapers(papers: readonly string[], course: Course): readonly string[] {
  return papers.filter((outline) => !course.documents.some((document) => document.outline === outline))
}
