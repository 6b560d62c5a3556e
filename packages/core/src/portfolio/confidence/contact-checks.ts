/**
 * How the lines to points of contact are tried: where a check stands, when the next is due, and how many were answered.
 *
 * A check that waits for its reply lapses when the last day for it has passed: that follows from the day alone, so nothing
 * has to run for it. Everything is counted from the records given, which are those the reader may see.
 *
 * Pure. Rules: docs/rules/portfolio.md, PFO-70 to PFO-73. Next door: `../partner/record-standing.ts`.
 */
import type { CountryGroup } from '../../kernel/country-group.ts'
import { type CalendarDate, latestDay, type PartialDate } from '../../kernel/partial-date.ts'
import { membersOf } from '../../places/memberships.ts'
import {
  type CheckState,
  checkState,
  type ContactStanding,
  contactStanding,
  datesIn,
  lastDay,
} from '../partner/record-standing.ts'
import { type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'

/** Months after which a line is tried again where neither the contact nor its directories say. */
export const MONTHS_BETWEEN_CHECKS = 12

/** One point of contact, and how its line stands on a day. */
export interface ContactLine extends ContactStanding {
  readonly entity: string
  readonly name: string
  readonly states: readonly string[]
  readonly networks: readonly string[]
  readonly role: readonly string[]
  /** an address for mail is on record */
  readonly hasMail: boolean
  /** after so many months the line is tried again */
  readonly everyMonths: number
  /** the day from which the next check is due; absent where no check is on record, and one is due at once */
  readonly nextDue?: CalendarDate
  readonly isDue: boolean
  /** the check that waits for its reply */
  readonly waiting?: { readonly entity: string; readonly replyBy: PartialDate }
}

/** What came of the checks of the last twelve months. */
export interface CheckCounts {
  readonly contacts: number
  readonly lapsed: number
  readonly checks: Readonly<Record<CheckState, number>>
  /** hours to the answer in the middle of those that say; null where none does */
  readonly medianHours: number | null
}

export interface CheckStatistics {
  readonly all: CheckCounts
  /** by the word of a directory */
  readonly networks: Readonly<Record<string, CheckCounts>>
  /** by the id of a region, a contact in each region to which its State belongs */
  readonly regions: Readonly<Record<string, CheckCounts>>
}

export interface ChecksInput {
  readonly contacts: readonly PortfolioRecord[]
  readonly checks: readonly PortfolioRecord[]
  /** records of sets of measures: how often the lines of their directories are tried */
  readonly sets: readonly Pick<PortfolioRecord, 'facts'>[]
  readonly groups: readonly CountryGroup[]
  readonly asOf: CalendarDate
}

/** PFO-70, PFO-72: the lines, those due first, then by name. */
export function contactLines({ contacts, checks, sets, asOf }: ChecksInput): readonly ContactLine[] {
  const byContact = checksByContact(checks)
  return contacts
    .map((contact): ContactLine => {
      const own = byContact.get(contact.entity) ?? []
      const [waiting] = own.flatMap((check) => {
        const [replyBy] = datesIn(check, 'replyBy')
        return replyBy !== undefined && checkState(check, asOf) === 'waiting'
          ? [{ entity: check.entity, replyBy }]
          : []
      })
      const standing = contactStanding(own, asOf)
      const everyMonths = monthsBetween(contact, sets)
      const nextDue = standing.lastCheck && monthsLater(latestDay(standing.lastCheck.on), everyMonths)
      return {
        ...standing,
        entity: contact.entity,
        name: contact.name,
        states: wordsIn(contact, 'party'),
        networks: wordsIn(contact, 'networks'),
        role: wordsIn(contact, 'role'),
        hasMail: mailOf(contact) !== undefined,
        everyMonths,
        ...(nextDue === undefined ? {} : { nextDue }),
        isDue: !waiting && (nextDue === undefined || nextDue <= asOf),
        ...(waiting ? { waiting } : {}),
      }
    })
    .toSorted(
      (a, b) => Number(b.isDue) - Number(a.isDue) || compare(a.name, b.name) || compare(a.entity, b.entity),
    )
}

/** PFO-73: what came of the checks asked within twelve months before the day, altogether, by directory and by region. */
export function checkStatistics(input: ChecksInput): CheckStatistics {
  const { contacts, checks, groups, asOf } = input
  const since = monthsLater(asOf, -12)
  const recent = checksByContact(checks.filter((check) => (lastDay(check, 'start') ?? '') >= since))
  const lapsed = new Set(contactLines(input).flatMap((line) => (line.lapsed ? [line.entity] : [])))
  const count = (own: readonly PortfolioRecord[]): CheckCounts => {
    const tried = own.flatMap(({ entity }) => recent.get(entity) ?? [])
    const states = tried.map((check) => checkState(check, asOf))
    const number = (state: CheckState) => states.filter((one) => one === state).length
    return {
      contacts: own.length,
      lapsed: own.filter(({ entity }) => lapsed.has(entity)).length,
      checks: {
        answered: number('answered'),
        waiting: number('waiting'),
        lapsed: number('lapsed'),
        'not-answered': number('not-answered'),
        bounced: number('bounced'),
        'wrong-person': number('wrong-person'),
        'not-stated': number('not-stated'),
      },
      medianHours: medianOf(
        tried.flatMap((check) => valuesOf(check, 'hours').filter((hours) => typeof hours === 'number')),
      ),
    }
  }
  const networks = [...new Set(contacts.flatMap((contact) => wordsIn(contact, 'networks')))].toSorted()
  const regions = groups.filter(({ kind }) => kind === 'region')
  return {
    all: count(contacts),
    networks: Object.fromEntries(
      networks.map((network) => [
        network,
        count(contacts.filter((contact) => wordsIn(contact, 'networks').includes(network))),
      ]),
    ),
    regions: Object.fromEntries(
      regions.flatMap(({ id }) => {
        const members = new Set(membersOf(groups, id, asOf).map(({ country }) => country))
        const own = contacts.filter((contact) => wordsIn(contact, 'party').some((code) => members.has(code)))
        return own.length === 0 ? [] : [[id, count(own)] as const]
      }),
    ),
  }
}

/** The address for mail of a point of contact, without `mailto:`; undefined where none or several are on record. */
export function mailOf(contact: Pick<PortfolioRecord, 'facts'>): string | undefined {
  const [address, other] = wordsIn(contact, 'mail')
  if (address === undefined || other !== undefined || !address.startsWith('mailto:')) return undefined
  return oneAddress(address.slice('mailto:'.length))
}

/** One address and nothing else: what else a mailto: address may carry would be an instruction to the mail. */
function oneAddress(address: string): string | undefined {
  return /^[^\s,;:?&%<>"@()[\]\\]+@[^\s,;:?&%<>"@()[\]\\]+$/.test(address) ? address : undefined
}

/** PFO-72: what the contact says; else the shortest that its directories ask for; else twelve. */
function monthsBetween(contact: PortfolioRecord, sets: readonly Pick<PortfolioRecord, 'facts'>[]): number {
  const networks = wordsIn(contact, 'networks')
  const asked = sets.filter((set) => wordsIn(set, 'network').some((one) => networks.includes(one)))
  return shortest([contact]) ?? shortest(asked) ?? MONTHS_BETWEEN_CHECKS
}

function shortest(records: readonly Pick<PortfolioRecord, 'facts'>[]): number | undefined {
  return records
    .flatMap((record) => valuesOf(record, 'checkEvery'))
    .filter((months) => typeof months === 'number' && months > 0)
    .map(Number)
    .toSorted((a, b) => a - b)[0]
}

function checksByContact(
  checks: readonly PortfolioRecord[],
): ReadonlyMap<string, readonly PortfolioRecord[]> {
  const found = new Map<string, PortfolioRecord[]>()
  for (const check of checks)
    for (const contact of wordsIn(check, 'contact'))
      found.set(contact, [...(found.get(contact) ?? []), check])
  return found
}

/** The same day so many months later, or the last one of the month where it has no such day. */
export function monthsLater(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const there = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  there.setUTCDate(Math.min(date, there.getUTCDate()))
  return there.toISOString().slice(0, 10)
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
