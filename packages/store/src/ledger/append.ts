/**
 * Adding to the ledger: all drafts or none, none twice, sealed, and safe on the disk when it resolves.
 *
 * Takes drafts that a border has already parsed; gives the statements newly on record and how many were there before.
 *
 * Rules: docs/rules/ledger.md, LED-02 to LED-05. Next door: `prepare.ts`, `../journal/journal.ts`.
 */
import { DemarcheError, type Fault } from '@demarche/api'
import { DISTRIBUTIONS, type DraftStatement, formatMarking, type Statement, TLP_LABELS } from '@demarche/core'
import { sql } from 'kysely'
import { recordParts } from '../cases/record-parts.ts'
import type { Database } from '../engine/open-database.ts'
import { asReader, type Reader, type Session, takeWriterLock } from '../engine/session.ts'
import type { Journal } from '../journal/journal.ts'
import { type MarkingColumns } from '../schema/tables.ts'
import { prepare, type Prepared, withdrawnBy } from './prepare.ts'

export interface AppendOptions {
  /** called while recording with how many of how many are done */
  readonly onProgress?: (done: number, total: number) => void
  /** aborting takes everything back */
  readonly signal?: AbortSignal | undefined
}

export interface Appended {
  /** the statements that are new, in the order of the drafts */
  readonly statements: Statement[]
  /** drafts whose content this reader already finds on record, or that stood twice among the drafts */
  readonly alreadyOnRecord: number
}

const CHUNK = 1000

/**
 * Puts drafts on record as that reader.
 * @throws DemarcheError `value-refused` when a draft is marked above the reader's clearance or refers to a statement
 *   that the reader does not find; the signal's reason when it is aborted. In both cases nothing is recorded.
 */
export async function append(
  database: Database,
  journal: Journal | null,
  reader: Reader,
  drafts: readonly DraftStatement[],
  options: AppendOptions = {},
): Promise<Appended> {
  const { signal } = options
  signal?.throwIfAborted()
  if (drafts.length === 0) return { statements: [], alreadyOnRecord: 0 }
  refuseAboveClearance(reader, drafts)
  const record = (): Promise<Statement[]> =>
    asReader(database, reader, async (session) => {
      await takeWriterLock(session)
      const { fresh, sealed } = await recordInPieces(session, drafts, options)
      signal?.throwIfAborted()
      if (sealed.length > 0) {
        await journal?.write(sealed.map(({ statement, body }) => ({ id: statement.id, body })))
      }
      return fresh.map(({ statement }) => statement)
    })
  const statements = await (journal ? journal.accepted(record) : record())
  await journal?.sync()
  return { statements, alreadyOnRecord: drafts.length - statements.length }
}

interface Recorded {
  /** what is new, in the order of the drafts */
  readonly fresh: readonly Prepared[]
  /** the same in the order in which it was sealed: piece by piece, by id inside a piece */
  readonly sealed: readonly Prepared[]
}

/**
 * Records piece by piece: while the database, in its own thread, takes one, the next is hashed here. Within one act of
 * recording no order means anything. A reference that leads nowhere takes all of it back.
 */
async function recordInPieces(
  session: Session,
  drafts: readonly DraftStatement[],
  { onProgress, signal }: AppendOptions,
): Promise<Recorded> {
  const targets = new Map<string, Target>()
  const contents = new Set<string>()
  const added = new Set<string>()
  const fresh: Prepared[] = []
  const sealed: Prepared[] = []

  const freshFrom = (start: number): Promise<readonly Prepared[]> => {
    const piece: Prepared[] = []
    for (const draft of drafts.slice(start, start + CHUNK)) {
      const one = prepare(draft)
      if (contents.has(one.contentHash)) continue
      contents.add(one.contentHash)
      targets.set(one.statement.id, { entity: draft.entity, ...one.marking })
      piece.push(one)
    }
    return handled(leaveOutKnown(session, piece, added))
  }

  let next = freshFrom(0)
  let inserting: Promise<void> = Promise.resolve()
  for (let start = 0; start < drafts.length; start += CHUNK) {
    if (start > 0) {
      // others get their turn in between
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
      onProgress?.(start, drafts.length)
    }
    const current = next
    if (start + CHUNK < drafts.length) next = freshFrom(start + CHUNK)
    const piece = await current
    if (piece.length === 0) continue
    const ordered = piece.toSorted((a, b) => (a.statement.id < b.statement.id ? -1 : 1))
    fresh.push(...piece)
    sealed.push(...ordered)
    for (const { statement } of piece) added.add(statement.id)
    const rows = ordered.map(rowOf)
    await inserting
    inserting = handled(insertRows(session, rows))
  }
  const statements = fresh.map(({ statement }) => statement)
  await Promise.all([inserting, recordParts(session, statements)])
  await refuseDanglingReferences(session, targets, fresh)
  onProgress?.(drafts.length, drafts.length)
  return { fresh, sealed }
}

/** A promise that is awaited later; until then its failure must not count as unhandled. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

function refuseAboveClearance(reader: Reader, drafts: readonly DraftStatement[]): void {
  const faults = drafts.flatMap(({ marking }, index): Fault[] => {
    const within =
      DISTRIBUTIONS.indexOf(marking.distribution) <= DISTRIBUTIONS.indexOf(reader.maxDistribution) &&
      TLP_LABELS.indexOf(marking.tlp) <= TLP_LABELS.indexOf(reader.maxTlp) &&
      (marking.releasableTo === undefined || marking.releasableTo.includes(reader.party))
    return within
      ? []
      : [
          {
            place: `/${index}/marking`,
            message: `marked ${formatMarking(marking)}, but ${reader.person} may read for ${reader.party} only up to ${formatMarking({ distribution: reader.maxDistribution, tlp: reader.maxTlp })}`,
            rule: 'LED-04',
          },
        ]
  })
  const [first] = faults
  if (first)
    throw new DemarcheError('value-refused', `Nothing was recorded. ${first.place}: ${first.message}`, faults)
}

/**
 * What of a piece the reader does not find on record; the same text under the same id never goes in twice.
 * @param added the ids that this act of recording has put on record itself: what they withdraw still counts as there
 */
async function leaveOutKnown(
  session: Session,
  piece: readonly Prepared[],
  added: ReadonlySet<string>,
): Promise<readonly Prepared[]> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'entity', 'content_hash'])
    .where('content_hash', '=', sql<string>`any(${piece.map(({ contentHash }) => contentHash)})`)
    .execute()
  if (rows.length === 0) return piece
  const withdrawn = await withdrawnOf(session, new Set(rows.map(({ entity }) => entity)), added)
  const ids = new Set(rows.map(({ id }) => id))
  const known = new Set(rows.flatMap((row) => (withdrawn.has(row.id) ? [] : row.content_hash)))
  return piece.filter(({ statement, contentHash }) => !known.has(contentHash) && !ids.has(statement.id))
}

/** Statements about these entities that a visible one withdraws as a whole. */
async function withdrawnOf(
  session: Session,
  entities: ReadonlySet<string>,
  added: ReadonlySet<string>,
): Promise<Set<string>> {
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'withdraws'])
    .where('entity', '=', sql<string>`any(${[...entities]})`)
    .where('withdraws', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ id, withdraws }) => (added.has(id) ? [] : (withdraws ?? []))))
}

type Target = Pick<MarkingColumns, 'distribution' | 'tlp' | 'releasable_to'> & { readonly entity: string }

async function refuseDanglingReferences(
  session: Session,
  drafted: ReadonlyMap<string, Target>,
  fresh: readonly Prepared[],
): Promise<void> {
  const asked = new Set(
    fresh.flatMap(({ statement }) =>
      [...(statement.supersedes ?? []), ...(statement.retracts ?? [])].map(
        (reference) => reference.statement,
      ),
    ),
  )
  if (asked.size === 0) return
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'entity', 'distribution', 'tlp', 'releasable_to'])
    .where('id', '=', sql<string>`any(${[...asked]})`)
    .execute()
  const targets = new Map<string, Target>(drafted)
  for (const { id, ...target } of rows) targets.set(id, target)
  const faults = fresh.flatMap(({ statement, marking }) =>
    (['supersedes', 'retracts'] as const).flatMap((way) =>
      (statement[way] ?? []).flatMap((reference, index): Fault[] => {
        const place = `/${way}/${index}/statement`
        const target = targets.get(reference.statement)
        if (target?.entity !== statement.entity) {
          const message = `${statement.entity} has no statement ${reference.statement} on record`
          return [{ place, message, rule: 'LED-05' }]
        }
        if (isCoveredBy(marking, target)) return []
        const message =
          'a correction or withdrawal is marked at least as strictly as what it changes; choose that marking, or state the new value on its own'
        return [{ place, message, rule: 'LED-12' }]
      }),
    ),
  )
  const [first] = faults
  if (first)
    throw new DemarcheError('value-refused', `Nothing was recorded. ${first.place}: ${first.message}`, faults)
}

/** True when everybody who may read the one may read the other. */
function isCoveredBy(one: Omit<Target, 'entity'>, other: Omit<Target, 'entity'>): boolean {
  const limit = other.releasable_to
  return (
    one.distribution >= other.distribution &&
    one.tlp >= other.tlp &&
    (limit === null || (one.releasable_to?.every((party) => limit.includes(party)) ?? false))
  )
}

function rowOf({ statement, body, contentHash, marking }: Prepared): object {
  const withdraws = withdrawnBy(statement)
  return {
    id: statement.id,
    entity: statement.entity,
    kind: statement.kind,
    body,
    content_hash: contentHash,
    asserted_at: statement.assertedAt,
    source_date: statement.source.date ?? null,
    withdraws: withdraws.length > 0 ? withdraws : null,
    erased: false,
    ...marking,
  }
}

/** Adds ready rows; the database seals them in order of id. */
export async function insertRows(session: Session, rows: readonly object[]): Promise<void> {
  await sql`
    insert into demarche.statements
    select r.* from json_populate_recordset(null::demarche.statements, ${JSON.stringify(rows)}::json) as r`.execute(
    session,
  )
}
