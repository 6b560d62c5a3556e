/**
 * The people of a desk: who there is, who is invited, what they may do, and closing an account.
 *
 * Persons are known by a pseudonym, which is all that the ledger learns of them. A desk always keeps somebody who can
 * administer it.
 *
 * Acts as it is told: `access-desk.ts` asks first whether a second administrator has to confirm.
 * Rests on: docs/rules/accounts.md, ACC-01 to ACC-04, ACC-10 to ACC-13. Next door: `one-time-links.ts`.
 */
import { type Ceiling, inWords, type ReaderRole } from '@demarche/core'
import { faultOf, refusalOf } from '@demarche/api'
import { ceilingOf, emailOf, NO_ADDRESS, type PersonRow, rolesOf } from './account-tables.ts'
import { changesOf, sayChanges } from './access-rules.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import type { OneTimeLinks } from './one-time-links.ts'
import type { SessionDesk } from './session-desk.ts'

/** What an administrator says about a person. */
export interface PersonInput {
  readonly name: string
  /** null: signs in by link alone */
  readonly email: string | null
  readonly party: string
  readonly roles: readonly ReaderRole[]
  readonly ceiling: Ceiling
}

export interface Person extends PersonInput {
  readonly id: string
  readonly state: 'invited' | 'active' | 'closed'
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly hasPasskey: boolean
  readonly hasSingleSignOn: boolean
  /** until when the invitation can be used, where there is one */
  readonly invitedUntil: string | null
  readonly since: string
}

/** What people of a desk may know of each other. */
export interface PersonInDirectory {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly party: string
  readonly roles: readonly ReaderRole[]
  readonly ceiling: Ceiling
}

export interface People {
  /** everybody whose account is not closed, without asking how they sign in */
  directory(): Promise<readonly PersonInDirectory[]>
  /** everybody, closed accounts too, by name and party alone */
  names(): Promise<readonly Pick<Person, 'id' | 'name' | 'party'>[]>
  list(): Promise<readonly Person[]>
  /** @throws DemarcheError not-found */
  get(id: string): Promise<Person>
  /** @throws DemarcheError already-exists when somebody but that person has this e-mail address */
  refuseTakenAddress(email: string | null, but?: string): Promise<void>
  /** Adds a person without any way to sign in yet. @throws DemarcheError already-exists for an e-mail address in use */
  add(input: PersonInput): Promise<Person>
  /** The administrators beside that one: who has an account in use, and whether one who was taken away still counts. */
  administratorsBeside(id: string): Promise<{
    readonly active: readonly Pick<Person, 'id' | 'name'>[]
    readonly lately: boolean
  }>
  /** Adds a person and gives the token of an invitation, shown this once. @param second who confirmed it */
  invite(by: string, input: PersonInput, second?: string): Promise<Invited>
  /** Gives a person a new link; using it replaces the password, and takes second factor and passkeys away. */
  inviteAgain(by: string, id: string, second?: string): Promise<Invited>
  withdrawInvitation(by: string, id: string): Promise<void>
  /** @throws DemarcheError already-exists; value-refused when nobody could administer the desk any more */
  change(by: string, id: string, input: Partial<PersonInput>, second?: string): Promise<Person>
  /** Closes an account: its sessions end at once, and so do its feeds, its mail and its passkeys. */
  close(by: string, id: string): Promise<Person>
  reopen(by: string, id: string, second?: string): Promise<Person>
}

export interface Invited {
  readonly person: Person
  readonly token: string
}

/** For how long an administrator whom another one took away still counts: long enough for somebody to notice. */
export const STILL_COUNTS_DAYS = 7

export interface PeopleOptions {
  readonly library: AuthLibrary
  readonly sessions: SessionDesk
  readonly links: OneTimeLinks
  readonly events: EventLog
  readonly clock: () => Date
  /** an unguessable text, for an address that reaches nobody */
  readonly randomToken: () => string
}

export function openPeople(options: PeopleOptions): People {
  const { library, sessions, links, events, clock, randomToken } = options
  const { adapter, internalAdapter } = library

  const asPerson = async (row: PersonRow): Promise<Person> => {
    const { password, singleSignOn, passkeys } = await library.find.waysIn(row.id)
    const hasPasskey = passkeys > 0
    const invitedUntil = await links.openFor(row.id)
    const canComeIn =
      password || hasPasskey || singleSignOn || (emailOf(row) === null && invitedUntil === null)
    return {
      id: row.id,
      name: row.name,
      email: emailOf(row),
      party: row.party,
      roles: rolesOf(row),
      ceiling: ceilingOf(row),
      state: row.closedAt ? 'closed' : canComeIn ? 'active' : 'invited',
      hasPassword: password,
      hasSecondFactor: row.twoFactorEnabled === true,
      hasPasskey,
      hasSingleSignOn: singleSignOn,
      invitedUntil,
      since: row.createdAt.toISOString(),
    }
  }
  const rows = (): Promise<PersonRow[]> =>
    adapter.findMany<PersonRow>({
      model: 'user',
      sortBy: { field: 'createdAt', direction: 'asc' },
      limit: 10_000,
    })
  const rowOf = async (id: string): Promise<PersonRow> => {
    const row = await library.find.person(id)
    if (!row) throw refusalOf('not-found', faultOf('/', inWords('no-such-person', { seen: id })))
    return row
  }
  const get = async (id: string): Promise<Person> => asPerson(await rowOf(id))

  const refuseTakenAddress = async (email: string | null, but?: string): Promise<void> => {
    const taken = email === null ? null : await internalAdapter.findUserByEmail(email.toLowerCase())
    if (!taken || taken.user.id === but) return
    throw refusalOf('already-exists', faultOf('/email', inWords('address-taken'), 'ACC-02'))
  }
  /** A desk that nobody can administer could never be mended from inside. */
  const refuseLastAdministrator = async (id: string): Promise<void> => {
    const others = (await rows()).filter(
      (row) => row.id !== id && !row.closedAt && rolesOf(row).includes('administrator'),
    )
    if (others.length > 0) return
    throw refusalOf('value-refused', faultOf('/roles', inWords('last-administrator'), 'ACC-11'))
  }
  /** Whom somebody else keeps from administering still counts for a while, or two would be one by closing the other. */
  const whenTakenAway = async (by: string, row: PersonRow): Promise<Pick<PersonRow, 'administeredUntil'>> =>
    by !== row.id && rolesOf(row).includes('administrator') && (await asPerson(row)).state === 'active'
      ? { administeredUntil: new Date(clock().getTime() + STILL_COUNTS_DAYS * 86_400_000) }
      : {}
  const add = async (input: PersonInput): Promise<Person> => {
    await refuseTakenAddress(input.email)
    const { id } = await internalAdapter.createUser(
      {
        name: input.name,
        email: input.email?.toLowerCase() ?? `${randomToken().toLowerCase()}${NO_ADDRESS}`,
        // nobody can enter an address for themselves: an administrator vouches for it
        emailVerified: true,
        party: input.party,
        roles: input.roles.join(' '),
        ...input.ceiling,
      },
      { method: 'admin' },
    )
    return get(id)
  }

  return {
    directory: async () =>
      (await rows())
        .filter(({ closedAt }) => !closedAt)
        .map((row) => ({
          id: row.id,
          name: row.name,
          email: emailOf(row),
          party: row.party,
          roles: rolesOf(row),
          ceiling: ceilingOf(row),
        })),
    names: async () => (await rows()).map(({ id, name, party }) => ({ id, name, party })),
    list: async () => Promise.all((await rows()).map(asPerson)),
    get,
    refuseTakenAddress,
    add,
    async administratorsBeside(id) {
      const others = (await rows()).filter((row) => row.id !== id)
      const open = others.filter((row) => !row.closedAt && rolesOf(row).includes('administrator'))
      const active = (await Promise.all(open.map(asPerson))).filter(({ state }) => state === 'active')
      const now = clock()
      return {
        active,
        lately: others.some(({ administeredUntil }) => administeredUntil && administeredUntil > now),
      }
    },
    async invite(by, input, second) {
      const { id } = await add(input)
      const token = await links.give('invitation', id)
      const detail = sayChanges(changesOf(null, input))
      await events.record('invited', { person: by, about: id, second, detail })
      return { person: await get(id), token }
    },
    async inviteAgain(by, id, second) {
      const row = await rowOf(id)
      if (row.closedAt) {
        throw refusalOf('value-refused', faultOf('/', inWords('open-account-first'), 'ACC-12'))
      }
      const token = await links.give('invitation', id)
      await events.record('link-renewed', { person: by, about: id, second })
      return { person: await get(id), token }
    },
    async withdrawInvitation(by, id) {
      await rowOf(id)
      if (!(await links.withdraw(id))) throw refusalOf('not-found', faultOf('/', inWords('no-invitation')))
      await events.record('invitation-withdrawn', { person: by, about: id })
    },
    async change(by, id, input, second) {
      const row = await rowOf(id)
      const before = {
        name: row.name,
        email: emailOf(row),
        party: row.party,
        roles: rolesOf(row),
        ceiling: ceilingOf(row),
      }
      if (input.email !== undefined) await refuseTakenAddress(input.email, id)
      if (rolesOf(row).includes('administrator') && input.roles?.includes('administrator') === false) {
        await refuseLastAdministrator(id)
      }
      await internalAdapter.updateUser(id, {
        ...(input.name !== undefined && { name: input.name }),
        ...(input.email !== undefined && input.email !== null && { email: input.email.toLowerCase() }),
        ...(input.party !== undefined && { party: input.party }),
        ...(input.roles !== undefined && {
          roles: input.roles.join(' '),
          ...(input.roles.includes('administrator') ? {} : await whenTakenAway(by, row)),
        }),
        ...input.ceiling,
      })
      const changes = changesOf(before, input)
      if (changes.length > 0)
        await events.record('changed', { person: by, about: id, second, detail: sayChanges(changes) })
      return get(id)
    },
    async close(by, id) {
      const row = await rowOf(id)
      if (rolesOf(row).includes('administrator')) await refuseLastAdministrator(id)
      await internalAdapter.updateUser(id, { closedAt: clock(), ...(await whenTakenAway(by, row)) })
      await links.withdraw(id)
      // not kept until it is opened again: whoever holds the address of a calendar may be somebody else by then
      for (const model of ['feedToken', 'mailChoice', 'waitingMail', 'passkey'])
        await adapter.deleteMany({ model, where: [{ field: 'person', value: id }] })
      await sessions.endAll(id)
      await events.record('closed', { person: by, about: id })
      return get(id)
    },
    async reopen(by, id, second) {
      await rowOf(id)
      await internalAdapter.updateUser(id, { closedAt: null })
      await events.record('reopened', { person: by, about: id, second })
      return get(id)
    },
  }
}
