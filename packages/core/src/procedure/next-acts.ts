/**
 * What may be done next in a procedure, by whom, and why something may not.
 *
 * In: the procedure and somebody at an instant. Out: one entry for each verb and each step that leads on from here. What
 * is listed as allowed is accepted once it is said in full; what is accepted is listed.
 *
 * Rests on: docs/rules/procedure.md. Next door: `weigh-act.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import type { Track, Transition } from '../kernel/process-graph.ts'
import type { RefusalWords, RoleWords } from '../refusal/refusal-words.ts'
import { sayRole } from '../refusal/say-refusal.ts'
import { ACT_VERBS, type ActVerb } from './act.ts'
import { labelOf, missingPapers, papersFor, stepsFrom, trackOf, verbRight } from './graph.ts'
import { hindranceOf, intendedStep, type Intent } from './hindrances.ts'
import { ofOwn } from './own-hindrances.ts'
import type { Body, Course, Procedure, ProcessDoctrine } from './procedure.ts'
import { readPositions } from './read-positions.ts'
import { passTime } from './take-act.ts'
import { courseOf } from './weigh-act.ts'
import { type Actor, rolesFor, whoHinders, wordsOfRoles } from './who-may.ts'

/** One thing that somebody could do. */
export interface NextAct {
  readonly verb: ActVerb
  /** the step that it takes; for `move` it is named in the act */
  readonly transition?: string
  /** the body whose agenda takes the step */
  readonly body?: Body
  readonly label: string
  readonly allowed: boolean
  /** why not: the rule and the reason */
  readonly rule?: string
  readonly why?: string
  /** the reason for another language than English */
  readonly whyWords?: RefusalWords
  readonly missing: {
    /** outlines that are not on file; `propose` and `adopt` may bring them along */
    readonly documents: readonly { readonly outline: string; readonly label: string }[]
    /** Member States that have not said, where the step needs the vote */
    readonly positions: readonly string[]
  }
  /** who could do it, in words */
  readonly by: readonly string[]
  /** the same by the labels of doctrine */
  readonly roles: readonly RoleWords[]
  /** what the step expects of the positions, in words; not enforced beyond `missing` */
  readonly expects?: string
  readonly leadsTo?: string
  /** how long it usually takes on this path, with its ground */
  readonly usual?: { readonly text: string; readonly basis: string }
  /** who may do it, or the step, was read in a source; else it is our reconstruction */
  readonly verified: boolean
}

/**
 * Everything that comes next.
 * @param procedure as read for an instant not after `at`; null before it is opened: then `open` is all there is
 * @returns entries in the order of the verbs; `move` and agendas once for each step
 */
export function nextActs(
  doctrine: ProcessDoctrine,
  procedure: Procedure | null,
  actor: Actor,
  at: Instant,
): readonly NextAct[] {
  const course = procedure && passTime(doctrine, courseOf(procedure), at)
  if (!course) return [entry(doctrine, null, undefined, { verb: 'open' }, undefined, actor, at)]
  const track = trackOf(doctrine, course)
  if (!track) return []
  const steps = stepsFrom(doctrine, course, track)
  const of = (intent: Intent) =>
    entry(doctrine, course, track, intent, intendedStep(doctrine, course, track, intent), actor, at)
  return ACT_VERBS.filter((verb) => verb !== 'open').flatMap((verb): readonly NextAct[] => {
    const taking = steps.filter((step) => step.verb === verb)
    if (verb === 'move') return taking.map(({ id }) => of({ verb, transition: id }))
    if (verb !== 'put-on-agenda') return [of({ verb })]
    const bodies = BODIES.filter((body) => taking.some((step) => step.body === body))
    return [...bodies.map((body) => of({ verb, body })), of({ verb })]
  })
}

/** One verb, several steps: the step says which. Elsewhere a step is named after its end, not after what is done. */
const NAMED_BY_STEP: readonly ActVerb[] = ['move', 'put-on-agenda', 'adopt']

const BODIES: readonly Body[] = ['hwpci', 'psc', 'relex', 'coreper', 'council']

function entry(
  doctrine: ProcessDoctrine,
  course: Course | null,
  track: Track | undefined,
  intent: Intent,
  step: Transition | undefined,
  actor: Actor,
  at: Instant,
): NextAct {
  const { verb, transition, body } = intent
  const hindrance =
    whoHinders(doctrine, course, track, verb, step, actor, at) ??
    hindranceOf(doctrine, course, intent, at) ??
    (course ? ofOwn(course, verb, { ...actor, at }) : null)
  const right = verbRight(doctrine, verb)
  const roles = wordsOfRoles(doctrine, rolesFor(doctrine, track, verb, step))
  const papers = step && track && course ? missingPapers(papersFor(step, track), course) : []
  return {
    verb,
    ...(step ? { transition: step.id } : transition === undefined ? {} : { transition }),
    ...(body === undefined ? {} : { body }),
    label: (NAMED_BY_STEP.includes(verb) ? step?.label : undefined) ?? right?.label ?? verb,
    allowed: hindrance === null,
    ...(hindrance ? { rule: hindrance.rule, why: hindrance.reason } : {}),
    ...(hindrance?.words ? { whyWords: hindrance.words } : {}),
    missing: {
      documents: papers.map((outline) => ({ outline, label: labelOf(doctrine.documents, outline) })),
      positions: hindrance?.rule === 'PRC-14' && course ? unsaid(course, at) : [],
    },
    by: roles.map(sayRole),
    roles,
    ...(step?.positions === undefined ? {} : { expects: step.positions }),
    ...(step ? { leadsTo: labelOf(doctrine.graph.states, step.to) } : {}),
    ...(step && course ? { usual: { text: step.deadline[course.path], basis: step.deadline.basis } } : {}),
    verified: (right?.verified ?? false) && (step?.verified ?? true),
  }
}

function unsaid(course: Course, at: Instant): readonly string[] {
  return readPositions(course, dayInBrussels(at))
    .filter(({ stance }) => stance === 'unknown')
    .map(({ party }) => party)
}
