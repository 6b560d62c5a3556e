/**
 * What stands in the way of an act at its place, whoever does it: the state, the papers, the positions, the clock.
 *
 * In: doctrine, the course so far, and what somebody means to do. Out: the first hindrance with its rule, or null. Asked
 * before an act is recorded, and again when acts are read, so that both agree.
 *
 * Rests on: docs/rules/procedure.md. Next door: `act-hindrances.ts` for what the words of an act add, `who-may.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import type { Track, Transition } from '../kernel/process-graph.ts'
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
import type { Body, Course, ProcessDoctrine, Refusal } from './procedure.ts'
import { holds, readPositions } from './read-positions.ts'
import { sayBrussels } from './say-brussels.ts'
import { type Attendance, standingBrakes, voteNow } from './vote-now.ts'

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

/** @param field the part of the act that is wrong, where it is one */
export function refuse(rule: string, reason: string, field?: string): Refusal {
  return { rule, reason, ...(field === undefined ? {} : { field }) }
}

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
    return refuse('PRC-05', `The procedure has ended (${course.state.label}); it takes no further act.`)
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
    if (!silence) return refuse('PRC-24', 'No silence has been opened.')
    if (silence.status === 'adopted') {
      const what =
        verb === 'break-silence'
          ? 'an objection after it is none, however good its reasons'
          : 'nothing can be added'
      return refuse(
        'PRC-24',
        `Silence ended at its deadline, ${sayBrussels(silence.until)}, and the text is adopted; ${what}.`,
      )
    }
    return refuse(
      'PRC-24',
      `No silence runs: the last one was ${silence.status}${silence.endedAt === undefined ? '' : `: ${sayBrussels(silence.endedAt)}`}.`,
    )
  }
  if (verb === 'close-silence') {
    if (!silence) return refuse('PRC-25', 'No silence has been opened.')
    if (runs)
      return refuse(
        'PRC-25',
        `Silence runs until ${sayBrussels(silence.until)}; it ends then by itself, or is withdrawn.`,
      )
    if (silence.noted) return refuse('PRC-25', 'How silence ended has been noted already.')
    return silence.endedAt !== undefined && course.state.since > silence.endedAt
      ? refuse('PRC-25', 'The procedure has gone on since silence ended; its course shows how it ended.')
      : null
  }
  if (runs && OF_THE_TEXT.includes(verb))
    return refuse(
      'PRC-26',
      `The text is under silence until ${sayBrussels(silence.until)}; it stands as it was sent.`,
    )
  return runs && verb === 'take-no-action'
    ? refuse('PRC-28', 'The text is under silence; withdraw it first.')
    : null
}

/** PRC-34: what prepares a decision is not begun once the decision stands. */
function ofDecided(doctrine: ProcessDoctrine, course: Course, track: Track, intent: Intent): Refusal | null {
  if (isUndecided(course)) return null
  if (intent.verb === 'put-on-agenda')
    return refuse('PRC-34', 'The measure is decided; no meeting has to decide on it any more.')
  const step = intent.verb === 'move' ? intendedStep(doctrine, course, track, intent) : undefined
  return step && !isMainStep(step, track) && stateOf(doctrine, step.to)?.kind === 'parallel'
    ? refuse('PRC-34', `The measure is decided; "${step.label}" is begun before that.`)
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
      ? refuse('PRC-07', `${sayHere(course)}, and no such step leads on from there on this track.`)
      : null
  }
  if (isMainStep(step, track) && step.to === course.state.id)
    return refuse('PRC-07', `${sayHere(course)} already.`)
  if (!step.paths.includes(course.path))
    return refuse(
      'PRC-08',
      `"${step.label}" is a step of the ${step.paths.join(' or ')} path; this procedure is on the ${course.path} path.`,
    )
  const missing = BRINGING.includes(verb) ? [] : missingPapers(papersFor(step, track), course)
  if (missing.length > 0) {
    const names = missing.map((outline) => labelOf(doctrine.documents, outline)).join(', ')
    return refuse(
      'PRC-09',
      `"${step.label}" asks for papers that are not on file: ${names}.${sayGround(step)}`,
    )
  }
  return step.needs === undefined ? null : ofPositions(doctrine, course, track, step, at)
}

function ofPositions(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  { needs }: Transition,
  at: Instant,
): Refusal | null {
  const day = dayInBrussels(at)
  if (needs === 'no-open-reserve') {
    const held = readPositions(course, day)
      .filter(({ position, paragraphs }) =>
        [position, ...paragraphs.map((entry) => entry.position)].some((one) => one !== null && holds(one)),
      )
      .map(({ party }) => party)
    return held.length === 0
      ? null
      : refuse('PRC-10', `A reserve or an objection of ${held.join(', ')} is open; it is lifted first.`)
  }
  return ofVote(doctrine, course, track, needs === 'adopted' ? 'true' : 'settled', at)
}

/** PRC-14, PRC-15: the question must be answered before it is recorded. */
export function ofVote(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  needed: 'true' | 'settled',
  at: Instant,
  attendance: Attendance = {},
): Refusal | null {
  const rule = needed === 'true' ? 'PRC-14' : 'PRC-15'
  const vote = voteNow(doctrine, course, track, dayInBrussels(at), attendance)
  if (!vote) return refuse(rule, 'Nobody votes on this track.')
  if (!vote.outcome) return refuse(rule, `The vote cannot be counted. ${vote.remark ?? ''}`.trim())
  const { verdict, open, reasons } = vote.outcome
  const brakes = standingBrakes(course)
  if (brakes.length > 0)
    return refuse(
      'PRC-13',
      `The brake of ${brakes.map(({ party }) => party).join(', ')} stands; there is no vote.`,
    )
  const quorum = reasons.find(({ id }) => id === 'quorum')
  if (quorum?.verdict === 'false') return refuse(rule, `No vote is held: ${quorum.text}.`)
  if (verdict === 'true' || (needed === 'settled' && verdict === 'false')) return null
  if (verdict === 'false') {
    const why = reasons
      .filter((one) => (one.speaks === 'for') !== (one.verdict === 'true'))
      .map(({ text }) => text)
    return refuse(rule, `The rule is not met: ${why.join('; ')}.`)
  }
  const who =
    open.length > 0 ? `${open.join(', ')} has not said or holds a reserve` : 'the table is too coarse'
  return refuse(rule, `Whether the rule is met is unknown: ${who}. Who has not said has not said yes.`)
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
      return decided
        ? refuse('PRC-11', 'The measure is decided; positions and text stand as they were.')
        : null
    case 'invoke-brake':
      if (decided) return refuse('PRC-13', 'The measure is decided.')
      return track.brake
        ? null
        : refuse(
            'PRC-13',
            `The brake of TEU 31(2) stops a qualified majority in CFSP; on "${track.label}" it has no place.`,
          )
    case 'withdraw-brake':
      return standingBrakes(course).length > 0 ? null : refuse('PRC-13', 'No brake stands.')
    case 'confirm':
      return course.adoptionProposed ? null : refuse('PRC-17', 'No adoption waits for a second person.')
    case 'publish': {
      const here = awaitsPublication(doctrine, course, track)
      return here
        ? null
        : refuse('PRC-18', `${sayHere(course)}; what is adopted is published, and nothing else.`)
    }
    case 'notify': {
      if (!track.notifies)
        return refuse('PRC-18', `Nobody is listed on "${track.label}", so nobody is notified.`)
      const adoption = course.adoptions.at(-1)
      const published = course.published.some((one) => adoption !== undefined && one.at > adoption.at)
      return published ? null : refuse('PRC-18', 'Notice of a listing follows its publication.')
    }
    case 'implement': {
      if (course.adoptions.length === 0)
        return refuse('PRC-18', 'Nothing is adopted that could be implemented.')
      const here = awaitsPublication(doctrine, course, track)
      return here ? refuse('PRC-18', 'What is adopted is published first.') : null
    }
    case 'prolong':
    case 'let-lapse':
      if (track.reviewMonths === undefined)
        return refuse(
          'PRC-19',
          `What is adopted on "${track.label}" has no end that could be moved or awaited.`,
        )
      return course.adoptions.length === 0 ? refuse('PRC-19', 'Nothing is adopted.') : null
    case 'take-no-action':
      return course.adoptions.length > 0
        ? refuse('PRC-28', 'The measure is adopted; it is reviewed, or it lapses.')
        : null
    default:
      return null
  }
}

function sayHere({ state }: Course): string {
  return `The procedure stands at "${state.label}"`
}

function sayGround({ verified }: Transition): string {
  return verified ? '' : ' The step is our reconstruction; it was not read in a source.'
}
