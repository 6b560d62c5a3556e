/**
 * A case as a signed archive: what the exporting reader may see of it and of its procedures, and nothing else.
 *
 * It can be narrowed to a ceiling, and to what another party would get as well; both are asked of the ledger. A statement
 * that was marked anew carries the marking that counts, so its id proves it only at this desk: its line says so.
 *
 * Rules: docs/rules/record.md, RCD-10, RCD-13. Next door: `desk-key.ts` signs, `import-archive.ts` takes archives in.
 */
import { createHash } from 'node:crypto'
import { faultOf, refusalOf } from '@demarche/api'
import {
  type Ceiling,
  DISTRIBUTIONS,
  formatMarking,
  highestMarking,
  inWords,
  type Marking,
  recordedActs,
  type Statement,
  TLP_LABELS,
} from '@demarche/core'
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  archivedLine,
  type Manifest,
  manifestLine,
  signatureLine,
} from '@demarche/interchange/archive/manifest.ts'
import type { Reader, Store } from '@demarche/store'
import type { DeskKey } from './desk-key.ts'

export interface ArchiveOrder {
  readonly entity: string
  readonly reader: Reader
  /** the party whose desk makes it */
  readonly party: string
  /** only what is marked up to this; the reader's own ceiling when absent */
  readonly upTo?: Partial<Ceiling> | undefined
  /** only what that party would get as well */
  readonly asParty?: string | undefined
  readonly at: Date
}

export interface WrittenArchive {
  readonly bytes: Buffer
  readonly filename: string
  readonly marking: Marking
  readonly statements: number
}

/** @throws DemarcheError not-found when there is nothing that may go in */
export async function writeArchive(store: Store, key: DeskKey, order: ArchiveOrder): Promise<WrittenArchive> {
  const { entity, asParty, at } = order
  const reader = lowered(order.reader, order.upTo)
  const statements = await statementsFor(store, reader, entity, asParty)
  if (statements.length === 0)
    throw refusalOf('not-found', faultOf('/', inWords('nothing-may-leave'), 'RCD-10'))
  const marking = highestMarking(statements.map((statement) => statement.marking))
  const entities: Record<string, number> = {}
  for (const statement of statements) entities[statement.entity] = (entities[statement.entity] ?? 0) + 1
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    case: entity,
    publicKey: key.publicKey,
    party: order.party,
    ...(asParty === undefined ? {} : { asParty }),
    upTo: formatMarking({ distribution: reader.maxDistribution, tlp: reader.maxTlp }),
    madeAt: at.toISOString(),
    marking,
    entities,
    statements: statements.length,
    notes: [
      'Procedures are in the file to be read: a desk that takes it in shows them as they stood, and nobody there acts on them.',
      'What was erased is not in the file, and a marking that was changed is given as it counted when the file was made.',
    ],
  }
  const lines = statements.map(({ id, remarked, erased: _erased, ...statement }) =>
    archivedLine({ id, ...(remarked ? { marked: true } : {}), statement }),
  )
  const signed = Buffer.from(manifestLine(manifest) + lines.join(''))
  const digest = createHash('sha256').update(signed).digest()
  return {
    bytes: Buffer.concat([signed, Buffer.from(signatureLine(digest.toString('hex'), key.sign(digest)))]),
    filename: `${entity.replace(':', '-')}-${at.toISOString().slice(0, 10)}.archive.ndjson`,
    marking,
    statements: statements.length,
  }
}

async function statementsFor(
  store: Store,
  reader: Reader,
  entity: string,
  asParty: string | undefined,
): Promise<readonly Statement[]> {
  const { maxDistribution, maxTlp } = reader
  const ledger =
    asParty === undefined || asParty === reader.party
      ? store.as(reader)
      : store.asShownTo(reader, { party: asParty, maxDistribution, maxTlp })
  const ofCase = await ledger.statements(entity)
  const acts = await ledger.statementsOf(await ledger.entities('procedure'))
  const ofProcedures = [...Map.groupBy(acts, (statement) => statement.entity).values()].filter((own) =>
    recordedActs(own).some(({ act }) => act.verb === 'open' && act.case === entity),
  )
  return [...ofCase, ...ofProcedures.flat()].filter(({ erased }) => !erased)
}

function lowered(reader: Reader, upTo: Partial<Ceiling> = {}): Reader {
  const { maxDistribution = reader.maxDistribution, maxTlp = reader.maxTlp } = upTo
  return {
    ...reader,
    maxDistribution: lower(DISTRIBUTIONS, reader.maxDistribution, maxDistribution),
    maxTlp: lower(TLP_LABELS, reader.maxTlp, maxTlp),
  }
}

function lower<T>(scale: readonly T[], one: T, other: T): T {
  return scale.indexOf(one) <= scale.indexOf(other) ? one : other
}
