/**
 * Marking anew: gives the statements of kind `marking` their effect, in the transaction that records them.
 *
 * Raising is open to whoever may see the statement and records; lowering to the party that asserted it, in three roles, with a
 * reason. The record is marked at least as strictly as both the old and the new marking, so it tells nobody more.
 *
 * Rule: docs/rules/ledger.md, LED-16. Next door: `append.ts`; `rebuild.ts` repeats it from the journal.
 */
import { type Fault, faultOf } from '@demarche/api'
import {
  type DraftStatement,
  inWords,
  mayLower,
  mayRead,
  MARKING_KIND,
  NEED_TO_KNOW_LIST,
  type Reader,
  type Remarking,
  remarkingIn,
  type Statement,
} from '@demarche/core'
import { sql } from 'kysely'
import { projectUnder } from './projections.ts'
import type { Session } from '../engine/session.ts'
import type { MarkingColumns } from '../schema/tables.ts'
import { refuse } from './access.ts'
import { markingColumns } from './prepare.ts'
import { type Effect, listsOfPerson, readStatements, STATEMENT_COLUMNS } from './read-statements.ts'

/** True when everybody who may read the one may read the other. */
export function isCoveredBy(one: Limits, other: Limits): boolean {
  return (
    one.distribution >= other.distribution &&
    one.tlp >= other.tlp &&
    (other.releasable_to === null ||
      (one.releasable_to?.every((party) => other.releasable_to?.includes(party)) ?? false)) &&
    (other.need_to_know?.every((list) => one.need_to_know?.includes(list)) ?? true)
  )
}
export type Limits = Pick<MarkingColumns, 'distribution' | 'tlp' | 'releasable_to' | 'need_to_know'>

/** Gives effect to what of these is a re-marking. @throws DemarcheError `value-refused`; everything is then taken back */
export async function markAnew(session: Session, reader: Reader, added: readonly Statement[]): Promise<void> {
  const records = added.filter(({ kind }) => kind === MARKING_KIND)
  if (records.length === 0) return
  const lists = await listsOfPerson(session)
  const seen = new Set<string>()
  for (const record of records) {
    const said = remarkingIn(record)
    if (!said) {
      refuse([
        {
          place: '/assertions',
          message: 'expected one assertion statementMarking with the id of a statement and its new marking',
          rule: 'LED-16',
        },
      ])
      continue
    }
    const row = await session
      .withSchema('demarche')
      .selectFrom('statements')
      .selectAll()
      .where('id', '=', said.statement)
      .executeTakeFirst()
    const [target] = row && row.entity === record.entity ? readStatements([row]) : []
    const place = '/assertions/0/value/statement'
    if (!row || !target || target.erased) {
      refuse([faultOf(place, inWords('marking-of-nothing', { seen: said.statement }), 'LED-05')])
      continue
    }
    const { assertedBy } = target
    const next = markingColumns({ marking: said.marking, assertedBy })
    refuse(faultsOf(reader, record, target, row, next, said, lists))
    if (seen.has(target.id))
      refuse([{ place, message: 'expected one new marking in one act', rule: 'LED-16' }])
    seen.add(target.id)
    await applyMarking(session, record.id, said, assertedBy)
    await projectUnder(session, row.entity, row.kind, [row.marking_key, next.marking_key])
  }
}

function fault(place: string, message: string): Fault[] {
  return [{ place, message, rule: 'LED-16' }]
}

function faultsOf(
  reader: Reader,
  record: DraftStatement,
  target: Statement,
  before: Limits & Pick<MarkingColumns, 'marking_key'>,
  next: MarkingColumns,
  { marking }: Remarking,
  lists: readonly string[],
): Fault[] {
  const place = '/assertions/0/value/marking'
  if (target.kind === MARKING_KIND || target.kind === NEED_TO_KNOW_LIST) {
    return [faultOf('/assertions/0/value/statement', inWords('keeps-its-marking'), 'LED-16')]
  }
  if (next.marking_key === before.marking_key)
    return [faultOf(place, inWords('marked-so-already', { marking }), 'LED-16')]
  if (!mayRead(reader, { marking, assertedBy: target.assertedBy }, lists))
    return [faultOf(place, inWords('not-readable-any-more'), 'LED-04')]
  const own = markingColumns(record)
  if (!isCoveredBy(own, before) || !isCoveredBy(own, next)) {
    return fault(
      '/marking',
      'the record of a new marking is marked at least as strictly as the old and the new one',
    )
  }
  if (record.reason === undefined || record.reason.trim() === '') return fault('/reason', 'expected a reason')
  if (isCoveredBy(next, before) || mayLower(reader, target.assertedBy)) return []
  const { role, party } = reader
  return [faultOf(place, inWords('more-could-read', { owner: target.assertedBy, role, party }), 'LED-16')]
}

/** Sets the columns by which the database decides who sees the statement; what it says stays as it is. */
export async function applyMarking(
  session: Session,
  by: string,
  { statement, marking }: Remarking,
  assertedBy: string | undefined,
): Promise<void> {
  const { distribution, tlp, releasable_to, need_to_know, marking_key } = markingColumns({
    marking,
    assertedBy,
  })
  const effect: Effect = { by, marking }
  await sql`select demarche.remark(${statement}, ${JSON.stringify(effect)}, ${distribution}::smallint, ${tlp}::smallint,
    ${releasable_to}::text[], ${need_to_know}::text[], ${marking_key})`.execute(session)
}

/** The same as the keeper, from the record alone: when the database is made anew. */
export async function repeatMarking(session: Session, by: string, said: Remarking): Promise<string | null> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select([...STATEMENT_COLUMNS, 'entity'])
    .where('id', '=', said.statement)
    .executeTakeFirst()
  if (!row) return null
  await applyMarking(session, by, said, assertedByIn(row.body))
  return row.entity
}

/** For whom a statement or a tombstone was put on record; undefined for tombstones that do not say. */
export function assertedByIn(body: string): string | undefined {
  const { assertedBy }: { assertedBy?: string } = JSON.parse(body)
  return assertedBy
}
