/**
 * The schedule of a party's communication checks: what stands of it for a reader, and how somebody sets it.
 *
 * It is a statement in the ledger for the own party alone. Whoever made the last one is who asks: the desk begins the checks
 * in their name and with their sight, as long as they may. Whom it asks is shown from what the reader sees, so that nothing
 * hidden shows; the ceiling of whoever set it is known to the colleagues. Whoever would set it anew is shown whom it would then
 * ask in their own name.
 *
 * Rules: PFO-76 to PFO-79. Next door: `run-schedules.ts`; core's `contact-schedule.ts` says when.
 */
import {
  type ContactOnSchedule,
  type ContactScheduleAnswer,
  type DemarcheError,
  faultOf,
  refusalOf,
  type SetScheduleInput,
} from '@demarche/api'
import {
  type Ceiling,
  CONTACT_SCHEDULE,
  contactLines,
  type ContactSchedule,
  DISTRIBUTIONS,
  type DraftStatement,
  highestMarking,
  inWords,
  type Marking,
  maySetSchedule,
  nextRound,
  onBrusselsClock,
  propertyOf,
  READER_ROLES,
  readSchedule,
  type RefusalWords,
  sayScheduleAs,
  scheduleOf,
  type ScheduleSettings,
  type Statement,
  TLP_LABELS,
  WORKING,
} from '@demarche/core'
import type { LedgerReader, Reader } from '@demarche/store'
import { isAbove } from '../access/desk-ceiling.ts'
import type { People } from '../accounts/people.ts'
import { standingReader } from '../notice/standing-reader.ts'
import type { Office } from '../office.ts'
import { readerOf } from '../session/session.ts'
import { askerOf } from './contact-desk.ts'
import { type ContactsOnRecord, gatherContacts, mayBeMailed, todayOf } from './contact-records.ts'

type Desk = Pick<Office, 'store' | 'portfolio' | 'doctrine' | 'clock' | 'ceiling'>

/** Days ahead within which the first round lies. */
const MOST_AHEAD = 731
const DAY = 24 * 3_600_000
const MOST_HISTORY = 20

/** What stands of the schedule of the reader's party, and whom it asks as far as the reader can tell. */
export async function showSchedule(
  office: Desk,
  people: Pick<People, 'get' | 'names'>,
  reader: Reader,
  sendsMail: boolean,
): Promise<ContactScheduleAnswer> {
  const { party } = reader
  const ledger = office.store.as(reader)
  const said = await ledger.statements(scheduleOf(party))
  const schedule = readSchedule(said, party)
  const setter = schedule?.state === 'on' ? await setterOf(people, schedule, party) : null
  const state = schedule?.state === 'on' && !setter ? 'stopped' : (schedule?.state ?? 'off')
  const on = await gatherContacts(office, ledger, todayOf(office))
  const names = new Map((await people.names()).map(({ id, name }) => [id, name]))
  const earlier = said
    .filter(({ id }) => id !== schedule?.statement.id)
    .flatMap((one) => readSchedule([one], party) ?? [])
  const inNameOf = (asker: Ceiling) => contactsOn(office, ledger, on, party, asker)
  const maySet = maySetSchedule(reader.role)
  return {
    marking: highestMarking([...on.contacts, ...said].map((one) => one.marking)),
    sendsMail,
    maySet,
    state,
    contacts: await inNameOf(setter ?? reader),
    ...(maySet && { ifSet: await inNameOf(reader) }),
    ...(schedule && {
      settings: settingsOf(schedule),
      set: saidBy(schedule.statement, names),
      statement: schedule.statement.id,
    }),
    ...(schedule && state === 'on' && { next: nextRound(schedule, office.clock().toISOString()) }),
    history: earlier
      .toReversed()
      .slice(0, MOST_HISTORY)
      .map((one) => ({ state: one.state, settings: settingsOf(one), ...saidBy(one.statement, names) })),
  }
}

/**
 * Sets the schedule of the reader's party, pauses it, takes it up again or turns it off.
 * @throws DemarcheError not-allowed (PFO-76), value-refused, stale-write; nothing changes then
 */
export async function setSchedule(office: Desk, reader: Reader, input: SetScheduleInput): Promise<void> {
  const { party, role } = reader
  const own = READER_ROLES.find((one) => one === role && maySetSchedule(one))
  if (!own)
    throw refusalOf('not-allowed', faultOf('/', inWords('schedule-set-by', { owner: party, role }), 'PFO-76'))
  const head = readSchedule(await office.store.as(reader).statements(scheduleOf(party)), party)
  if (input.follows !== head?.statement.id)
    throw refusalOf('stale-write', faultOf('/follows', inWords('recorded-meanwhile'), 'LED-19'))
  const settings = input.settings ? checked(office, input.settings) : head && settingsOf(head)
  if (!settings) throw refused('/settings', inWords('form-missing'), 'PFO-76')
  await appendSchedule(office, reader, head, { ...settings, state: input.state, role: own })
}

/** Puts on record what stands of the schedule of the reader's party from now on. */
export async function appendSchedule(
  { store, clock, ceiling }: Pick<Desk, 'store' | 'clock' | 'ceiling'>,
  reader: Reader,
  head: ContactSchedule | null,
  said: Omit<ContactSchedule, 'statement'>,
): Promise<void> {
  const { party, person } = reader
  const entity = scheduleOf(party)
  const draft: DraftStatement = {
    entity,
    kind: CONTACT_SCHEDULE,
    assertions: sayScheduleAs(said),
    source: { document: 'Schedule of communication checks kept at this desk', party, verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking: head?.statement.marking ?? ownMarking(party, reader, ceiling),
    assertedBy: party,
    assertedAt: clock().toISOString(),
    ...(person.startsWith('person:') ? { recordedBy: person } : {}),
    ...(head ? { supersedes: [{ statement: head.statement.id }] } : {}),
  }
  const follows = head ? { follows: { entity, statement: head.statement.id } } : {}
  await store.as(reader).append([draft], follows)
}

/** Who asks by that schedule, as they may read today; null when they may set it no more (PFO-78). */
export async function setterOf(
  people: Pick<People, 'get'>,
  { statement: { recordedBy }, role }: ContactSchedule,
  party: string,
): Promise<Reader | null> {
  if (recordedBy === undefined || !maySetSchedule(role)) return null
  const found = await standingReader(people, recordedBy, role)
  return found?.party === party ? readerOf(found) : null
}

/** What the desk itself reads of the schedule of a party. */
export async function scheduleInForce(
  { store }: Pick<Desk, 'store'>,
  party: string,
): Promise<ContactSchedule | null> {
  return readSchedule(await store.as(askerOf(party)).statements(scheduleOf(party)), party)
}

/**
 * The points of contact with the reason why the schedule leaves them out, by name (PFO-71, PFO-78).
 * @param ledger of whoever sees them
 * @param setter whose ceiling holds
 */
export async function contactsOn(
  office: Pick<Desk, 'doctrine' | 'clock'>,
  ledger: Pick<LedgerReader, 'statementsOf'>,
  on: ContactsOnRecord,
  party: string,
  setter: Ceiling,
): Promise<readonly ContactOnSchedule[]> {
  const statements = await ledger.statementsOf(on.contacts.map(({ entity }) => entity))
  const own = new Set(statements.flatMap((one) => (one.assertedBy === party ? [one.entity] : [])))
  const markings = new Map(on.contacts.map(({ entity, marking }) => [entity, marking]))
  const groups = office.doctrine.countryGroups ?? []
  return contactLines({ ...on, groups, asOf: todayOf(office) })
    .map(({ entity, name, networks, hasMail }): ContactOnSchedule => {
      const marking = markings.get(entity) ?? WORKING
      const why = whyNot({ isOwn: own.has(entity), hasMail, marking, setter })
      return { entity, name, networks, ...(why ? { why } : {}) }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.entity < b.entity ? -1 : 1))
}

/** True when the contact stands in one of the directories of the schedule. */
export function isInDirectories(
  { networks }: Pick<ContactOnSchedule, 'networks'>,
  settings: Pick<ScheduleSettings, 'networks'>,
): boolean {
  return settings.networks.length === 0 || networks.some((one) => settings.networks.includes(one))
}

function whyNot(of: {
  readonly isOwn: boolean
  readonly hasMail: boolean
  readonly marking: Marking
  readonly setter: Ceiling
}): ContactOnSchedule['why'] {
  if (!of.isOwn) return 'other-party'
  if (!mayBeMailed(of.marking)) return 'marking'
  if (isAbove(of.marking, of.setter)) return 'above-setter'
  return of.hasMail ? undefined : 'no-mail'
}

/** @throws DemarcheError value-refused */
function checked(
  office: Desk,
  { everyMonths, firstDay, time, networks }: ScheduleSettings,
): ScheduleSettings {
  const now = office.clock()
  const first = onBrusselsClock(`${firstDay}T${time}`)
  if (first <= now.toISOString())
    throw refused('/settings/firstDay', inWords('schedule-begins-in-past', { until: first }))
  if (Date.parse(first) - now.getTime() > MOST_AHEAD * DAY)
    throw refused('/settings/firstDay', inWords('schedule-begins-too-far', { day: firstDay }))
  const words = Object.keys(propertyOf(office.portfolio.kind('contact-point'), 'networks')?.values ?? {})
  const unknown = networks.find((one) => !words.includes(one))
  if (unknown !== undefined)
    throw refused('/settings/networks', inWords('form-not-among', { choices: words }))
  return { everyMonths, firstDay, time, networks: [...new Set(networks)].toSorted() }
}

function refused(place: string, words: RefusalWords, rule = 'PFO-77'): DemarcheError {
  return refusalOf('value-refused', faultOf(place, words, rule))
}

function settingsOf({ everyMonths, firstDay, time, networks }: ContactSchedule): ScheduleSettings {
  return { everyMonths, firstDay, time, networks }
}

function saidBy(
  { recordedBy, assertedAt }: Statement,
  names: ReadonlyMap<string, string>,
): { readonly by?: string; readonly at: string } {
  return { at: assertedAt, ...(recordedBy === undefined ? {} : { by: names.get(recordedBy) ?? recordedBy }) }
}

/** For the own party alone; beside that as working papers are marked, or as high as may be. */
function ownMarking(party: string, ...ceilings: readonly Ceiling[]): Marking {
  const lowest = <T>(order: readonly T[], working: T, of: (ceiling: Ceiling) => T): T | undefined =>
    order[Math.min(order.indexOf(working), ...ceilings.map((one) => order.indexOf(of(one))))]
  return {
    distribution: lowest(DISTRIBUTIONS, WORKING.distribution, (one) => one.maxDistribution) ?? 'PUBLIC',
    tlp: lowest(TLP_LABELS, WORKING.tlp, (one) => one.maxTlp) ?? 'TLP:CLEAR',
    releasableTo: [party],
  }
}
