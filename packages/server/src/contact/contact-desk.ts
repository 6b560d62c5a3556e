/**
 * Points of contact and the checks of their lines: what stands, a check begun, a reply put on record.
 *
 * A check is begun by somebody who is signed in and sees the contact; it takes the marking of the contact. The reply comes
 * from somebody without an account: the desk puts it on record for the party that asked, and tells the writer nothing.
 *
 * Rules: PFO-70 to PFO-75. Next door: `contact-links.ts`, `deliver-checks.ts`, `contact-schedules.ts`; core's `contact-checks.ts` judges.
 */
import {
  type ContactChecksAnswer,
  type ContactReplyInput,
  DemarcheError,
  faultOf,
  refusalOf,
  type StartedChecks,
} from '@demarche/api'
import {
  checkStatistics,
  type ContactLine,
  contactLines,
  dayInBrussels,
  type DraftStatement,
  effectiveMarking,
  formatPartialDate,
  highestMarking,
  inWords,
  type Marking,
  MARKING_KIND,
  parsePartialDate,
  type Statement,
  vocabularyOf,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import type { Office } from '../office.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { openEntity } from '../record/open-entity.ts'
import { readerOf } from '../session/session.ts'
import { CONTACT_LINK_LIFETIME, type ContactLink, type ContactLinks } from './contact-links.ts'
import { gatherContacts, mayBeMailed, todayOf } from './contact-records.ts'

type Desk = Pick<Office, 'store' | 'portfolio' | 'doctrine' | 'clock'>

/** Checks that one request begins. */
export const MOST_STARTED = 100

/** What stands of every point of contact that the reader sees. */
export async function showChecks(
  office: Desk,
  reader: Reader,
  sendsMail: boolean,
  asOf: string = todayOf(office),
): Promise<ContactChecksAnswer> {
  const on = await gatherContacts(office, office.store.as(reader), asOf)
  const groups = office.doctrine.countryGroups ?? []
  return {
    asOf,
    marking: highestMarking([...on.contacts, ...on.checks, ...on.sets].map((one) => one.marking)),
    sendsMail,
    lines: contactLines({ ...on, groups, asOf }),
    statistics: checkStatistics({ ...on, groups, asOf }),
  }
}

/**
 * Begins a check of one point of contact, or of all whose check is due; those that cannot be tried by mail come back with the
 * reason.
 * @throws DemarcheError not-found for a contact that the reader does not see; what `openEntity` throws
 */
export async function startChecks(
  office: Office,
  links: ContactLinks,
  reader: Reader,
  contact: string | undefined,
): Promise<StartedChecks> {
  const asOf = todayOf(office)
  const on = await gatherContacts(office, office.store.as(reader), asOf)
  const groups = office.doctrine.countryGroups ?? []
  const lines = contactLines({ ...on, groups, asOf })
  const wanted = contact === undefined ? lines.filter(({ isDue }) => isDue) : lines.filter(isOf(contact))
  if (contact !== undefined && wanted.length === 0) throw notOnRecord(contact)
  const markings = new Map(on.contacts.map(({ entity, marking }) => [entity, marking]))
  const started: StartedChecks['started'][number][] = []
  const left: StartedChecks['left'][number][] = []
  for (const line of wanted.slice(0, MOST_STARTED)) {
    const marking = markings.get(line.entity)
    const why = marking && whyNotByMail(line, marking)
    if (why) left.push({ contact: line.entity, why })
    else if (marking)
      started.push({ contact: line.entity, check: await beginCheck(office, links, reader, line, marking) })
  }
  for (const { entity } of wanted.slice(MOST_STARTED)) left.push({ contact: entity, why: 'too-many' })
  return { started, left }
}

function isOf(contact: string) {
  return ({ entity }: ContactLine): boolean => entity === contact
}

/** Why a line cannot be tried by mail now; undefined where it can (PFO-71). */
export function whyNotByMail(
  { hasMail, waiting }: ContactLine,
  marking: Marking,
): StartedChecks['left'][number]['why'] | undefined {
  if (waiting) return 'waiting'
  if (!mayBeMailed(marking)) return 'marking'
  return hasMail ? undefined : 'no-mail'
}

/**
 * Puts one check on record as that reader, and its mail into the queue. Whether it can be asked by mail is the caller's to know.
 * @param document what the check names as its source
 * @returns the check
 */
export async function beginCheck(
  office: Office,
  links: ContactLinks,
  reader: Reader,
  { entity }: Pick<ContactLine, 'entity'>,
  marking: Marking,
  document = 'This desk, asking by mail',
): Promise<string> {
  const kind = office.portfolio.kind('contact-check')
  const today = todayOf(office)
  const until = dayInBrussels(new Date(office.clock().getTime() + CONTACT_LINK_LIFETIME).toISOString())
  const { entity: check } = await openEntity(
    office,
    reader,
    vocabularyOf(kind),
    {
      assertions: [
        // the address of a record names nobody: it stands in logs
        { property: 'name', value: `Check by mail, ${formatPartialDate(today)}` },
        { property: 'contact', value: entity },
        { property: 'start', value: today },
        { property: 'replyBy', value: until },
      ],
      source: { document, date: today, verified: true },
      grading: { reliability: 'A', credibility: '1' },
      marking,
    },
    // the link first: a check on record that nobody is asked about would wait in vain
    (address) => links.keep(address, reader.party),
  )
  await links.ready(check)
  return check
}

/**
 * Puts a reply on record, and what its writer adds as a statement of its own. The link goes after that: whether it was used
 * the record says, so that no reply is lost in between, and none is there twice.
 * @throws DemarcheError not-found for a link that is unknown, used or too old; classified-content. The link still works then
 */
export async function recordReply(
  office: Desk,
  links: ContactLinks,
  { token, number, remark }: ContactReplyInput,
): Promise<void> {
  refuseClassified({ number, remark })
  const link = await links.look(token)
  if (!link) throw refuseContactLink()
  const isNew = await appendReply(office, link, { number, remark })
  await links.drop(link.check)
  if (!isNew) throw refuseContactLink()
}

const REPLY_DOCUMENT = 'Reply by the link of the mail'
/** Others may record something about a check while its reply comes in; more often than this they do not. */
const MOST_TRIES = 5

/** @returns false when the reply is on record already */
async function appendReply(
  office: Desk,
  link: ContactLink,
  reply: Omit<ContactReplyInput, 'token'>,
  triesLeft = MOST_TRIES,
): Promise<boolean> {
  const { check, party, askedAt } = link
  const { number, remark } = reply
  const ledger = office.store.as(askerOf(party))
  const known = await ledger.statements(check)
  const last = known.findLast(({ kind, erased }) => kind !== MARKING_KIND && !erased)
  // erased, or marked since for people among whom this desk is not: nothing may be said of it
  if (!last) return true
  if (known.some(({ source, recordedBy }) => source.document === REPLY_DOCUMENT && recordedBy === undefined))
    return false
  const at = office.clock()
  const today = parsePartialDate(dayInBrussels(at.toISOString()))
  const hours = Math.max(0, Math.round(((at.getTime() - askedAt.getTime()) / 3_600_000) * 10) / 10)
  const about = {
    entity: check,
    kind: 'contact-check',
    marking: markingAsBegun(known),
    assertedBy: party,
    assertedAt: at.toISOString(),
  } as const
  const added = [
    ...(number === undefined ? [] : [{ property: 'correction', value: number }]),
    ...(remark === undefined ? [] : [{ property: 'remark', value: remark }]),
  ]
  const drafts: DraftStatement[] = [
    {
      ...about,
      assertions: [
        { property: 'outcome', value: 'answered' },
        { property: 'answered', value: today },
        { property: 'hours', value: hours },
      ],
      source: { document: REPLY_DOCUMENT, date: today, verified: true },
      grading: { reliability: 'A', credibility: '1' },
    },
    ...(added.length === 0
      ? []
      : [
          {
            ...about,
            assertions: added,
            source: { document: 'What its writer added to the reply', date: today, verified: true },
            // nobody knows who pressed the button
            grading: { reliability: 'F', credibility: '6' } as const,
          },
        ]),
  ]
  try {
    // of two that come at once the second finds the first on record
    await ledger.append(drafts, { follows: { entity: check, statement: last.id } })
    return true
  } catch (error) {
    if (triesLeft <= 1 || !(error instanceof DemarcheError) || error.code !== 'stale-write') throw error
    return appendReply(office, link, reply, triesLeft - 1)
  }
}

/** PFO-75: as the check was begun. What somebody noted on it under another marking hides the reply from nobody. */
function markingAsBegun(known: readonly Statement[]): Marking {
  const begun = known.filter(({ assertions }) => assertions.some(({ property }) => property === 'replyBy'))
  return highestMarking((begun.length > 0 ? begun : known).map(effectiveMarking))
}

/** PFO-74: one refusal for every link that answers nothing. */
export function refuseContactLink(): DemarcheError {
  return refusalOf('not-found', faultOf('/', inWords('contact-link-used'), 'PFO-74'))
}

/** The desk itself, for the party that asked. */
export function askerOf(party: string): Reader {
  return readerOf({ party, person: 'desk' })
}
