/**
 * Giving access: takes effect at once where one administrator is alone, waits for a second one where there are two.
 *
 * What waits is one row: what was asked for, and what stood there then. It ends when somebody else confirms it, when an
 * administrator withdraws it, or after a week. What takes access away never waits.
 *
 * Rule: docs/rules/accounts.md, ACC-13. Next door: `access-rules.ts` says what widens, `people.ts` does it.
 */
import { type AccessProposal, DemarcheError, faultOf, invitePersonSchema, refusalOf } from '@demarche/api'
import { DISTRIBUTIONS, inWords, READER_ROLES, TLP_LABELS } from '@demarche/core'
import { z } from 'zod'
import { type AccessBefore, type AccessInput, changesOf, sayChanges, widens } from './access-rules.ts'
import type { ProposalRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import type { People, Person, PersonInput } from './people.ts'

export const PROPOSAL_DAYS = 7

/** What became of it. */
export interface AccessResult {
  /** null: somebody who has no account yet */
  readonly person: Person | null
  /** of an invitation, shown this once */
  readonly token: string | null
  /** null: it took effect */
  readonly waiting: AccessProposal | null
  /** for the audit log */
  readonly detail: string
}

export interface AccessDesk {
  /** @throws DemarcheError already-exists */
  invite(by: string, input: PersonInput): Promise<AccessResult>
  /** A new link for somebody who has an account. */
  renew(by: string, person: string): Promise<AccessResult>
  change(by: string, person: string, input: AccessInput): Promise<AccessResult>
  /** What waits, oldest first, as that administrator sees it. */
  list(viewer: string): Promise<readonly AccessProposal[]>
  /** @throws DemarcheError not-found; not-allowed for who proposed it; stale-write when the account changed meanwhile */
  confirm(by: string, proposal: string): Promise<AccessResult>
  /** Takes a proposal back; every administrator may. @throws DemarcheError not-found */
  withdraw(by: string, proposal: string): Promise<{ readonly about: string | null; readonly detail: string }>
}

export interface AccessDeskOptions {
  readonly library: AuthLibrary
  readonly people: People
  readonly events: EventLog
  readonly clock: () => Date
}

export function openAccessDesk({ library, people, events, clock }: AccessDeskOptions): AccessDesk {
  const { adapter } = library
  const model = 'accessProposal'

  const nameOf = async (person: string): Promise<string> =>
    people.get(person).then(
      ({ name }) => name,
      () => person,
    )
  const present = async (row: ProposalRow, viewer: string): Promise<AccessProposal> => {
    const input = inputIn(row)
    const { active } = await people.administratorsBeside(row.by)
    return {
      id: row.id,
      kind: kindOf(row),
      person: row.person ?? null,
      name: row.person ? await nameOf(row.person) : (input.name ?? ''),
      changes: changesOf(beforeIn(row), input),
      by: { person: row.by, name: await nameOf(row.by) },
      proposedAt: row.proposedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      confirmers: active.map(({ name }) => name),
      mayConfirm: active.some(({ id }) => id === viewer),
    }
  }
  const forgetOld = (): Promise<number> =>
    adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lte', value: clock() }] })
  const find = async (id: string): Promise<ProposalRow> => {
    await forgetOld()
    const row = await adapter.findOne<ProposalRow>({ model, where: [{ field: 'id', value: id }] })
    if (row) return row
    throw refusalOf('not-found', faultOf('/', inWords('nothing-waits')))
  }
  const mustWait = async (by: string): Promise<boolean> => {
    const { active, lately } = await people.administratorsBeside(by)
    return active.length > 0 || lately
  }
  const propose = async (
    by: string,
    kind: AccessProposal['kind'],
    person: Person | null,
    input: AccessInput,
  ): Promise<AccessResult> => {
    await forgetOld()
    const subject = person?.id ?? input.email ?? ''
    if (await adapter.findOne({ model, where: [{ field: 'subject', value: subject }] })) throw waitsAlready()
    const now = clock()
    const before: AccessBefore = person && stateOf(person)
    const data = {
      subject,
      kind,
      person: person?.id ?? null,
      input: JSON.stringify(input),
      before: JSON.stringify(before),
      by,
      proposedAt: now,
      expiresAt: new Date(now.getTime() + PROPOSAL_DAYS * 86_400_000),
    }
    // two at once: the other one waits
    const row = await adapter.create<ProposalRow>({ model, data }).catch(() => null)
    if (!row) throw waitsAlready()
    const detail = `${WORDS[kind]}${sayChanges(changesOf(before, input))}`.trim()
    await events.record('access-proposed', { person: by, ...(person && { about: person.id }), detail })
    return {
      person,
      token: null,
      waiting: await present(row, by),
      detail: `waits for a second administrator: ${detail}`,
    }
  }
  const act = async (
    by: string,
    kind: AccessProposal['kind'],
    person: string | null,
    input: AccessInput,
    second?: string,
  ): Promise<Pick<AccessResult, 'person' | 'token'>> => {
    if (kind === 'invitation') return people.invite(by, invitePersonSchema.parse(input), second)
    if (person === null) throw new Error('only an invitation is about nobody yet')
    if (kind === 'new-link') return people.inviteAgain(by, person, second)
    const { open, ...change } = input
    if (open) await people.reopen(by, person, second)
    return {
      person:
        Object.keys(change).length > 0
          ? await people.change(by, person, change, second)
          : await people.get(person),
      token: null,
    }
  }
  const actOrPropose = async (
    by: string,
    kind: AccessProposal['kind'],
    person: Person | null,
    input: AccessInput,
    isWider: boolean,
  ): Promise<AccessResult> => {
    if (isWider && (await mustWait(by))) return propose(by, kind, person, input)
    // that it is an invitation, the act says
    const what = kind === 'invitation' ? '' : WORDS[kind]
    const detail = `${what}${sayChanges(changesOf(person && stateOf(person), input))}`.trim()
    return { ...(await act(by, kind, person?.id ?? null, input)), waiting: null, detail }
  }

  return {
    async invite(by, given) {
      const input = lowerCased(given)
      await people.refuseTakenAddress(input.email)
      return actOrPropose(by, 'invitation', null, input, true)
    },
    async renew(by, id) {
      const person = await people.get(id)
      if (person.state === 'closed') {
        throw refusalOf('value-refused', faultOf('/', inWords('open-account-first'), 'ACC-12'))
      }
      return actOrPropose(by, 'new-link', person, {}, true)
    },
    async change(by, id, given) {
      const person = await people.get(id)
      const { open, ...fields } = lowerCased(given)
      const input: AccessInput = { ...fields, ...(open && person.state === 'closed' && { open }) }
      if (input.email !== undefined) await people.refuseTakenAddress(input.email, id)
      return actOrPropose(by, 'change', person, input, widens(person, input))
    },
    async list(viewer) {
      await forgetOld()
      const rows = await adapter.findMany<ProposalRow>({
        model,
        sortBy: { field: 'proposedAt', direction: 'asc' },
        limit: 1000,
      })
      return Promise.all(rows.map((row) => present(row, viewer)))
    },
    async confirm(by, id) {
      const row = await find(id)
      const { active } = await people.administratorsBeside(row.by)
      if (!active.some((one) => one.id === by)) {
        throw refusalOf(
          'not-allowed',
          by === row.by
            ? faultOf('/', inWords('somebody-else-confirms'), 'ACC-13')
            : faultOf('/', inWords('administrator-only'), 'ACC-05'),
        )
      }
      const person = row.person ? await people.get(row.person) : null
      if (JSON.stringify(person && stateOf(person)) !== row.before) {
        throw refusalOf('stale-write', faultOf('/', inWords('account-changed'), 'ACC-13'))
      }
      // taken away first: of two who confirm at once one acts
      const taken = await adapter.consumeOne<ProposalRow>({ model, where: [{ field: 'id', value: id }] })
      if (!taken) return this.confirm(by, id)
      const kind = kindOf(row)
      const input = inputIn(row)
      try {
        const done = await act(row.by, kind, row.person ?? null, input, by)
        return {
          ...done,
          waiting: null,
          detail: `${WORDS[kind]}${sayChanges(changesOf(beforeIn(row), input))}; proposed by ${row.by}`,
        }
      } catch (error) {
        const { id: _, ...again } = row
        await adapter.create({ model, data: again })
        throw error
      }
    },
    async withdraw(by, id) {
      const row = await find(id)
      await adapter.deleteMany({ model, where: [{ field: 'id', value: id }] })
      const about = row.person ?? null
      const detail = `${WORDS[kindOf(row)]}${sayChanges(changesOf(beforeIn(row), inputIn(row)))}`.trim()
      await events.record('access-withdrawn', { person: by, ...(about !== null && { about }), detail })
      return { about, detail: `${detail}; proposed by ${row.by}` }
    },
  }
}

/** What is kept of a proposal, and read again. */
const keptSchema = z.strictObject({
  name: z.string().exactOptional(),
  email: z.string().nullable().exactOptional(),
  party: z.string().exactOptional(),
  roles: z.array(z.enum(READER_ROLES)).exactOptional(),
  ceiling: z
    .strictObject({ maxDistribution: z.enum(DISTRIBUTIONS), maxTlp: z.enum(TLP_LABELS) })
    .exactOptional(),
  open: z.literal(true).exactOptional(),
})

function inputIn({ input }: ProposalRow): AccessInput {
  return keptSchema.parse(JSON.parse(input))
}

function beforeIn({ before }: ProposalRow): AccessBefore {
  return keptSchema.nullable().parse(JSON.parse(before))
}

const WORDS = { invitation: 'invitation: ', change: '', 'new-link': 'a new link' } as const

/** What is compared, so that nothing is confirmed that was proposed about another state of things. */
function stateOf({ name, email, party, roles, ceiling, state }: Person): AccessInput {
  return { name, email, party, roles, ceiling, ...(state !== 'closed' && { open: true }) }
}

function lowerCased<Input extends AccessInput>(input: Input): Input {
  return typeof input.email === 'string' ? { ...input, email: input.email.toLowerCase() } : input
}

function kindOf({ kind }: ProposalRow): AccessProposal['kind'] {
  return kind === 'invitation' || kind === 'new-link' ? kind : 'change'
}

function waitsAlready(): DemarcheError {
  return refusalOf('already-exists', faultOf('/', inWords('waits-already'), 'ACC-13'))
}
