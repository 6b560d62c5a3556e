/**
 * Begins the communication checks that are due by a schedule, in the name of whoever set it; stops a schedule whose person
 * may set it no more.
 *
 * The postman goes round with it, so that checks are begun where mails are sent. A desk that was down begins the last round
 * that came, once. Rules: PFO-77 to PFO-79. Next door: `contact-schedules.ts`, `contact-rounds.ts`.
 */
import {
  contactLines,
  type ContactSchedule,
  dayInBrussels,
  dueRound,
  latestDay,
  scheduleOf,
} from '@demarche/core'
import { DemarcheError } from '@demarche/api'
import type { Reader } from '@demarche/store'
import type { Accounts } from '../accounts/accounts.ts'
import type { Office } from '../office.ts'
import { askerOf, beginCheck, MOST_STARTED, whyNotByMail } from './contact-desk.ts'
import { gatherContacts, todayOf } from './contact-records.ts'
import {
  appendSchedule,
  contactsOn,
  isInDirectories,
  scheduleInForce,
  setterOf,
} from './contact-schedules.ts'

export interface ScheduleRun {
  readonly office: Office
  readonly accounts: Pick<Accounts, 'people' | 'contactLinks' | 'contactRounds'>
  /** told of what went wrong; it is tried again */
  readonly complain: (error: unknown) => void
}

/** Looks at the schedule of every party that has people here. */
export async function runSchedules(run: ScheduleRun): Promise<void> {
  const parties = new Set((await run.accounts.people.directory()).map(({ party }) => party))
  for (const party of parties) await runOne(run, party).catch(run.complain)
}

async function runOne({ office, accounts, complain }: ScheduleRun, party: string): Promise<void> {
  const schedule = await scheduleInForce(office, party)
  if (schedule?.state !== 'on') return
  const setter = await setterOf(accounts.people, schedule, party)
  if (!setter) return stop(office, schedule, party)
  const now = office.clock().toISOString()
  const due = dueRound(schedule, schedule.statement.assertedAt, now)
  if (due === undefined) return
  const when = new Date(due)
  if (!(await accounts.contactRounds.take(party, when))) return
  // nobody of this process begins one by hand meanwhile
  const { begun, isAll } = await office.inTurn(`contact checks of ${party}`, () =>
    beginRound({ office, accounts, complain }, setter, schedule, due),
  )
  await (isAll ? accounts.contactRounds.done(party, when) : accounts.contactRounds.release(party, when))
  await note(office, setter, { outcome: 'done', detail: `begun: ${begun}` })
}

async function beginRound(
  { office, accounts, complain }: ScheduleRun,
  setter: Reader,
  schedule: ContactSchedule,
  due: string,
): Promise<{ readonly begun: number; readonly isAll: boolean }> {
  const ledger = office.store.as(setter)
  const on = await gatherContacts(office, ledger, todayOf(office))
  const markings = new Map(on.contacts.map(({ entity, marking }) => [entity, marking]))
  const wanted = new Set(
    (await contactsOn(office, ledger, on, setter.party, setter))
      .filter((one) => one.why === undefined && isInDirectories(one, schedule))
      .map(({ entity }) => entity),
  )
  const dueDay = dayInBrussels(due)
  const groups = office.doctrine.countryGroups ?? []
  const open = contactLines({ ...on, groups, asOf: todayOf(office) }).filter(
    // asked since: by this round, which was cut off, or by somebody
    ({ entity, lastCheck }) => wanted.has(entity) && !(lastCheck && latestDay(lastCheck.on) >= dueDay),
  )
  let begun = 0
  for (const line of open) {
    const marking = markings.get(line.entity)
    if (!marking || whyNotByMail(line, marking)) continue
    if (begun === MOST_STARTED) return { begun, isAll: false }
    try {
      await beginCheck(office, accounts.contactLinks, setter, line, marking, BY_SCHEDULE)
      begun += 1
    } catch (error) {
      // one that is refused, such as above the ceiling of the desk, keeps nobody else from being asked
      if (!(error instanceof DemarcheError)) throw error
      complain(error)
    }
  }
  return { begun, isAll: true }
}

/** As a check says it of itself. */
const BY_SCHEDULE = 'This desk, asking by mail on schedule'

/** PFO-78: the desk says on record that it stopped; somebody else has said something meanwhile where that fails. */
async function stop(office: Office, schedule: ContactSchedule, party: string): Promise<void> {
  const { everyMonths, firstDay, time, networks, role, statement } = schedule
  const said = { everyMonths, firstDay, time, networks, role, state: 'stopped' } as const
  try {
    await appendSchedule(office, askerOf(party), schedule, said)
  } catch (error) {
    if (error instanceof DemarcheError && error.code === 'stale-write') return
    throw error
  }
  const person = statement.recordedBy ?? '-'
  await note(office, { party, person, role }, { outcome: 'refused', rule: 'PFO-78' })
}

/** In the audit log under whoever set the schedule: they asked for it. */
async function note(
  { store, clock }: Pick<Office, 'store' | 'clock'>,
  { party, person, role }: Pick<Reader, 'party' | 'person' | 'role'>,
  said: { readonly outcome: 'done' | 'refused'; readonly rule?: string; readonly detail?: string },
): Promise<void> {
  const at = clock().toISOString()
  await store.audit.note({
    at,
    person,
    party,
    role,
    verb: 'contact-schedule.run',
    target: scheduleOf(party),
    ...said,
  })
}
