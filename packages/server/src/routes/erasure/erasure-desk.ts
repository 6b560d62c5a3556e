/**
 * Proposals to erase: made by one person, confirmed by another, withdrawn, or run out after thirty days.
 *
 * A proposal is an entity of its own (`erasure:…`) with one statement, marked like what shall go, so whoever may not see
 * the one does not see the other. Its end is the tombstone, a statement of withdrawal, or the calendar: nothing else is kept.
 *
 * Rules: docs/rules/record.md, RCD-07 to RCD-09; LED-10. Next door: `erasure-rules.ts` says who may.
 */
import { DemarcheError, type ErasureConfirmed, type ErasureProposal, faultOf, refusalOf } from '@demarche/api'
import {
  type DraftStatement,
  inWords,
  READER_ROLES,
  type RefusalWords,
  sayRefusal,
  type Statement,
} from '@demarche/core'
import { z } from 'zod'
import { notOnRecord } from '../../not-on-record.ts'
import type { Office } from '../../office.ts'
import { refuseClassified } from '../../record/check-statement.ts'
import { readerOf, type Session } from '../../session/session.ts'
import { readConfirmer, sayErasers } from './erasers.ts'
import { mayWithdraw, PROPOSAL_DAYS, whyNotConfirm, whyNotPropose } from './erasure-rules.ts'

const ERASURE_KIND = 'erasure'
const A_DAY_MS = 86_400_000

const proposedSchema = z.strictObject({
  statement: z.string(),
  entity: z.string(),
  authority: z.string(),
  reason: z.string(),
})
const actorSchema = z.strictObject({ person: z.string(), role: z.enum(READER_ROLES) })

interface ProposeInput {
  readonly statement: string
  readonly authority: string
  readonly reason: string
}

/** Those that this reader may see: open ones first, then the newest. */
export async function listErasures(office: Office, session: Session): Promise<readonly ErasureProposal[]> {
  const ledger = office.store.as(readerOf(session))
  const statements = await ledger.statementsOf(await ledger.entities(ERASURE_KIND))
  const found = await Promise.all(
    [...Map.groupBy(statements, ({ entity }) => entity).values()].map((own) =>
      readProposal(office, session, own),
    ),
  )
  return found
    .filter((one) => one !== null)
    .toSorted((a, b) => rank(a) - rank(b) || (a.proposedAt < b.proposedAt ? 1 : -1))
}

const rank = ({ state }: ErasureProposal): number => (state === 'open' ? 0 : 1)

/** @throws DemarcheError not-found, not-allowed, already-exists, classified-content; nothing is recorded then */
export async function proposeErasure(
  office: Office,
  session: Session,
  input: ProposeInput,
): Promise<ErasureProposal> {
  const { statement: id, authority, reason } = input
  const ledger = office.store.as(readerOf(session))
  const target = await ledger.statement(id)
  if (!target) throw noStatement(id)
  refuse('not-allowed', whyNotPropose(session, target.assertedBy), 'RCD-07')
  refuseClassified({ authority, reason })
  return office.inTurn(`erasure of ${id}`, async () => {
    const known = await listErasures(office, session)
    if (known.some((one) => one.statement === id && one.state === 'open')) {
      throw refusalOf('already-exists', faultOf('/', inWords('erasure-proposed-already'), 'RCD-08'))
    }
    const { statements } = await ledger.append([
      draft(office, session, `erasure:${office.newSuffix()}${office.newSuffix()}`, target, {
        property: 'erasure',
        value: { statement: id, entity: target.entity, authority, reason },
      }),
    ])
    const proposal = await readProposal(office, session, statements)
    if (!proposal)
      throw refusalOf('already-exists', faultOf('/', inWords('erasure-proposed-already'), 'RCD-08'))
    return proposal
  })
}

/** Erases, on the word of a second person. @throws DemarcheError not-found, not-allowed, stale-write */
export async function confirmErasure(
  office: Office,
  session: Session,
  erasure: string,
): Promise<ErasureConfirmed> {
  const { statement: id } = await find(office, session, erasure)
  return office.inTurn(`erasure of ${id}`, async () => {
    const proposal = await find(office, session, erasure)
    refuseEnded(proposal)
    refuse('not-allowed', whyNotConfirm(session, proposal.person), 'RCD-07')
    const by = sayErasers(proposal, session)
    const { authority } = proposal
    const { entity, at } = await office.store.erase({ statement: id, authority, by })
    return { statement: id, entity, authority, at }
  })
}

/** Takes a proposal back; gives the statement that it was about. @throws DemarcheError not-found, not-allowed, stale-write */
export async function withdrawErasure(office: Office, session: Session, erasure: string): Promise<string> {
  const { statement: id } = await find(office, session, erasure)
  await office.inTurn(`erasure of ${id}`, async () => {
    const proposal = await find(office, session, erasure)
    refuseEnded(proposal)
    refuse(
      'not-allowed',
      mayWithdraw(session, proposal)
        ? null
        : inWords('erasure-taken-back-by', {
            owner: proposal.party,
            role: session.role,
            party: session.party,
          }),
      'RCD-07',
    )
    const target = { marking: proposal.marking }
    const end = draft(office, session, erasure, target, { property: 'withdrawn', value: true })
    await office.store.as(readerOf(session)).append([end])
  })
  return id
}

async function find(office: Office, session: Session, erasure: string): Promise<ErasureProposal> {
  const own = await office.store.as(readerOf(session)).statements(erasure)
  const proposal = await readProposal(office, session, own)
  if (proposal) return proposal
  throw notOnRecord(erasure)
}

/** Null when there is none, or when its reader may not see (any more) what it is about. */
async function readProposal(
  office: Office,
  session: Session,
  own: readonly Statement[],
): Promise<ErasureProposal | null> {
  const [first, ...later] = own
  const said = proposedSchema.safeParse(valueOf(first, 'erasure'))
  const actor = actorSchema.safeParse(valueOf(first, 'actor'))
  if (!first || !said.success || !actor.success) return null
  const ledger = office.store.as(readerOf(session))
  const { statement: id } = said.data
  const target = (await ledger.statement(id)) ?? (await ledger.erased(id))
  if (!target) return null
  const withdrawn = later.find((one) => valueOf(one, 'withdrawn') === true)
  const expiresAt = new Date(Date.parse(first.assertedAt) + PROPOSAL_DAYS * A_DAY_MS).toISOString()
  const state = withdrawn
    ? 'withdrawn'
    : target.erased
      ? 'carried-out'
      : office.clock().toISOString() >= expiresAt
        ? 'expired'
        : 'open'
  const { person, role } = actor.data
  const proposer = { person, party: first.assertedBy }
  const whyNot = whyNotConfirm(session, person)
  return {
    id: first.entity,
    ...said.data,
    party: first.assertedBy,
    person,
    role,
    proposedAt: first.assertedAt,
    expiresAt,
    state,
    confirmedBy: target.erased ? readConfirmer(target.erased.by) : null,
    endedAt: withdrawn?.assertedAt ?? target.erased?.at ?? null,
    marking: first.marking,
    mayConfirm: state === 'open' && whyNot === null,
    mayWithdraw: state === 'open' && mayWithdraw(session, proposer),
    whyNot: state === 'open' && whyNot ? sayRefusal(whyNot) : null,
    ...(state === 'open' && whyNot ? { whyNotWords: whyNot } : {}),
  }
}

function draft(
  office: Office,
  { party, person, role }: Session,
  entity: string,
  { marking }: Pick<Statement, 'marking'>,
  said: DraftStatement['assertions'][number],
): DraftStatement {
  return {
    entity,
    kind: ERASURE_KIND,
    assertions: [said, { property: 'actor', value: { person, role } }],
    source: { document: 'Act recorded at this desk', party, verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking,
    assertedBy: party,
    assertedAt: office.clock().toISOString(),
  }
}

function valueOf(statement: Statement | undefined, name: string): unknown {
  return statement?.assertions.find(({ property }) => property === name)?.value
}

function refuse(code: 'not-allowed', why: RefusalWords | null, rule: string): void {
  if (why !== null) throw refusalOf(code, faultOf('/', why, rule))
}

function refuseEnded({ state }: ErasureProposal): void {
  if (state === 'open') return
  const ended = {
    withdrawn: inWords('erasure-withdrawn'),
    expired: inWords('erasure-run-out'),
    'carried-out': inWords('erasure-carried-out'),
  }
  throw refusalOf('stale-write', faultOf('/', ended[state], 'RCD-08'))
}

function noStatement(id: string): DemarcheError {
  return notOnRecord(id)
}
