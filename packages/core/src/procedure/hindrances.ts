/**
 * What stands in the way of an act at its place, whoever does it: the state, the papers, the positions, the clock.
 *
 * In: doctrine, the course so far, and what somebody means to do. Out: the first hindrance with its rule, or null. Asked
 * before an act is recorded, and again when acts are read, so that both agree.
 *
 * Rests on: docs/rules/procedure.md. Next door: `act-hindrances.ts` for what the words of an act add, `vote-hindrances.ts`, `who-may.ts`.
 */
import type { Instant } from '../kernel/partial-date.ts'
import type { Track, Transition } from '../kernel/process-graph.ts'
import { inWords } from '../refusal/refusal-words.ts'
import type { ActVerb } from './act.ts'
import {
  awaitsPublication,
  isMainStep,
  labelOf,
  missingPapers,
  papersFor,
  stateOf,
  stepOf,
  trackOf,
} from './graph.ts'
import { hinder, refuse } from './hinder.ts'
import type { Body, Course, ProcessDoctrine, Refusal } from './procedure.ts'
import { ofPositions } from './vote-hindrances.ts'
import { standingBrakes } from './vote-now.ts'

/** What somebody means to do, before it is said in full. */
export interface Intent {
  readonly verb: ActVerb
  readonly transition?: string
  readonly body?: Body
}

/** Verbs that are nothing without the step they take. */
const STEPPING: readonly ActVerb[] = [
  'propose',
  'move',
  'open-silence',
  'withdraw-silence',
  'break-silence',
  'record-vote',
  'adopt',
  'notify',
  'review',
  'prolong',
  'let-lapse',
  'take-no-action',
]
const OF_THE_TEXT: readonly ActVerb[] = ['set-text', 'amend', 'decide-amendment', 'agree-paragraph']
const OF_RUNNING_SILENCE: readonly ActVerb[] = [
  'extend-silence',
  'break-silence',
  'comment-on-silence',
  'withdraw-silence',
]
/** Verbs that bring the papers that their step asks for. */
const BRINGING: readonly ActVerb[] = ['propose', 'adopt']

/** Neither decided nor closed; a proposed prolongation opens it again. */
export function isUndecided({ adoptions, prolonging, lapsed, noAction }: Course): boolean {
  return (adoptions.length === 0 || prolonging !== null) && lapsed === null && noAction === null
}

/** The step that the intent would take from here; undefined when it takes none. */
export function intendedStep(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  { verb, ...target }: Intent,
): Transition | undefined {
  return stepOf(doctrine, course, track, verb === 'confirm' ? 'adopt' : verb, target)
}

/** What stands in the way, apart from the words of the act. */
export function hindranceOf(
  doctrine: ProcessDoctrine,
  course: Course | null,
  intent: Intent,
  at: Instant,
): Refusal | null {
  if (intent.verb === 'open')
    return course
      ? refuse('PRC-05', 'The procedure is open already; another measure is another procedure.')
      : null
  if (!course) return refuse('PRC-05', 'No procedure has been opened; its first act opens it.')
  const track = trackOf(doctrine, course)
  if (!track) return refuse('PRC-06', `Doctrine has no track "${course.track}".`)
  if (stateOf(doctrine, course.state.id)?.kind === 'end')
    return hinder('PRC-05', inWords('ended', { state: course.state }))
  return (
    ofSilence(course, intent) ??
    ofDecided(doctrine, course, track, intent) ??
    ofStep(doctrine, course, track, intent, at) ??
    ofVerb(doctrine, course, track, intent)
  )
}

function ofSilence(course: Course, { verb }: Intent): Refusal | null {
  const silence = course.silences.at(-1)
  const runs = silence?.status === 'running'
  if (OF_RUNNING_SILENCE.includes(verb) && !runs) {
    if (!silence) return hinder('PRC-24', inWords('no-silence'))
    if (silence.status === 'adopted') {
      return hinder('PRC-24', inWords('silence-adopted', { until: silence.until }))
    }
    return hinder('PRC-24', inWords('no-silence-runs'))
  }
  if (verb === 'close-silence') {
    if (!silence) return hinder('PRC-25', inWords('no-silence'))
    if (runs) return hinder('PRC-25', inWords('silence-runs', { until: silence.until }))
    if (silence.noted) return hinder('PRC-25', inWords('silence-noted'))
    return silence.endedAt !== undefined && course.state.since > silence.endedAt
      ? hinder('PRC-25', inWords('gone-on'))
      : null
  }
  if (runs && OF_THE_TEXT.includes(verb))
    return hinder('PRC-26', inWords('text-under-silence', { until: silence.until }))
  return runs && verb === 'take-no-action' ? hinder('PRC-28', inWords('withdraw-silence-first')) : null
}

/** PRC-34: what prepares a decision is not begun once the decision stands. */
function ofDecided(doctrine: ProcessDoctrine, course: Course, track: Track, intent: Intent): Refusal | null {
  if (isUndecided(course)) return null
  if (intent.verb === 'put-on-agenda') return hinder('PRC-34', inWords('decided'))
  const step = intent.verb === 'move' ? intendedStep(doctrine, course, track, intent) : undefined
  return step && !isMainStep(step, track) && stateOf(doctrine, step.to)?.kind === 'parallel'
    ? hinder('PRC-34', inWords('decided'))
    : null
}

function ofStep(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  intent: Intent,
  at: Instant,
): Refusal | null {
  const { verb } = intent
  const step = intendedStep(doctrine, course, track, intent)
  if (!step) {
    if (verb === 'publish' && track.notifies) return null
    return STEPPING.includes(verb) || verb === 'publish' || verb === 'confirm'
      ? hinder('PRC-07', inWords('no-step', { state: course.state }))
      : null
  }
  if (isMainStep(step, track) && step.to === course.state.id)
    return hinder('PRC-07', inWords('there-already', { state: course.state }))
  if (!step.paths.includes(course.path)) return hinder('PRC-08', inWords('other-path', { path: course.path }))
  const missing = BRINGING.includes(verb) ? [] : missingPapers(papersFor(step, track), course)
  if (missing.length > 0) {
    const papers = missing.map((outline) => ({ label: labelOf(doctrine.documents, outline) }))
    return hinder('PRC-09', inWords('papers-missing', { step: { label: step.label }, papers }))
  }
  return step.needs === undefined ? null : ofPositions(doctrine, course, track, step, at)
}

function ofVerb(doctrine: ProcessDoctrine, course: Course, track: Track, { verb }: Intent): Refusal | null {
  const decided = !isUndecided(course)
  switch (verb) {
    case 'state-position':
    case 'record-positions':
    case 'lift-position':
    case 'set-text':
    case 'amend':
    case 'decide-amendment':
    case 'agree-paragraph':
      return decided ? hinder('PRC-11', inWords('decided')) : null
    case 'invoke-brake':
      if (decided) return hinder('PRC-13', inWords('decided'))
      return track.brake ? null : hinder('PRC-13', inWords('no-brake-here'))
    case 'withdraw-brake':
      return standingBrakes(course).length > 0 ? null : hinder('PRC-13', inWords('no-brake-stands'))
    case 'confirm':
      return course.adoptionProposed ? null : hinder('PRC-17', inWords('no-adoption-waits'))
    case 'publish': {
      const here = awaitsPublication(doctrine, course, track)
      return here ? null : hinder('PRC-18', inWords('publish-adopted', { state: course.state }))
    }
    case 'notify': {
      if (!track.notifies) return hinder('PRC-18', inWords('nobody-listed'))
      const adoption = course.adoptions.at(-1)
      const published = course.published.some((one) => adoption !== undefined && one.at > adoption.at)
      return published ? null : hinder('PRC-18', inWords('publish-first'))
    }
    case 'implement': {
      if (course.adoptions.length === 0) return hinder('PRC-18', inWords('nothing-adopted'))
      const here = awaitsPublication(doctrine, course, track)
      return here ? hinder('PRC-18', inWords('publish-first')) : null
    }
    case 'prolong':
    case 'let-lapse':
      if (track.reviewMonths === undefined) return hinder('PRC-19', inWords('no-end'))
      return course.adoptions.length === 0 ? hinder('PRC-19', inWords('nothing-adopted')) : null
    case 'take-no-action':
      return course.adoptions.length > 0 ? hinder('PRC-28', inWords('adopted-already')) : null
    default:
      return null
  }
}
