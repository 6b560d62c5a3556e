/**
 * Reads the notices of one person from the procedures that this person sees, at an instant.
 *
 * Each procedure gives its notices by itself, so what cannot be seen changes nothing: no count, no order, no id. Nobody
 * is told of their own act.
 *
 * Rests on: NOT-01 to NOT-09, NOT-16 to NOT-19 in docs/rules/notice.md. Next door: `notice.ts`, `course-notices.ts`, `silence-notices.ts`, `text-notices.ts`.
 */
import type { Instant } from '../kernel/partial-date.ts'
import { sha256Hex } from '../kernel/statement.ts'
import type { ProcessDoctrine } from '../procedure/procedure.ts'
import { weighAct } from '../procedure/weigh-act.ts'
import { fromBrussels } from '../kernel/brussels-time.ts'
import type { Notice, NoticeMatter, NoticeViewer, SeenProcedure } from './notice.ts'
import { courseNotices } from './course-notices.ts'
import { silenceNotices } from './silence-notices.ts'
import { textNotices } from './text-notices.ts'
import { doing, type Told } from './told.ts'

const DAY = 86_400_000
/** NOT-08: older ones are history, which the procedure shows. */
export const NOTICE_DAYS = 60
/** NOT-08: told only while it waits, and so for as long as it does. */
const WAITS: ReadonlySet<NoticeMatter['kind']> = new Set([
  'position-asked',
  'on-agenda',
  'held',
  'confirmation-needed',
  'review-due',
  'submissions-wait',
])
/** NOT-07: a review is announced so many days ahead. */
export const REVIEW_DAYS = 30

/**
 * The notices of one person, newest first.
 * @param seen procedures as read for the person at `at`, in any order
 */
export function readNotices(
  doctrine: ProcessDoctrine,
  seen: readonly SeenProcedure[],
  viewer: NoticeViewer,
  at: Instant,
): readonly Notice[] {
  return newestFirst(
    seen.flatMap((one) => noticesOfOne(doctrine, one, viewer, at)).filter((notice) => isPresent(notice, at)),
  )
}

/** NOT-08: it has happened, and is not history yet. */
function isPresent({ kind, at: when }: Pick<Notice, 'kind' | 'at'>, at: Instant): boolean {
  return when <= at && (WAITS.has(kind) || when >= new Date(Date.parse(at) - NOTICE_DAYS * DAY).toISOString())
}

/** Notices in the order in which a person reads them. */
export function newestFirst(notices: readonly Notice[]): readonly Notice[] {
  return notices.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
}

function noticesOfOne(
  doctrine: ProcessDoctrine,
  { entity, procedure, marking, caseName }: SeenProcedure,
  viewer: NoticeViewer,
  at: Instant,
): readonly Notice[] {
  const own = new Set(
    procedure.acts.filter(({ person }) => person === viewer.person).map(({ statement }) => statement),
  )
  const told: readonly Told[] = [
    { kind: 'procedure-opened', measure: procedure.measureLabel, ...doing(procedure.opened) },
    ...textNotices(procedure.acts, viewer.party),
    ...positionAsked(procedure, viewer),
    ...courseNotices(procedure, viewer),
    ...silenceNotices(procedure, at),
    ...confirmationNeeded(doctrine, procedure, viewer, at),
    ...procedure.adoptions.flatMap(({ how, by, confirmed }): readonly Told[] => {
      const last = confirmed ?? by
      return how === 'silence' || !last ? [] : [{ kind: 'adopted', how, ...doing(last) }]
    }),
    ...reviewDue(procedure),
  ]
  return told
    .filter(({ by }) => by === null || !own.has(by.statement))
    .map(({ apart, ...matter }) => ({
      ...matter,
      id: sha256Hex(`notice ${viewer.person} ${matter.kind} ${entity} ${apart}`).slice(0, 32),
      entity,
      title: procedure.title,
      caseName,
      marking,
    }))
}

/** NOT-04: it stands on the agenda of a meeting to come, a vote counts it, and the party has not said. */
function positionAsked(
  { agenda, positions, vote, isOpen }: SeenProcedure['procedure'],
  viewer: NoticeViewer,
) {
  const mine = positions.find(({ party }) => party === viewer.party)
  if (!isOpen || vote === null || !mine || mine.position !== null || mine.paragraphs.length > 0) return []
  return agenda
    .filter(({ past }) => !past)
    .map((item): Told => {
      const { body, meeting } = item
      return { kind: 'position-asked', body, meeting, ...doing(item) }
    })
}

/** NOT-06: told to whoever could confirm it now. */
function confirmationNeeded(
  doctrine: ProcessDoctrine,
  procedure: SeenProcedure['procedure'],
  { party, person, role, isPresidency }: NoticeViewer,
  at: Instant,
): readonly Told[] {
  const proposed = procedure.adoptionProposed
  if (!proposed) return []
  // an act comes after those before it: the one that is asked for is still to come
  const next = new Date(Date.parse(at) + 1).toISOString()
  const act = { verb: 'confirm', confirms: proposed.statement } as const
  const weighed = weighAct(doctrine, procedure, act, { party, person, role, isPresidency }, next)
  return weighed.allowed ? [{ kind: 'confirmation-needed', ...doing(proposed) }] : []
}

function reviewDue({ deadlines }: SeenProcedure['procedure']): readonly Told[] {
  return deadlines.flatMap(({ kind, on }): readonly Told[] => {
    const midnight = kind === 'review' ? fromBrussels(`${on}T00:00`) : null
    if (!midnight || !('instant' in midnight)) return []
    const from = new Date(Date.parse(midnight.instant) - REVIEW_DAYS * DAY).toISOString()
    return [{ kind: 'review-due', on, at: from, by: null, apart: on }]
  })
}
