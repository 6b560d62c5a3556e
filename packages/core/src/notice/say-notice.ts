/**
 * A notice in words, for mail and feeds: one English sentence, with the hour as the clock in Brussels shows it.
 *
 * What leaves the desk carries nothing above a ceiling: of what is marked higher nothing is said but that there is
 * something, and not even a name or an address (NOT-10).
 *
 * Next door: `notice.ts`; the desk has words of its own in its texts.
 */
import { DISTRIBUTIONS, type Marking, TLP_LABELS } from '../kernel/marking.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import type { Ceiling } from '../kernel/reader.ts'
import { brusselsTime } from '../kernel/brussels-time.ts'
import type { Notice } from './notice.ts'

/** What is said of a notice above the ceiling. */
export const UNSAID = 'Something concerns you. Sign in to read it.'

/**
 * Whether content with that marking may be named outside of the desk. Releasability and lists are never checked there,
 * so what carries one stays inside.
 */
export function mayLeave(marking: Marking, { maxDistribution, maxTlp }: Ceiling): boolean {
  return (
    DISTRIBUTIONS.indexOf(marking.distribution) <= DISTRIBUTIONS.indexOf(maxDistribution) &&
    TLP_LABELS.indexOf(marking.tlp) <= TLP_LABELS.indexOf(maxTlp) &&
    marking.releasableTo === undefined &&
    marking.needToKnow === undefined
  )
}

/**
 * The notice as a sentence.
 * @example sayNotice(notice) // 'HU broke the silence on "Declaration on the activity".'
 */
export function sayNotice(notice: Notice): string {
  const on = `"${notice.title}"`
  const who = notice.by?.party ?? 'Somebody'
  switch (notice.kind) {
    case 'procedure-opened':
      return `${who} opened a procedure: ${on} (${notice.measure}).`
    case 'text-laid':
      return `${who} laid a text for ${on}.`
    case 'text-changed':
      return `${who} changed the text of ${on}: version ${notice.version}.`
    case 'own-text-amended':
      return `${who} proposes to amend your words in ${on}, paragraph ${notice.paragraph}.`
    case 'position-asked':
      return `${on} is on the agenda of the ${notice.body.toUpperCase()} of ${sayDay(notice.meeting)}; your party has not said where it stands.`
    case 'on-agenda':
      return `${on} is on the agenda of the ${notice.body.toUpperCase()} of ${sayDay(notice.meeting)}.`
    case 'circulated':
      return `${who} sent your party documents of ${on}: ${notice.titles.join('; ')}.`
    case 'step-taken':
      return `${who} took a step in ${on}: ${notice.state}.`
    case 'held':
      return `${who} ${notice.position === 'oppose' ? 'opposes' : `holds a ${plainPosition(notice.position)} on`} ${on}.`
    case 'said-for-you':
      return `${who} recorded what your party said on ${on} on ${sayDay(notice.meeting)}: ${plainPosition(notice.position)}. Say otherwise if it did not.`
    case 'vote-failed':
      return `The vote on ${on}, held on ${sayDay(notice.held)}, has failed.`
    case 'silence-opened':
      return `${who} opened silence on ${on} until ${sayInstant(notice.until)}.`
    case 'silence-extended':
      return `${who} extended the silence on ${on} until ${sayInstant(notice.until)}.`
    case 'silence-broken':
      return `${who} broke the silence on ${on}.`
    case 'silence-withdrawn':
      return `${who} withdrew the silence on ${on}.`
    case 'silence-ends-soon':
      return `Silence on ${on} ends ${sayInstant(notice.until)}.`
    case 'silence-ended':
      return `Silence on ${on} ended without an objection: it is adopted.`
    case 'confirmation-needed':
      return `${who} proposes the adoption of ${on}; a second person must confirm it, and you can.`
    case 'adopted':
      return `${on} is adopted${notice.how === 'vote' ? ' by vote' : ''}.`
    case 'review-due':
      return `A review of ${on} is due on ${sayDay(notice.on)}.`
    case 'submissions-wait':
      return `Answers to ${on} wait for somebody to accept them or set them aside.`
  }
}

function plainPosition(position: string): string {
  return position.replaceAll('-', ' ')
}

const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function sayDay(day: CalendarDate): string {
  return DAYS.format(new Date(`${day}T00:00:00Z`))
}

function sayInstant(instant: Instant): string {
  const { date, time, zone } = brusselsTime(instant)
  return `${sayDay(date)}, ${time} (${zone}, Brussels)`
}
