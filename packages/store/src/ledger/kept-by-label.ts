/**
 * What is made of the rows under one marking label, kept for as long as nothing changes under the label.
 *
 * What stands under one label is seen by a reader as a whole or not at all: it is shared by all whom the database shows the
 * label. A label's digest is the exclusive or of what stands under it: where what was just added explains how it changed,
 * nothing else did, and only that is read again.
 *
 * Next door: `../schema/migrations.ts` keeps the digest of a label in step; `digests.ts` and `../portfolio/stated-records.ts` keep
 * by it.
 */
import type { Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { markingColumns } from './prepare.ts'
import { sha256 } from './seal.ts'

/** By entity, what was made of what stands under one label about it. */
export type Label<Made> = ReadonlyMap<string, Made>

export interface SeenByLabel<Made> {
  /** what the reader may see in all at that moment, see `versionOf` */
  readonly version: string
  /** the same ones for as long as nothing changes under them, in order of key */
  readonly labels: readonly Label<Made>[]
}

/** What was just put on record here; need not be told of everything. */
export interface AddedLately {
  added(statements: readonly Statement[]): void
  /**
   * The last statements whose coming, or going, turned the one into the other: what became of each is then to be read. Null
   * where something else happened too.
   */
  explaining(before: LabelDigest, now: LabelDigest): readonly Added[] | null
}

type Added = Pick<Statement, 'id' | 'entity' | 'kind'> & { readonly markingKey: string }

/** so many of the last statements are remembered; whoever adds more has everything read again */
const MOST_ADDED = 200

export function rememberAdded(): AddedLately {
  let lately: readonly Added[] = []
  return {
    added(statements) {
      const noted = statements.slice(-MOST_ADDED).map((statement): Added => {
        const { id, entity, kind } = statement
        return { id, entity, kind, markingKey: markingColumns(statement).marking_key }
      })
      lately = [...lately, ...noted].slice(-MOST_ADDED)
    },
    explaining(before, now) {
      if (before.remarkings !== now.remarkings) return null
      const here = lately.filter(({ markingKey }) => markingKey === now.marking_key)
      let change = BigInt(`0b${before.digest}`) ^ BigInt(`0b${now.digest}`)
      for (let first = here.length - 1; first >= 0; first -= 1) {
        change ^= BigInt(`0x${here[first]?.id}`)
        if (change === 0n) return here.slice(first)
      }
      return null
    },
  }
}

interface Kept<Made> {
  /** what is made of all that stands under the label, or of what is said of these entities */
  readonly read: (
    session: Session,
    markingKey: string,
    entities?: readonly string[],
  ) => Promise<ReadonlyMap<string, Made>>
  /** whether anything is made of statements about entities of that kind */
  readonly concerns: (kind: string) => boolean
}

/** Keeps it for all readers of one process: what a reader is given is of labels that the database shows to that reader. */
export function keepByLabel<Made>(
  lately: AddedLately,
  { read, concerns }: Kept<Made>,
): (session: Session) => Promise<SeenByLabel<Made>> {
  const kept = new Map<string, LabelDigest & { readonly label: Label<Made> }>()
  const renew = async (session: Session, now: LabelDigest): Promise<Label<Made>> => {
    const before = kept.get(now.marking_key)
    if (before && isSame(before, now)) return before.label
    const added = before ? lately.explaining(before, now) : null
    const entities = added?.flatMap(({ entity, kind }) => (concerns(kind) ? [entity] : []))
    const label =
      before && entities?.length === 0 ? before.label : await renewed(session, now, before, entities)
    kept.set(now.marking_key, { ...now, label })
    return label
  }
  const renewed = async (
    session: Session,
    { marking_key }: LabelDigest,
    before: { readonly label: Label<Made> } | undefined,
    entities: readonly string[] | undefined,
  ): Promise<Label<Made>> => {
    if (!entities) return read(session, marking_key)
    const label = new Map(before?.label)
    for (const entity of entities) label.delete(entity)
    for (const [entity, made] of await read(session, marking_key, [...new Set(entities)]))
      label.set(entity, made)
    return label
  }
  return async (session) => {
    const digests = await labelsWithRemarkings(session)
    const labels: Label<Made>[] = []
    for (const digest of digests) labels.push(await renew(session, digest))
    return { version: versionIn(digests), labels }
  }
}

/** answers that are kept: readers with the same clearance share one */
const MOST_ANSWERS = 16

/** Keeps what labels come to together, for those who see the same of them. */
export function keepTogether<Made, Together>(): (
  of: readonly Label<Made>[],
  make: () => Together | Promise<Together>,
) => Promise<Together> {
  /** the last answers, each for the labels that it was put together from */
  let answers: readonly { readonly of: readonly Label<Made>[]; readonly together: Together }[] = []
  return async (of, make) => {
    const known = answers.find(
      (one) => one.of.length === of.length && one.of.every((label, place) => label === of[place]),
    )
    if (known) return known.together
    const together = await make()
    answers = [{ of, together }, ...answers].slice(0, MOST_ANSWERS)
    return together
  }
}

interface LabelDigest {
  readonly marking_key: string
  /** 256 binary digits */
  readonly digest: string
  /** of what was marked anew, how; empty where nothing was, or where nobody asked */
  readonly remarkings: string
}

function isSame(one: LabelDigest, other: LabelDigest): boolean {
  return one.digest === other.digest && one.remarkings === other.remarkings
}

/** What a reader may see, in one token that changes when, and only when, that does. */
export async function versionOf(session: Session): Promise<string> {
  return versionIn(await labelsOf(session))
}

function versionIn(labels: readonly LabelDigest[]): string {
  return sha256(labels.map(({ marking_key, digest }) => `${marking_key}=${digest}`).join(';'))
}

/** The labels under which the reader sees something, each with what changes when that does, in order of key. */
async function labelsOf(session: Session): Promise<readonly LabelDigest[]> {
  const { rows } = await sql<LabelDigest>`
    select marking_key, digest::text as digest, '' as remarkings from demarche.labels
    where digest <> repeat('0', 256)::bit(256) order by marking_key`.execute(session)
  return rows
}

/** The same, where a statement that was marked anew and back again is told from one that never was. */
async function labelsWithRemarkings(session: Session): Promise<readonly LabelDigest[]> {
  const { rows } = await sql<{ marking_key: string; digest: string | null; remarkings: string | null }>`
    select marking_key, digest::text as digest, null as remarkings from demarche.labels
      where digest <> repeat('0', 256)::bit(256)
    union all
    select marking_key, null, string_agg(id || remarking, ',' order by id) from demarche.statements
      where remarking is not null group by marking_key
    order by marking_key`.execute(session)
  const remarkings = new Map(
    rows.flatMap(({ marking_key, remarkings: how }) => (how === null ? [] : [[marking_key, how] as const])),
  )
  return rows.flatMap(({ marking_key, digest }) =>
    digest === null ? [] : [{ marking_key, digest, remarkings: remarkings.get(marking_key) ?? '' }],
  )
}
