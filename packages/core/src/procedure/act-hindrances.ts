/**
 * What the words of an act add to what stands in its way: the papers it brings, its dates, its names, its second person.
 *
 * In: doctrine, the course so far and a whole act. Out: the first hindrance with its rule, or null.
 *
 * Rests on: docs/rules/procedure.md. Next door: `hindrances.ts` for what does not depend on the words.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import { formatPartialDate } from '../kernel/partial-date.ts'
import type { Track } from '../kernel/process-graph.ts'
import type { Act, ActVerb, DocumentReference, RecordedAct } from './act.ts'
import { entryOn, labelOf, missingPapers, papersFor, trackOf } from './graph.ts'
import { hindranceOf, intendedStep, type Intent, ofVote, refuse } from './hindrances.ts'
import { readJointText } from './joint-text/read-joint-text.ts'
import { ofOwn } from './own-hindrances.ts'
import { ofAttendance, ofDays, ofListed, ofRecordedPositions, ofVersions } from './part-hindrances.ts'
import type { Course, ProcessDoctrine, Refusal, Say } from './procedure.ts'
import { holds, membersOn, readPositions, standingAt } from './read-positions.ts'
import { sayBrussels } from './say-brussels.ts'

/** Acts that a Member State alone can do, whoever would let others. */
const OF_MEMBER_STATES: readonly ActVerb[] = [
  'state-position',
  'lift-position',
  'invoke-brake',
  'withdraw-brake',
  'break-silence',
  'comment-on-silence',
]

export function intentOf(act: Act): Intent {
  if (act.verb === 'move') return { verb: 'move', transition: act.transition }
  return act.verb === 'put-on-agenda' ? { verb: act.verb, body: act.body } : { verb: act.verb }
}

/**
 * What stands in the way of an act at its place, whoever does it; null when nothing does.
 * @param course as it stood just before the act; null before the procedure was opened
 */
export function hindranceOfAct(
  doctrine: ProcessDoctrine,
  course: Course | null,
  recorded: RecordedAct,
): Refusal | null {
  const { act, at, party } = recorded
  const hindrance = hindranceOf(doctrine, course, intentOf(act), at)
  if (hindrance) return hindrance
  if (!course) return act.verb === 'open' ? ofOpening(doctrine, act, at) : null
  const track = trackOf(doctrine, course)
  if (!track) return null
  if (OF_MEMBER_STATES.includes(act.verb) && !membersOn(dayInBrussels(at)).includes(party))
    return refuse(
      'PRC-11',
      `${party} is no Member State on ${dayInBrussels(at)}; only Member States hold positions.`,
    )
  return (
    ofOwn(course, act.verb, recorded) ??
    ofDays(course, act, dayInBrussels(at)) ??
    ofVersions(course, act) ??
    ofWords(doctrine, course, track, recorded) ??
    ofText(course, recorded)
  )
}

function ofOpening(doctrine: ProcessDoctrine, act: Say<'open'>, at: string): Refusal | null {
  const day = dayInBrussels(at)
  const track = entryOn(doctrine.tracks, act.track, day)
  if (!track) {
    const ways = doctrine.tracks.filter(({ measures }) => measures.includes(act.measure)).map(({ id }) => id)
    return refuse(
      'PRC-06',
      `Doctrine has no track "${act.track}"; "${act.measure}" takes ${ways.join(' or ') || 'none'}.`,
    )
  }
  return track.measures.includes(act.measure)
    ? null
    : refuse('PRC-06', `"${track.label}" does not carry "${labelOf(doctrine.measures, act.measure)}".`)
}

function ofWords(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  recorded: RecordedAct,
): Refusal | null {
  const { act, at, party } = recorded
  const day = dayInBrussels(at)
  const silence = course.silences.at(-1)
  switch (act.verb) {
    case 'propose':
      return ofPapers(doctrine, course, track, act, act.documents ?? []) ?? ofListed(track, act)
    case 'state-position':
      return silence?.status === 'running' && holds(act.position)
        ? refuse(
            'PRC-26',
            `Silence runs until ${sayBrussels(silence.until)}, and a position does not stop it: break silence, or comment.`,
          )
        : null
    case 'record-positions':
      return ofRecordedPositions(course, act, day)
    case 'lift-position':
      return standingAt(readPositions(course, day), party, act.paragraph) === null
        ? refuse('PRC-12', `${party} holds no position there that could be lifted.`)
        : null
    case 'open-silence':
      return act.until > at
        ? null
        : refuse(
            'PRC-22',
            `Silence ends after it is opened; ${sayBrussels(act.until)} has passed. It is now ${sayBrussels(at)}.`,
            'until',
          )
    case 'extend-silence':
      return silence && act.until > silence.until
        ? null
        : refuse(
            'PRC-23',
            `An extension ends after the deadline that runs${silence ? `, ${sayBrussels(silence.until)}` : ''}; seen ${sayBrussels(act.until)}.`,
            'until',
          )
    case 'record-vote':
      return ofAttendance(act, day) ?? ofVote(doctrine, course, track, 'settled', at, act)
    case 'adopt':
      return ofPapers(doctrine, course, track, act, act.acts) ?? ofActs(doctrine, course, track, act.acts)
    case 'confirm':
      return course.adoptionProposed?.statement === act.confirms
        ? null
        : refuse(
            'PRC-17',
            'The adoption that waits is another one; it may have been proposed anew. Read it again.',
          )
    case 'publish': {
      const adopted = dayInBrussels(course.adoptions.at(-1)?.at ?? at)
      return act.on < adopted
        ? refuse(
            'PRC-18',
            `Published on ${formatPartialDate(act.on)}, before the adoption on ${formatPartialDate(adopted)}; mend the date.`,
            'on',
          )
        : null
    }
    case 'prolong':
      return act.until > day
        ? null
        : refuse(
            'PRC-19',
            `A prolongation reaches beyond today, ${formatPartialDate(day)}; seen ${formatPartialDate(act.until)}.`,
            'until',
          )
    default:
      return null
  }
}

/** PRC-09: what the step asks for is on file, or comes with the act. */
function ofPapers(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  act: Act,
  brought: readonly DocumentReference[],
): Refusal | null {
  const step = intendedStep(doctrine, course, track, intentOf(act))
  const missing = step
    ? missingPapers(papersFor(step, track), course).filter(
        (outline) => !brought.some((paper) => paper.outline === outline),
      )
    : []
  if (missing.length === 0) return null
  const names = missing.map((outline) => labelOf(doctrine.documents, outline)).join(', ')
  return refuse('PRC-09', `Not on file, and not brought along: ${names}.`)
}

/** PRC-16: the acts that the track asks for, and where there are two, the same names in both annexes. */
function ofActs(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  acts: readonly DocumentReference[],
): Refusal | null {
  const wanted = track.acts
  const seen = acts.map(({ outline }) => outline)
  if (wanted.length !== seen.length || wanted.some((outline) => !seen.includes(outline))) {
    const names = wanted.map((outline) => labelOf(doctrine.documents, outline)).join(' and ')
    return refuse(
      'PRC-16',
      `On "${track.label}" exactly ${wanted.length} is adopted: ${names}; seen ${seen.join(', ')}.`,
    )
  }
  if (wanted.length < 2) return null
  const annexes = acts.map(({ annex }) => namesOf(annex ?? []))
  if (annexes.some((annex) => annex === '[]'))
    return refuse('PRC-16', 'Each act names in its annex whom it lists; an annex is missing.')
  if (new Set(annexes).size > 1)
    return refuse(
      'PRC-16',
      'The annexes of the acts do not name the same; Decision and Regulation list the same names.',
    )
  const subjects = namesOf(course.subjects)
  return course.subjects.length > 0 && annexes[0] !== subjects
    ? refuse('PRC-16', 'The annexes do not name those for whom the procedure was opened.')
    : null
}

function namesOf(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].toSorted())
}

const OF_THE_TEXT: readonly ActVerb[] = [
  'set-text',
  'amend',
  'decide-amendment',
  'agree-paragraph',
  'state-position',
  'lift-position',
]

/** PRC-27: what speaks of the joint text fits it. */
function ofText({ acts }: Course, recorded: RecordedAct): Refusal | null {
  const { act, statement } = recorded
  if (!OF_THE_TEXT.includes(act.verb)) return null
  if ((act.verb === 'state-position' || act.verb === 'lift-position') && act.paragraph === undefined)
    return null
  const fault = readJointText([...acts, recorded]).faults.find((one) => one.statement === statement)
  return fault ? refuse('PRC-27', fault.text) : null
}
