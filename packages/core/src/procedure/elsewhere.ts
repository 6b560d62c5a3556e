/**
 * A procedure that was run at another desk, as an archive brought it here: its acts with where they come from, and what the
 * archive held of it at its instant. There to be read; nobody acts on it, and nothing is reckoned from it.
 *
 * It is an entity of a kind of its own, so that what asks for procedures never meets one. Each statement carries one act
 * and its origin, or says which acts an archive held. Statements that a reader does not see count as if they were not
 * there.
 *
 * Rests on: RCD-15 to RCD-17. Next door: `read-procedure.ts` reads the acts up to the instant of the archive.
 */
import { z } from 'zod'
import { markingKey } from '../kernel/marking.ts'
import type { Instant } from '../kernel/partial-date.ts'
import {
  type Assertion,
  canonicalJson,
  sha256Hex,
  type Statement,
  statementIdSchema,
} from '../kernel/statement.ts'
import type { RecordedAct } from './act.ts'
import { recordedActs } from './procedure-vocabulary.ts'

export const PROCEDURE_ELSEWHERE = 'procedure-elsewhere'

const place = {
  /** the fingerprint of the key with which the desk signed */
  desk: z.string().regex(/^[0-9a-f]{64}$/, 'expected the fingerprint of a key: 64 hexadecimal digits'),
  /** the case, by the id that both desks give it */
  case: z.string().regex(/^case:[\w.-]{1,120}$/, 'expected case:slug'),
  /** the procedure, by its id at that desk */
  procedure: z.string().regex(/^procedure:[\w.-]{1,120}$/, 'expected procedure:slug'),
}
const instant = z.iso.datetime({ precision: 3 })
const originSchema = z.strictObject({
  ...place,
  /** id of the statement there */
  statement: statementIdSchema,
  /** the party that acted */
  party: z.string().min(1),
  /** when it was recorded there, UTC */
  at: instant,
})
const heldSchema = z.strictObject({
  ...place,
  /** the party whose desk it says it is */
  party: z.string().min(1),
  /** the instant of the archive, UTC */
  at: instant,
  /** ids of the statements there */
  acts: z.array(statementIdSchema).min(1),
})
/** Where an act of a procedure of another desk was on record, by whom and when. */
export type ActOrigin = z.infer<typeof originSchema>
/** Which acts of a procedure an archive held, under one marking. */
export type HeldActs = z.infer<typeof heldSchema>

/** The id here of a procedure of another desk: always the same for the same one, and it tells nothing of it. */
export function entityElsewhere({ desk, procedure }: Pick<ActOrigin, 'desk' | 'procedure'>): string {
  return `${PROCEDURE_ELSEWHERE}:${sha256Hex(canonicalJson([desk, procedure])).slice(0, 32)}`
}

/** What a statement says that keeps an act of another desk: the act as it stood there, and its origin. */
export function keptAct(act: readonly Assertion[], origin: ActOrigin): Assertion[] {
  return [...act, { property: 'origin', value: origin }]
}
/** What a statement says that keeps which acts an archive held. */
export function heldActs(held: HeldActs): Assertion[] {
  return [{ property: 'held', value: held }]
}

/** Which acts an archive held, where a statement says so. */
export function heldIn(statement: Statement): HeldActs | null {
  return heldSchema.safeParse(valueOf(statement, 'held')).data ?? null
}

/** A procedure of another desk as one reader sees it. */
export interface ActsElsewhere {
  readonly desk: string
  readonly case: string
  /** its id at that desk */
  readonly procedure: string
  /** the party whose desk it says it is; null where nothing says so */
  readonly party: string | null
  /** the instant of the last archive; that of the last act where nothing says so */
  readonly at: Instant
  /** what the last archive held that held anything under their marking, in order; ids and instants are those of that desk */
  readonly acts: readonly RecordedAct[]
  /** what only an earlier archive held under its marking: the two part */
  readonly parted: readonly RecordedAct[]
  /** an act that is spoken of is not here: where it stood cannot be read */
  readonly hasGap: boolean
}

/**
 * What the statements about one procedure of another desk come to. Their order and repetition carry no meaning.
 * @returns null where none of them keeps an act
 */
export function actsElsewhere(statements: readonly Statement[]): ActsElsewhere | null {
  const kept = new Map<string, { readonly origin: ActOrigin; readonly there: Statement }>()
  const lasts = new Map<string, HeldActs>()
  for (const statement of statements) {
    if (statement.erased) continue
    const origin = originSchema.safeParse(valueOf(statement, 'origin')).data
    if (origin) {
      const there = { ...statement, id: origin.statement, assertedBy: origin.party, assertedAt: origin.at }
      kept.set(origin.statement, { origin, there })
    }
    const one = heldIn(statement)
    if (!one) continue
    const under = markingKey(statement.marking)
    const before = lasts.get(under)
    if (!before || one.at > before.at) lasts.set(under, one)
    else if (one.at === before.at) lasts.set(under, { ...one, acts: [...before.acts, ...one.acts] })
  }
  const [last] = [...lasts.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const held = new Set([...lasts.values()].flatMap((one) => one.acts))
  const all = recordedActs([...kept.values()].map(({ there }) => there))
  const [first] = kept.values()
  const latest = all.at(-1)
  if (!first || !latest) return null
  const { desk, case: ofCase, procedure } = first.origin
  const known = new Set(all.map(({ statement }) => statement))
  const acts = last ? all.filter(({ statement }) => held.has(statement)) : all
  const before = acts.flatMap(({ statement }) => valueOf(kept.get(statement)?.there, 'follows') ?? [])
  return {
    desk,
    case: ofCase,
    procedure,
    party: last?.party ?? null,
    at: last?.at ?? latest.at,
    acts,
    parted: all.filter(({ statement }) => !acts.some((one) => one.statement === statement)),
    hasGap: [...held, ...before].some((id) => typeof id !== 'string' || !known.has(id)),
  }
}

function valueOf(statement: Statement | undefined, name: string) {
  return statement?.assertions.find(({ property }) => property === name)?.value
}
