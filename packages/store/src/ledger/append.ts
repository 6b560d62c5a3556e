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
  { onProgress, signal }: AppendOptions = {},
): Promise<Appended> {
  signal?.throwIfAborted()
  if (drafts.length === 0) return { statements: [], alreadyOnRecord: 0 }
  refuseAboveClearance(reader, drafts)
  const prepared = distinct(await prepareAll(drafts, signal))
  const record = (): Promise<Statement[]> =>
    asReader(database, reader, async (session) => {
      await takeWriterLock(session)
      const fresh = await leaveOutKnown(session, prepared)
      if (fresh.length === 0) return []
      await refuseDanglingReferences(session, prepared, fresh)
      // sealed in order of id: within one act of recording no order means anything
      const sealed = fresh.toSorted((a, b) => (a.statement.id < b.statement.id ? -1 : 1))
      // the next rows are made ready while the database, in its own thread, takes the ones before
      let inserting: Promise<void> | undefined
      for (let start = 0; start < sealed.length; start += CHUNK) {
        const rows = sealed.slice(start, start + CHUNK).map(rowOf)
        await inserting
        if (inserting) onProgress?.(start, sealed.length)
        signal?.throwIfAborted()
        inserting = insertRows(session, rows)
      }
      await inserting
      onProgress?.(sealed.length, sealed.length)
      const added = fresh.map(({ statement }) => statement)
      await recordParts(session, added)
      signal?.throwIfAborted()
      await journal?.write(sealed.map(({ statement, body }) => ({ id: statement.id, body })))
      return added
    })
  const statements = await (journal ? journal.accepted(record) : record())
  await journal?.sync()
  return { statements, alreadyOnRecord: drafts.length - statements.length }
}

/** Hashing thousands of statements takes a while; others get their turn in between. */
async function prepareAll(
  drafts: readonly DraftStatement[],
  signal: AbortSignal | undefined,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const [index, draft] of drafts.entries()) {
    if (index > 0 && index % CHUNK === 0) {
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
    prepared.push(prepare(draft))
  }
  return prepared
}

function distinct(prepared: readonly Prepared[]): Prepared[] {
  const byContent = new Map<string, Prepared>()
  for (const one of prepared) if (!byContent.has(one.contentHash)) byContent.set(one.contentHash, one)
  return [...byContent.values()]
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

async function leaveOutKnown(session: Session, prepared: readonly Prepared[]): Promise<Prepared[]> {
  const known = new Set<string>()
  for (let start = 0; start < prepared.length; start += CHUNK) {
    const hashes = prepared.slice(start, start + CHUNK).map(({ contentHash }) => contentHash)
    const rows = await session
      .withSchema('demarche')
      .selectFrom('statements')
      .select(['id', 'entity', 'content_hash'])
      .where('content_hash', '=', sql<string>`any(${hashes})`)
      .execute()
    const withdrawn = await withdrawnOf(session, new Set(rows.map(({ entity }) => entity)))
    for (const row of rows) if (!withdrawn.has(row.id)) known.add(row.content_hash)
  }
  const fresh = prepared.filter(({ contentHash }) => !known.has(contentHash))
  const ids = new Set<string>()
  for (let start = 0; start < fresh.length; start += CHUNK) {
    const rows = await session
      .withSchema('demarche')
      .selectFrom('statements')
      .select('id')
      .where(
        'id',
        '=',
        sql<string>`any(${fresh.slice(start, start + CHUNK).map(({ statement }) => statement.id)})`,
      )
      .execute()
    for (const { id } of rows) ids.add(id)
  }
  return ids.size === 0 ? fresh : fresh.filter(({ statement }) => !ids.has(statement.id))
}

/** Statements about these entities that a visible one withdraws as a whole. */
async function withdrawnOf(session: Session, entities: ReadonlySet<string>): Promise<Set<string>> {
  if (entities.size === 0) return new Set()
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select('withdraws')
    .where('entity', '=', sql<string>`any(${[...entities]})`)
    .where('withdraws', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ withdraws }) => withdraws ?? []))
}

type Target = Pick<MarkingColumns, 'distribution' | 'tlp' | 'releasable_to'> & { readonly entity: string }

async function refuseDanglingReferences(
  session: Session,
  prepared: readonly Prepared[],
  fresh: readonly Prepared[],
): Promise<void> {
  const targets = new Map<string, Target>(
    prepared.map(({ statement, marking }) => [statement.id, { entity: statement.entity, ...marking }]),
  )
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
