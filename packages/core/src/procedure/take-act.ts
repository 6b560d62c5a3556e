/**
 * What an act changes: one act that is allowed, taken; and what time alone changes.
 *
 * In: the course so far and an act on record. Out: the course after it. Nothing here asks whether the act is allowed:
 * `hindrances.ts` has done that.
 *
 * Rests on: the graph of doctrine; PRC-25 for what time does. Next door: `read-procedure.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import type { Track, Transition } from '../kernel/process-graph.ts'
import type { DocumentReference, RecordedAct } from './act.ts'
import { entryOn, isMainStep, stateOf, stepOf, trackOf } from './graph.ts'
import type { Adoption, Course, Doing, ProcessDoctrine, Say, Silence } from './procedure.ts'
import { voteNow } from './vote-now.ts'

/** Opens a procedure; null when doctrine has no such track. */
export function openCourse(
  doctrine: ProcessDoctrine,
  recorded: RecordedAct,
  act: Say<'open'>,
): Course | null {
  const openedOn = dayInBrussels(recorded.at)
  const track = entryOn(doctrine.tracks, act.track, openedOn)
  const first = track && stateOf(doctrine, track.states[0] ?? '')
  if (!track || !first) return null
  return {
    case: act.case,
    measure: act.measure,
    track: act.track,
    path: act.path,
    title: act.title,
    reason: act.reason,
    ...(act.package === undefined ? {} : { package: act.package }),
    subjects: act.subjects ?? [],
    listed: [],
    opened: doingOf(recorded),
    openedOn,
    state: { id: first.id, label: first.label, since: recorded.at, verified: first.verified },
    history: [],
    parallel: [],
    documents: [],
    agenda: [],
    stated: [],
    roundFrom: 0,
    brakes: [],
    silences: [],
    votes: [],
    adoptionProposed: null,
    adoptions: [],
    published: [],
    notified: [],
    implemented: [],
    reviews: [],
    prolonging: null,
    lapsed: null,
    noAction: null,
    acts: [recorded],
  }
}

/** PRC-25: what has happened by an instant without anybody's doing: a silence whose deadline has passed. */
export function passTime(doctrine: ProcessDoctrine, course: Course, at: Instant): Course {
  const silence = course.silences.at(-1)
  const track = trackOf(doctrine, course)
  if (!silence || !track || silence.status !== 'running' || silence.until > at) return course
  const ended = changeSilence(course, { status: 'adopted', endedAt: silence.until })
  const step = stepOf(doctrine, ended, track, 'close-silence')
  const adopted = withAdoption(ended, {
    at: silence.until,
    how: 'silence',
    by: null,
    acts: ended.documents.filter(({ outline }) => track.acts.includes(outline)).map(referenceOf),
    declaring: [],
  })
  return step ? takeStep(doctrine, adopted, track, step, silence.until, null) : adopted
}

/** The course after an act that is allowed. */
export function takeAct(doctrine: ProcessDoctrine, before: Course, recorded: RecordedAct): Course {
  const track = trackOf(doctrine, before)
  if (!track) return before
  const { act, at } = recorded
  const by = doingOf(recorded)
  const course = change(doctrine, { ...before, acts: [...before.acts, recorded] }, track, recorded)
  const here = (target: Parameters<typeof stepOf>[4] = {}) =>
    stepOf(doctrine, before, track, act.verb, target)
  const taken = (step: Transition | undefined) =>
    step ? takeStep(doctrine, course, track, step, at, by) : course
  switch (act.verb) {
    case 'put-on-agenda':
      return taken(here({ body: act.body }))
    case 'move':
      return taken(here({ transition: act.transition }))
    case 'adopt':
      return track.fourEyes ? course : taken(stepOf(doctrine, before, track, 'adopt'))
    case 'confirm':
      return taken(stepOf(doctrine, before, track, 'adopt'))
    case 'record-vote':
      return course.votes.at(-1)?.verdict === 'false' ? taken(here()) : course
    case 'close-silence':
      return course
    default:
      return taken(here())
  }
}

/** What an act changes beside the step that it takes. */
function change(doctrine: ProcessDoctrine, course: Course, track: Track, recorded: RecordedAct): Course {
  const { act } = recorded
  const by = doingOf(recorded)
  switch (act.verb) {
    case 'propose':
      return file(
        {
          ...course,
          proposed: { ...by, reason: act.reason },
          ...(act.listed ? { listed: act.listed, subjects: act.listed.map(({ name }) => name) } : {}),
        },
        by,
        act.documents ?? [],
        [],
      )
    case 'put-on-agenda':
      return { ...course, agenda: [...course.agenda, { ...by, ...withoutVerb(act) }] }
    case 'circulate':
      return file(course, by, act.documents, act.to)
    case 'state-position':
      return { ...course, stated: [...course.stated, { ...by, ...withoutVerb(act) }] }
    case 'record-positions': {
      const said = act.positions.map((one) => ({ ...by, ...one, recordedBy: by.party }))
      return { ...course, stated: [...course.stated, ...said] }
    }
    case 'lift-position':
      return { ...course, stated: [...course.stated, { ...by, ...withoutVerb(act), position: null }] }
    case 'invoke-brake':
      return { ...course, brakes: [...course.brakes, { ...by, reason: act.reason }] }
    case 'withdraw-brake': {
      const withdrawn = { ...by, reason: act.reason }
      const brakes = course.brakes.map((brake) =>
        brake.party === by.party && !brake.withdrawn ? { ...brake, withdrawn } : brake,
      )
      return { ...course, brakes }
    }
    case 'open-silence': {
      const { until, version } = act
      const silence: Silence = {
        opened: by,
        until,
        ...(version === undefined ? {} : { version }),
        extended: [],
        status: 'running',
        objections: [],
        comments: [],
      }
      return { ...course, silences: [...course.silences, silence] }
    }
    case 'extend-silence':
      return changeSilence(course, ({ until, extended }) => ({
        until: act.until,
        extended: [...extended, { ...by, from: until, until: act.until, reason: act.reason }],
      }))
    case 'break-silence':
      return changeSilence(course, ({ objections }) => ({
        status: 'broken',
        endedAt: by.at,
        objections: [...objections, { ...by, reason: act.reason }],
      }))
    case 'comment-on-silence':
      return changeSilence(course, ({ comments }) => ({
        comments: [...comments, { ...by, comment: act.comment }],
      }))
    case 'withdraw-silence':
      return changeSilence(course, { status: 'withdrawn', endedAt: by.at })
    case 'close-silence':
      return changeSilence(course, { noted: by })
    case 'record-vote': {
      const outcome = voteNow(doctrine, course, track, dayInBrussels(by.at), act)?.outcome
      const verdict = outcome?.verdict === 'true' ? 'true' : 'false'
      return { ...course, votes: [...course.votes, { ...by, ...withoutVerb(act), verdict }] }
    }
    case 'adopt': {
      const { person } = recorded
      const filed = file(course, by, act.acts, [])
      return track.fourEyes
        ? {
            ...filed,
            adoptionProposed: { ...by, ...(person === undefined ? {} : { person }), acts: act.acts },
          }
        : withAdoption(filed, adoptionOf(doctrine, filed, track, by, { by, acts: act.acts }))
    }
    case 'confirm': {
      const proposal = course.adoptionProposed
      if (!proposal) return course
      const { statement, party, at } = proposal
      const how = { by: { statement, party, at }, confirmed: by, acts: proposal.acts }
      return withAdoption(course, adoptionOf(doctrine, course, track, by, how))
    }
    case 'publish':
      return { ...course, published: [...course.published, { ...by, ...withoutVerb(act) }] }
    case 'notify':
      return { ...course, notified: [...course.notified, { ...by, ...withoutVerb(act) }] }
    case 'implement':
      return { ...course, implemented: [...course.implemented, { ...by, ...withoutVerb(act) }] }
    case 'review':
      return { ...course, reviews: [...course.reviews, { ...by, ...withoutVerb(act) }] }
    case 'prolong':
      // PRC-31: who agreed the first time has not agreed the second time
      return { ...course, prolonging: { ...by, ...withoutVerb(act) }, roundFrom: course.stated.length }
    case 'let-lapse':
      return { ...course, lapsed: { ...by, ...withoutVerb(act) }, prolonging: null, adoptionProposed: null }
    case 'take-no-action':
      return { ...course, noAction: { ...by, reason: act.reason }, adoptionProposed: null }
    default:
      return course
  }
}

function takeStep(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  step: Transition,
  at: Instant,
  by: Doing | null,
): Course {
  const { id: transition, label, to, verified } = step
  const main = isMainStep(step, track)
  const from = main ? course.state.id : step.from
  const moved = { ...course, history: [...course.history, { transition, label, from, to, at, by, verified }] }
  const target = stateOf(doctrine, to)
  if (!target) return moved
  if (main)
    return {
      ...moved,
      state: { id: to, label: target.label, since: at, verified: target.verified },
      adoptionProposed: null,
    }
  if (target.kind === 'parallel') {
    const beside = { state: to, label: target.label, since: at, verified: target.verified }
    return { ...moved, parallel: [...moved.parallel, beside] }
  }
  const parallel = moved.parallel.map((beside) =>
    beside.state === step.from && beside.until === undefined ? { ...beside, until: at } : beside,
  )
  return { ...moved, parallel }
}

function adoptionOf(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  { at }: Doing,
  how: Pick<Adoption, 'by' | 'confirmed' | 'acts'>,
): Adoption {
  const outcome = voteNow(doctrine, course, track, dayInBrussels(at))?.outcome
  const declaring = outcome?.declaring ?? []
  return { at, how: track.rule === undefined ? 'without-vote' : 'vote', ...how, declaring }
}

function withAdoption(course: Course, adoption: Adoption): Course {
  const { prolonging } = course
  const done = prolonging ? { ...adoption, prolongsUntil: prolonging.until } : adoption
  return { ...course, adoptions: [...course.adoptions, done], adoptionProposed: null, prolonging: null }
}

function changeSilence(
  course: Course,
  to: Partial<Silence> | ((silence: Silence) => Partial<Silence>),
): Course {
  const last = course.silences.at(-1)
  if (!last) return course
  const changed = { ...last, ...(typeof to === 'function' ? to(last) : to) }
  return { ...course, silences: [...course.silences.slice(0, -1), changed] }
}

function file(
  course: Course,
  by: Doing,
  papers: readonly DocumentReference[],
  to: readonly string[],
): Course {
  return { ...course, documents: [...course.documents, ...papers.map((paper) => ({ ...paper, ...by, to }))] }
}

function referenceOf({ outline, title, version, annex }: DocumentReference): DocumentReference {
  return {
    outline,
    title,
    ...(version === undefined ? {} : { version }),
    ...(annex === undefined ? {} : { annex }),
  }
}

function doingOf({ statement, party, at }: RecordedAct): Doing {
  return { statement, party, at }
}

function withoutVerb<T extends { readonly verb: string }>(act: T): Omit<T, 'verb'> {
  const { verb: _verb, ...rest } = act
  return rest
}
