/**
 * Adding to the ledger: all drafts or none, none twice, sealed, and safe on the disk when it resolves.
 *
 * Takes drafts that a border has already parsed; gives the statements newly on record and how many were there before.
 *
 * Rules: docs/rules/ledger.md, LED-02 to LED-05. Next door: `prepare.ts`, `../journal/journal.ts`.
 */
import { type Fault, faultOf, refusalOf } from '@demarche/api'
import {
  CASE_VOCABULARY,
  checkInterval,
  type DraftStatement,
  inWords,
  MARKING_KIND,
  type Reader,
  type Statement,
} from '@demarche/core'
import { sql } from 'kysely'
import { project } from './projections.ts'
import type { ChangeFeed } from '../engine/change-feed.ts'
import type { Database } from '../engine/open-database.ts'
import { asReader, type Session, takeWriterLock } from '../engine/session.ts'
import { handled, turnOfOthers } from '../engine/turns.ts'
import type { Journal } from '../journal/journal.ts'
import { refuse, refuseRole, refuseUnreadable } from './access.ts'
import { insertRows, type StatementRow } from './insert-rows.ts'
import { leaveOutKnown, leaveWithdrawn, type LeftWithdrawn } from './on-record.ts'
import { refuseChanged } from './must-stand.ts'
import { prepare, type Prepared, withdrawnBy } from './prepare.ts'
import { isCoveredBy, type Limits, markAnew } from './remark.ts'

export interface AppendOptions {
  /**
   * What to do with a draft that says again what was corrected or withdrawn here: a person who says it again means it
   * (`restate`, the default); a file that is loaded again does not (`leave`). LED-03
   */
  readonly withdrawn?: 'restate' | 'leave'
  /** refused as `stale-write` unless that is still the last statement about the entity that the reader sees. LED-19 */
  readonly follows?: { readonly entity: string; readonly statement: string }
  /** refused as `stale-write` when what a draft corrects or withdraws no longer stands for the reader. REC-07 */
  readonly mustStand?: boolean
  /** called in the same transaction, before anybody has to wait for it: what it throws takes all of it back */
  readonly ahead?: (session: Session) => Promise<void>
  /** called in the same transaction with what is new, while nobody else records and before any of it is on the disk: what it throws takes all of it back */
  readonly beside?: (statements: readonly Statement[], session: Session) => Promise<void>
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
  /** with `withdrawn: 'leave'`, the drafts that were left out because somebody withdrew what they say */
  readonly leftWithdrawn: readonly LeftWithdrawn[]
}

/** Small enough that the database has its first piece soon, large enough that the number of pieces costs little. */
const CHUNK = 500
/** Pieces that wait for the database at most: it never waits for this thread, and memory stays bounded. */
const AHEAD = 3

/**
 * Puts drafts on record as that reader.
 * @throws DemarcheError `value-refused` when a draft is marked above the reader's clearance, refers to a statement that
 *   the reader does not find, or marks one anew without the right to; `not-allowed` when the role does not record;
 *   `stale-write` when something was recorded since, or what it changes was changed; the signal's reason when it is aborted. In all these cases nothing is recorded.
 */
export async function append(
  database: Database,
  journal: Journal | null,
  feed: Pick<ChangeFeed, 'announce' | 'committed'>,
  reader: Reader,
  drafts: readonly DraftStatement[],
  options: AppendOptions = {},
): Promise<Appended> {
  const { signal } = options
  signal?.throwIfAborted()
  if (drafts.length === 0) return { statements: [], alreadyOnRecord: 0, leftWithdrawn: [] }
  refuseRole(reader)
  refuseUnreadIntervals(drafts)
  const record = () =>
    asReader(database, reader, async (session) => {
      await options.ahead?.(session)
      await takeWriterLock(session)
      await refuseUnreadable(session, reader, drafts)
      if (options.follows) await refuseStale(session, options.follows)
      if (options.mustStand) await refuseChanged(session, drafts)
      const { fresh, sealed, left } = await recordInPieces(session, drafts, options)
      await markAnew(
        session,
        reader,
        fresh.map(({ statement }) => statement),
      )
      await feed.announce(
        session,
        fresh.map(({ statement }) => statement),
      )
      await options.beside?.(
        fresh.map(({ statement }) => statement),
        session,
      )
      signal?.throwIfAborted()
      if (sealed.length > 0) {
        await journal?.write(sealed.map(({ statement, body }) => ({ id: statement.id, body })))
      }
      return { statements: fresh.map(({ statement }) => statement), leftWithdrawn: left }
    })
  const recorded = await (journal ? journal.accepted(record) : record())
  await journal?.sync()
  const { statements, leftWithdrawn } = recorded
  feed.committed(statements)
  return { ...recorded, alreadyOnRecord: drafts.length - statements.length - leftWithdrawn.length }
}

interface Recorded {
  /** what is new, in the order of the drafts */
  readonly fresh: readonly Prepared[]
  /** the same in the order in which it was sealed: piece by piece, by id inside a piece */
  readonly sealed: readonly Prepared[]
  readonly left: readonly LeftWithdrawn[]
}

/**
 * Records piece by piece: while the database, in its own thread, takes some, the next are hashed here. Within one act
 * of recording no order means anything. A reference that leads nowhere takes all of it back.
 */
async function recordInPieces(
  session: Session,
  drafts: readonly DraftStatement[],
  { onProgress, signal, withdrawn = 'restate' }: AppendOptions,
): Promise<Recorded> {
  const targets = new Map<string, Target>()
  const contents = new Set<string>()
  const added = new Set<string>()
  const fresh: Prepared[] = []
  const sealed: Prepared[] = []
  const left: LeftWithdrawn[] = []

  const freshFrom = (start: number): Promise<readonly Prepared[]> => {
    const piece: Prepared[] = []
    for (const draft of drafts.slice(start, start + CHUNK)) {
      const one = prepare(draft)
      if (contents.has(one.contentHash)) continue
      contents.add(one.contentHash)
      targets.set(one.statement.id, { entity: draft.entity, ...one.marking })
      piece.push(one)
    }
    return handled(sift(piece))
  }
  const sift = async (piece: readonly Prepared[]): Promise<readonly Prepared[]> => {
    const unknown = await leaveOutKnown(session, piece, added)
    if (withdrawn === 'restate' || unknown.length === 0) return unknown
    const sifted = await leaveWithdrawn(session, unknown, added)
    left.push(...sifted.left)
    return sifted.fresh
  }

  const ahead: Promise<readonly Prepared[]>[] = []
  const inserting: Promise<void>[] = []
  let read = 0
  for (let done = 0; done < drafts.length; done += CHUNK) {
    if (done > 0) onProgress?.(done, drafts.length)
    for (; read < drafts.length && ahead.length < AHEAD; read += CHUNK) {
      if (read > 0) await turnOfOthers()
      signal?.throwIfAborted()
      ahead.push(freshFrom(read))
    }
    // before anything that was asked after it, which a failure would fail too and for no reason of its own
    if (inserting.length === AHEAD) await inserting.shift()
    const piece = (await ahead.shift()) ?? []
    if (piece.length === 0) continue
    const ordered = piece.toSorted((a, b) => (a.statement.id < b.statement.id ? -1 : 1))
    fresh.push(...piece)
    sealed.push(...ordered)
    for (const { statement } of piece) added.add(statement.id)
    inserting.push(handled(insertRows(session, ordered.map(rowOf))))
  }
  const statements = fresh.map(({ statement }) => statement)
  await Promise.all([...inserting, project(session, statements)])
  await refuseDanglingReferences(session, targets, fresh)
  onProgress?.(drafts.length, drafts.length)
  return { fresh, sealed, left }
}

type Target = Limits & { readonly entity: string }

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
    .select(['id', 'entity', 'distribution', 'tlp', 'releasable_to', 'need_to_know'])
    .where('id', '=', sql<string>`any(${[...asked]})`)
    .execute()
  const targets = new Map<string, Target>(drafted)
  for (const { id, ...target } of rows) targets.set(id, target)
  const faults = fresh.flatMap(({ statement, marking }) =>
    (['supersedes', 'retracts'] as const).flatMap((way) =>
      (statement[way] ?? []).flatMap((reference, index): Fault[] => {
        const place = `/${way}/${index}/statement`
        const target = targets.get(reference.statement)
        if (target?.entity !== statement.entity)
          return [faultOf(place, inWords('correction-of-nothing', { seen: reference.statement }), 'LED-05')]
        return isCoveredBy(marking, target) ? [] : [faultOf(place, inWords('change-too-open'), 'LED-12')]
      }),
    ),
  )
  refuse(faults)
}

/** A day that nothing would read is refused, not kept: VOC-03. */
function refuseUnreadIntervals(drafts: readonly DraftStatement[]): void {
  const faults = drafts.flatMap(({ kind, assertions }, index) =>
    kind === CASE_VOCABULARY.kind
      ? assertions.flatMap((assertion, place): Fault[] => {
          const refusal = checkInterval(CASE_VOCABULARY, assertion)
          return refusal ? [faultOf(`/${index}/assertions/${place}`, refusal.words, refusal.rule)] : []
        })
      : [],
  )
  refuse(faults)
}

function rowOf({ statement, body, contentHash, marking }: Prepared): StatementRow {
  return {
    id: statement.id,
    entity: statement.entity,
    kind: statement.kind,
    body,
    content_hash: contentHash,
    asserted_at: statement.assertedAt,
    source_date: statement.source.date ?? null,
    withdraws: withdrawnBy(statement),
    erased: false,
    ...marking,
  }
}

async function refuseStale(
  session: Session,
  { entity, statement }: NonNullable<AppendOptions['follows']>,
): Promise<void> {
  const last = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select('id')
    .where('entity', '=', entity)
    .where('kind', '!=', MARKING_KIND)
    // nobody is shown what was erased as the last that was said, so nobody can name it
    .where('erased', '=', false)
    .orderBy('asserted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.id === statement) return
  throw refusalOf('stale-write', faultOf('/follows', inWords('recorded-meanwhile'), 'LED-19'))
}
