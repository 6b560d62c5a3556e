/**
 * Whether somebody may do something now: asked before an act is recorded.
 *
 * In: the procedure as it stands, the act, who means to do it and when. Out: allowed, or the rule and the reason. What is
 * allowed here counts when it is read again (PRC-02).
 *
 * Rests on: docs/rules/procedure.md. Next door: `who-may.ts`, `act-hindrances.ts`, `next-acts.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import { inWords } from '../refusal/refusal-words.ts'
import type { Act, RecordedAct } from './act.ts'
import { entryOn, trackOf } from './graph.ts'
import { hindranceOfAct, intentOf } from './act-hindrances.ts'
import { hinder } from './hinder.ts'
import { intendedStep } from './hindrances.ts'
import type { Course, Procedure, ProcessDoctrine, Refusal } from './procedure.ts'
import { passTime } from './take-act.ts'
import { type Actor, whoHinders } from './who-may.ts'

export type Weighed = { readonly allowed: true } | ({ readonly allowed: false } & Refusal)

/**
 * Weighs an act.
 *
 * @param procedure as read for an instant not after `at`, with all its acts; null before it is opened
 * @param at the instant under which it would be recorded, after that of every act before it
 * @returns `allowed`, or the rule of docs/rules/procedure.md that stands against it, with the reason in a sentence
 */
export function weighAct(
  doctrine: ProcessDoctrine,
  procedure: Procedure | null,
  act: Act,
  actor: Actor,
  at: Instant,
): Weighed {
  const course = procedure && passTime(doctrine, courseOf(procedure), at)
  const refusal = ofOrder(procedure, at) ?? ofActor(doctrine, course, act, actor, at) ?? ofPlace()
  return refusal ? { allowed: false, ...refusal } : { allowed: true }

  function ofPlace(): Refusal | null {
    const { party, role, person } = actor
    const recorded: RecordedAct = {
      statement: '',
      act,
      party,
      role,
      ...(person === undefined ? {} : { person }),
      at,
    }
    return hindranceOfAct(doctrine, course, recorded)
  }
}

function ofOrder(procedure: Procedure | null, at: Instant): Refusal | null {
  const last = [...(procedure?.acts ?? []), ...(procedure?.ignored.map(({ recorded }) => recorded) ?? [])]
    .map((one) => one.at)
    .reduce((latest, one) => (one > latest ? one : latest), '')
  return at > last ? null : hinder('PRC-02', inWords('act-in-between', { now: last }))
}

function ofActor(
  doctrine: ProcessDoctrine,
  course: Course | null,
  act: Act,
  actor: Actor,
  at: Instant,
): Refusal | null {
  const track = course
    ? trackOf(doctrine, course)
    : act.verb === 'open'
      ? entryOn(doctrine.tracks, act.track, dayInBrussels(at))
      : undefined
  const step = course && track ? intendedStep(doctrine, course, track, intentOf(act)) : undefined
  // who may take a step that does not lead on from here cannot be said; that there is none is said by its place
  if (act.verb === 'move' && !step) return null
  return whoHinders(doctrine, course, track, act.verb, step, actor, at)
}

/** The acts' part of a procedure, which weighing goes on from. */
export function courseOf(procedure: Procedure): Course {
  return { ...procedure, agenda: procedure.agenda }
}
