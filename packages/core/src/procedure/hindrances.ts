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
import type { RefusalCode, RefusalWords } from './refusal-words.ts'
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

/** A refusal that a screen can say in its own language. */
export function hinder(
  rule: string,
  reason: string,
  code: RefusalCode,
  filledIn: Omit<RefusalWords, 'code'> = {},
): Refusal {
  return { rule, reason, words: { code, ...filledIn } }
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
    return hinder(
      'PRC-05',
      `The procedure has ended (${course.state.label}); it takes no further act.`,
      'ended',
      { state: course.state },
    )
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
    if (!silence) return hinder('PRC-24', 'No silence has been opened.', 'no-silence')
    if (silence.status === 'adopted') {
      const what =
        verb === 'break-silence'
          ? 'an objection after it is none, however good its reasons'
          : 'nothing can be added'
      return hinder(
        'PRC-24',
        `Silence ended at its deadline, ${sayBrussels(silence.until)}, and the text is adopted; ${what}.`,
        'silence-adopted',
        { until: silence.until },
      )
    }
    return hinder(
      'PRC-24',
      `No silence runs: the last one was ${silence.status}${silence.endedAt === undefined ? '' : `: ${sayBrussels(silence.endedAt)}`}.`,
      'no-silence-runs',
    )
  }
  if (verb === 'close-silence') {
    if (!silence) return hinder('PRC-25', 'No silence has been opened.', 'no-silence')
    if (runs)
      return hinder(
        'PRC-25',
        `Silence runs until ${sayBrussels(silence.until)}; it ends then by itself, or is withdrawn.`,
        'silence-runs',
        { until: silence.until },
      )
    if (silence.noted) return hinder('PRC-25', 'How silence ended has been noted already.', 'silence-noted')
    return silence.endedAt !== undefined && course.state.since > silence.endedAt
      ? hinder(
          'PRC-25',
          'The procedure has gone on since silence ended; its course shows how it ended.',
          'gone-on',
        )
      : null
  }
  if (runs && OF_THE_TEXT.includes(verb))
    return hinder(
      'PRC-26',
      `The text is under silence until ${sayBrussels(silence.until)}; it stands as it was sent.`,
      'text-under-silence',
      { until: silence.until },
    )
  return runs && verb === 'take-no-action'
    ? hinder('PRC-28', 'The text is under silence; withdraw it first.', 'withdraw-silence-first')
    : null
}

/** PRC-34: what prepares a decision is not begun once the decision stands. */
function ofDecided(doctrine: ProcessDoctrine, course: Course, track: Track, intent: Intent): Refusal | null {
  if (isUndecided(course)) return null
  if (intent.verb === 'put-on-agenda')
    return hinder('PRC-34', 'The measure is decided; no meeting has to decide on it any more.', 'decided')
  const step = intent.verb === 'move' ? intendedStep(doctrine, course, track, intent) : undefined
  return step && !isMainStep(step, track) && stateOf(doctrine, step.to)?.kind === 'parallel'
    ? hinder('PRC-34', `The measure is decided; "${step.label}" is begun before that.`, 'decided')
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
      ? hinder(
          'PRC-07',
          `${sayHere(course)}, and no such step leads on from there on this track.`,
          'no-step',
          { state: course.state },
        )
      : null
  }
  if (isMainStep(step, track) && step.to === course.state.id)
    return hinder('PRC-07', `${sayHere(course)} already.`, 'there-already', { state: course.state })
  if (!step.paths.includes(course.path))
    return hinder(
      'PRC-08',
      `"${step.label}" is a step of the ${step.paths.join(' or ')} path; this procedure is on the ${course.path} path.`,
      'other-path',
      { path: course.path },
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
      : hinder(
          'PRC-10',
          `A reserve or an objection of ${held.join(', ')} is open; it is lifted first.`,
          'reserve-open',
          { parties: held },
        )
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
  if (!vote) return hinder(rule, 'Nobody votes on this track.', 'nobody-votes')
  if (!vote.outcome) return refuse(rule, `The vote cannot be counted. ${vote.remark ?? ''}`.trim())
  const { verdict, open, reasons } = vote.outcome
  const brakes = standingBrakes(course)
  if (brakes.length > 0)
    return hinder(
      'PRC-13',
      `The brake of ${brakes.map(({ party }) => party).join(', ')} stands; there is no vote.`,
      'brake-stands',
      { parties: brakes.map(({ party }) => party) },
    )
  const quorum = reasons.find(({ id }) => id === 'quorum')
  if (quorum?.verdict === 'false') return refuse(rule, `No vote is held: ${quorum.text}.`)
  if (verdict === 'true' || (needed === 'settled' && verdict === 'false')) return null
  if (verdict === 'false') {
    const why = reasons
      .filter((one) => (one.speaks === 'for') !== (one.verdict === 'true'))
      .map(({ text }) => text)
    return hinder(rule, `The rule is not met: ${why.join('; ')}.`, 'rule-not-met')
  }
  const who =
    open.length > 0 ? `${open.join(', ')} has not said or holds a reserve` : 'the table is too coarse'
  const reason = `Whether the rule is met is unknown: ${who}. Who has not said has not said yes.`
  return open.length > 0 ? hinder(rule, reason, 'vote-unknown', { parties: open }) : refuse(rule, reason)
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
        ? hinder('PRC-11', 'The measure is decided; positions and text stand as they were.', 'decided')
        : null
    case 'invoke-brake':
      if (decided) return hinder('PRC-13', 'The measure is decided.', 'decided')
      return track.brake
        ? null
        : hinder(
            'PRC-13',
            `The brake of TEU 31(2) stops a qualified majority in CFSP; on "${track.label}" it has no place.`,
            'no-brake-here',
          )
    case 'withdraw-brake':
      return standingBrakes(course).length > 0
        ? null
        : hinder('PRC-13', 'No brake stands.', 'no-brake-stands')
    case 'confirm':
      return course.adoptionProposed
        ? null
        : hinder('PRC-17', 'No adoption waits for a second person.', 'no-adoption-waits')
    case 'publish': {
      const here = awaitsPublication(doctrine, course, track)
      return here
        ? null
        : hinder(
            'PRC-18',
            `${sayHere(course)}; what is adopted is published, and nothing else.`,
            'publish-adopted',
            { state: course.state },
          )
    }
    case 'notify': {
      if (!track.notifies)
        return hinder(
          'PRC-18',
          `Nobody is listed on "${track.label}", so nobody is notified.`,
          'nobody-listed',
        )
      const adoption = course.adoptions.at(-1)
      const published = course.published.some((one) => adoption !== undefined && one.at > adoption.at)
      return published
        ? null
        : hinder('PRC-18', 'Notice of a listing follows its publication.', 'publish-first')
    }
    case 'implement': {
      if (course.adoptions.length === 0)
        return hinder('PRC-18', 'Nothing is adopted that could be implemented.', 'nothing-adopted')
      const here = awaitsPublication(doctrine, course, track)
      return here ? hinder('PRC-18', 'What is adopted is published first.', 'publish-first') : null
    }
    case 'prolong':
    case 'let-lapse':
      if (track.reviewMonths === undefined)
        return hinder(
          'PRC-19',
          `What is adopted on "${track.label}" has no end that could be moved or awaited.`,
          'no-end',
        )
      return course.adoptions.length === 0 ? hinder('PRC-19', 'Nothing is adopted.', 'nothing-adopted') : null
    case 'take-no-action':
      return course.adoptions.length > 0
        ? hinder('PRC-28', 'The measure is adopted; it is reviewed, or it lapses.', 'adopted-already')
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
