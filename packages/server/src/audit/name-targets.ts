/**
 * Names for what stands in the audit log: persons from the accounts, cases, procedures and records of the portfolio as the
 * auditor may read them.
 *
 * An id about which this auditor may read nothing stays an id. The marking is the highest of what the names were read
 * from: a page or file that carries them carries it too.
 *
 * Rule: docs/rules/record.md, RCD-04, RCD-05. Next door: `tell-entry.ts`.
 */
import {
  CASE_VOCABULARY,
  highestMarking,
  kindOfEntity,
  knownValue,
  type Marking,
  type Party,
  type RecordedAct,
  recordedActs,
  type RecordKind,
  resolveFacts,
  type Role,
  type Statement,
  type Transition,
  type Vocabulary,
  vocabularyOf,
  WORKING,
} from '@demarche/core'
import type { AuditEntry, LedgerReader } from '@demarche/store'
import type { Accounts } from '../accounts/accounts.ts'
import { briefNames, sayActBriefly, sayStatementBriefly } from './say-briefly.ts'

export interface Named {
  /** @example 'Mari Maasikas, delegate of Estonia,' */
  actor(entry: Pick<AuditEntry, 'person' | 'party' | 'role'>): string
  target(target: string): string
  /** what an act of a procedure said or a statement was about, in a few words; null when there is nothing to add or to see */
  saidIn(entry: AuditEntry): string | null
  readonly people: Readonly<Record<string, string>>
  readonly marking: Marking
}

export interface NamingMeans {
  readonly ledger: Pick<LedgerReader, 'statementsOf' | 'statement'>
  readonly people: Accounts['people']
  readonly parties: readonly Party[]
  /** kinds of record of the portfolio */
  readonly kinds: readonly RecordKind[]
  /** bodies that meet, by the id under which they stand in an address */
  readonly bodies: readonly Pick<Role, 'id' | 'label'>[]
  /** steps of a procedure, by their ids */
  readonly steps: readonly Pick<Transition, 'id' | 'label'>[]
}

const ENTITY = /^[a-z][a-z-]{1,59}:[\w.-]{1,120}$/
/** What is an address like a record's, and is none. */
const NO_RECORD: readonly string[] = ['person', 'list']
const STATEMENT = /^[0-9a-f]{64}$/
/** An act is recorded before its request is noted, and not long before. */
const LONGEST_ACT_MS = 60_000
const CHUNK = 50
/** The detail of an act that put one statement on record about its target. */
const ADDED = /^statement ([0-9a-f]{64})$/

/** Reads the names of everybody and everything in these entries. */
export async function nameTargets(
  means: NamingMeans,
  entries: Iterable<Pick<AuditEntry, 'person' | 'target'>>,
): Promise<Named> {
  const targets = new Set<string>()
  for (const { target } of entries) if (target !== undefined) targets.add(target)
  const people = Object.fromEntries((await means.people.list()).map(({ id, name }) => [id, name]))
  const about = new Map<string, string>()
  for (const id of targets) {
    const statement = STATEMENT.test(id) ? await means.ledger.statement(id) : null
    if (statement) about.set(id, statement.entity)
  }
  const entities = [...new Set([...targets, ...about.values()])].filter(
    (one) => ENTITY.test(one) && !NO_RECORD.includes(kindOfEntity(one)),
  )
  const names = new Map<string, string>()
  const acts = new Map<string, readonly RecordedAct[]>()
  const said = new Map<string, readonly Statement[]>()
  const markings: Marking[] = [WORKING]
  for (let start = 0; start < entities.length; start += CHUNK) {
    const read = await means.ledger.statementsOf(entities.slice(start, start + CHUNK))
    for (const [entity, statements] of Map.groupBy(read, (statement) => statement.entity)) {
      const name = nameIn(means.kinds, entity, statements)
      if (name === null) continue
      names.set(entity, `"${name}"`)
      if (entity.startsWith('procedure:')) acts.set(entity, recordedActs(statements))
      else said.set(entity, statements)
      markings.push(highestMarking(statements.map(({ marking }) => marking)))
    }
  }
  const known = briefNames(means.parties, means.bodies, means.steps)
  const nameOf = (entity: string): string => names.get(entity) ?? entity

  return {
    actor({ person, party, role }) {
      if (person === '-') return 'somebody who had not signed in'
      const name = people[person] ?? person
      return `${name}, ${role.replaceAll('-', ' ')} of ${known.parties.get(party) ?? party},`
    },
    target(target) {
      const entity = about.get(target)
      if (entity !== undefined) return `statement ${target.slice(0, 12)}… about ${nameOf(entity)}`
      if (STATEMENT.test(target)) return `statement ${target.slice(0, 12)}…`
      return people[target] ?? known.bodies.get(target) ?? nameOf(target)
    },
    saidIn({ verb, target, person, party, at, outcome, detail }) {
      if (outcome !== 'done' || target === undefined) return null
      const latest = Date.parse(at)
      const [, id] = ADDED.exec(detail ?? '') ?? []
      if (id !== undefined) {
        const statement = said.get(target)?.find((one) => one.id === id)
        const vocabulary = vocabularyFor(means.kinds, target)
        return (
          (statement && vocabulary && sayStatementBriefly(vocabulary, statement)) ??
          `statement ${id.slice(0, 12)}…`
        )
      }
      const asked = verb.startsWith('procedure.') ? verb.slice('procedure.'.length) : null
      const found = acts
        .get(target)
        ?.findLast(
          (one) =>
            one.act.verb === asked &&
            one.party === party &&
            one.person === person &&
            Date.parse(one.at) <= latest &&
            latest - Date.parse(one.at) <= LONGEST_ACT_MS,
        )
      return found ? sayActBriefly(found.act, known) : null
    },
    people,
    marking: highestMarking(markings),
  }
}

function nameIn(
  kinds: readonly RecordKind[],
  entity: string,
  statements: readonly Statement[],
): string | null {
  if (entity.startsWith('case:')) {
    const name = knownValue(resolveFacts(CASE_VOCABULARY, statements).one('name'))
    return typeof name === 'string' ? name : null
  }
  if (!entity.startsWith('procedure:')) return nameOfRecord(kinds, entity, statements)
  for (const { act } of recordedActs(statements)) if (act.verb === 'open') return act.title
  return null
}

function vocabularyFor(kinds: readonly RecordKind[], entity: string): Vocabulary | null {
  if (entity.startsWith('case:')) return CASE_VOCABULARY
  const kind = kinds.find(({ id }) => id === kindOfEntity(entity))
  return kind ? vocabularyOf(kind) : null
}

/** What a record is called today; null where nobody has named it, or of its name nothing may be read. */
function nameOfRecord(
  kinds: readonly RecordKind[],
  entity: string,
  statements: readonly Statement[],
): string | null {
  const kind = kinds.find(({ id }) => id === kindOfEntity(entity))
  if (!kind) return null
  const name = knownValue(resolveFacts(vocabularyOf(kind), statements).one('name'))
  return typeof name === 'string' ? name : null
}
