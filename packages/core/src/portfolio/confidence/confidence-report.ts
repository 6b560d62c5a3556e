/**
 * What a State can report under a set of measures: measure by measure, from which acts, how well shown, and what is missing.
 *
 * Nothing on record under a measure is "none on record", never "none". An act without a date or without evidence is declared
 * only; a contact that nobody tried for twelve months has lapsed, whatever was declared of it.
 *
 * Pure. Rules: docs/rules/portfolio.md, PFO-62 to PFO-65. Next door: `counts-for.ts`, `../partner/record-standing.ts`.
 */
import type { CountryGroup } from '../../kernel/country-group.ts'
import { type CalendarDate, earliestDay, latestDay, type PartialDate } from '../../kernel/partial-date.ts'
import { type ContactStanding, contactStanding, datesIn } from '../partner/record-standing.ts'
import { type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'
import { actIn, type CountsFor, countsFor } from './counts-for.ts'

/** From the best shown to what nobody has put on record. */
export const REPORT_STANDINGS = ['evidenced', 'declared', 'lapsed', 'none-on-record'] as const
export type ReportStanding = (typeof REPORT_STANDINGS)[number]

export const REPORT_GAPS = ['act', 'confirmation', 'date', 'evidence', 'report', 'contact', 'check'] as const
/** What a measure still lacks to be reported as evidenced. */
export type ReportGap = (typeof REPORT_GAPS)[number]

/** One act under one measure. */
export interface ReportedAct {
  readonly entity: string
  readonly on: readonly PartialDate[]
  /** addresses where it can be seen */
  readonly evidence: readonly string[]
  readonly standing: 'evidenced' | 'declared'
  /** when it was reported to this organisation */
  readonly reported: readonly { readonly on?: string; readonly reference?: string }[]
  readonly counting: CountsFor['counting']
}

/** One point of contact of the State in the directory of the set. */
export interface ReportedContact extends ContactStanding {
  readonly entity: string
  readonly role: readonly string[]
}

export interface ReportRow {
  readonly measure: string
  readonly number?: number
  readonly standing: ReportStanding
  /** confirmed, also where somebody else set them aside; the last act first */
  readonly acts: readonly ReportedAct[]
  /** what nobody has confirmed yet */
  readonly proposed: readonly ReportedAct[]
  readonly contacts: readonly ReportedContact[]
  readonly missing: readonly ReportGap[]
}

export interface ConfidenceReport {
  readonly set: string
  readonly state: string
  readonly asOf: CalendarDate
  readonly rows: readonly ReportRow[]
  readonly counts: Readonly<Record<ReportStanding, number>>
}

export interface ReportInput {
  /** code of the organisation that agreed on the measures */
  readonly set: string
  /** its directory among the networks of points of contact */
  readonly network?: string | undefined
  readonly state: string
  /** first and last day of the period; everything up to the day when absent */
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
  readonly asOf: CalendarDate
  readonly measures: readonly PortfolioRecord[]
  readonly acts: readonly PortfolioRecord[]
  readonly contacts: readonly PortfolioRecord[]
  readonly checks: readonly PortfolioRecord[]
  readonly groups: readonly CountryGroup[]
}

/** The kind of act by which a measure is known to be about points of contact. */
export const CONTACT_ACT = 'act-contact-point'

/** PFO-62: the report of one State under one set, a row for each measure by number. */
export function confidenceReport(input: ReportInput): ConfidenceReport {
  const { set, state, asOf, measures, acts, groups } = input
  const own = acts.filter((act) => wordsIn(act, 'party').includes(state) && isWithin(act, input))
  const counted = own.map((act) => ({ act, under: countsFor(actIn(act, asOf), measures, groups) }))
  const contacts = contactsOf(input)
  const rows = measures
    .filter((measure) => wordsIn(measure, 'set').includes(set))
    .map((measure): ReportRow => {
      const under = counted.flatMap(({ act, under: all }) =>
        all
          .filter((one) => one.measure === measure.entity && one.set === set)
          .map((one) => reportedAct(act, set, one)),
      )
      const confirmed = under.filter(({ counting }) => counting === 'confirmed' || counting === 'contested')
      const isOfContacts = wordsIn(measure, 'acts').includes(CONTACT_ACT)
      const [number] = valuesOf(measure, 'number')
      const about = {
        acts: lastFirst(confirmed),
        proposed: lastFirst(under.filter(({ counting }) => counting === 'proposed')),
        contacts: isOfContacts ? contacts : [],
      }
      return {
        measure: measure.entity,
        ...(typeof number === 'number' ? { number } : {}),
        ...about,
        standing: standingOf(about),
        missing: gapsOf(about, isOfContacts),
      }
    })
    .toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.measure < b.measure ? -1 : 1))
  return {
    set,
    state,
    asOf,
    rows,
    counts: {
      evidenced: countOf(rows, 'evidenced'),
      declared: countOf(rows, 'declared'),
      lapsed: countOf(rows, 'lapsed'),
      'none-on-record': countOf(rows, 'none-on-record'),
    },
  }
}

/** PFO-64: an act belongs to a period when some source's date may lie in it; one without a date belongs to every period. */
function isWithin(act: PortfolioRecord, { from, to }: ReportInput): boolean {
  const dates = datesIn(act, 'start')
  return (
    dates.length === 0 ||
    dates.some(
      (date) =>
        (from === undefined || latestDay(date) >= from) && (to === undefined || earliestDay(date) <= to),
    )
  )
}

function reportedAct(act: PortfolioRecord, set: string, { counting }: CountsFor): ReportedAct {
  const on = datesIn(act, 'start')
  const evidence = wordsIn(act, 'evidence')
  return {
    entity: act.entity,
    on,
    evidence,
    // PFO-63
    standing: on.length > 0 && evidence.length > 0 ? 'evidenced' : 'declared',
    reported: valuesOf(act, 'reported').flatMap((value) =>
      typeof value === 'object' && 'to' in value && value['to'] === set
        ? [
            {
              ...(typeof value['on'] === 'string' ? { on: value['on'] } : {}),
              ...(typeof value['reference'] === 'string' ? { reference: value['reference'] } : {}),
            },
          ]
        : [],
    ),
    counting,
  }
}

function contactsOf({ network, state, asOf, contacts, checks }: ReportInput): readonly ReportedContact[] {
  return contacts
    .filter(
      (contact) =>
        network !== undefined &&
        wordsIn(contact, 'networks').includes(network) &&
        wordsIn(contact, 'party').includes(state),
    )
    .map((contact) => ({
      entity: contact.entity,
      role: wordsIn(contact, 'role'),
      ...contactStanding(
        checks.filter((check) => wordsIn(check, 'contact').includes(contact.entity)),
        asOf,
      ),
    }))
}

type About = Pick<ReportRow, 'acts' | 'proposed' | 'contacts'>

/** PFO-65: contacts that nobody tried for twelve months have lapsed, unless one of them answers for the rest. */
function standingOf({ acts, contacts }: About): ReportStanding {
  if (contacts.length > 0 && contacts.every(({ lapsed }) => lapsed)) return 'lapsed'
  if (acts.some(({ standing }) => standing === 'evidenced')) return 'evidenced'
  return acts.length > 0 || contacts.length > 0 ? 'declared' : 'none-on-record'
}

function gapsOf({ acts, proposed, contacts }: About, isOfContacts: boolean): readonly ReportGap[] {
  const shown = acts.some(({ standing }) => standing === 'evidenced')
  const has: Readonly<Record<ReportGap, boolean>> = {
    act: acts.length === 0 && proposed.length === 0,
    confirmation: acts.length === 0 && proposed.length > 0,
    date: acts.length > 0 && !shown && acts.every(({ on }) => on.length === 0),
    evidence: acts.length > 0 && !shown && acts.every(({ evidence }) => evidence.length === 0),
    report: acts.length > 0 && acts.every(({ reported }) => reported.length === 0),
    contact: isOfContacts && contacts.length === 0,
    check: contacts.length > 0 && contacts.every(({ lapsed }) => lapsed),
  }
  return REPORT_GAPS.filter((gap) => has[gap])
}

function lastFirst(acts: readonly ReportedAct[]): readonly ReportedAct[] {
  const day = ({ on }: ReportedAct) => on.map(latestDay).toSorted().at(-1) ?? ''
  return acts.toSorted((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : a.entity < b.entity ? -1 : 1))
}

function countOf(rows: readonly ReportRow[], standing: ReportStanding): number {
  return rows.filter((row) => row.standing === standing).length
}
