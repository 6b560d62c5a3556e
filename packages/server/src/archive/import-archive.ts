/**
 * Takes in the archive of a case that another desk signed: proved first, and only from desks whose key is trusted here.
 *
 * Each statement is recorded anew by this desk's reader, at this desk's instant, under its own marking; a note on its
 * source says where it was on record before. What is here already is left, so a second import adds nothing. References
 * lead to the statements here. Procedures are kept to be read (`receive-procedures.ts`). Signatures of a rights check stay in
 * the file: nobody here has signed it.
 *
 * Rules: docs/rules/record.md, RCD-10 to RCD-12, RCD-14; docs/rules/rights.md, RGT-13. Next door: `@demarche/interchange/archive` proves the file.
 */
import { type Fault, faultOf, type ImportReport, refusalOf, type RuledFault } from '@demarche/api'
import {
  canonicalJson,
  CASE_VOCABULARY,
  checkInterval,
  checkValue,
  type DraftStatement,
  identify,
  inFile,
  inWords,
  isAtLeastAsStrict,
  mayRead,
  type Place,
  type Readable,
  type RefusalWords,
  sayRefusal,
  type Statement,
  type StatementReference,
  within,
  withLimitsOf,
} from '@demarche/core'
import type { Archived } from '@demarche/interchange/archive/manifest.ts'
import { plainFingerprint } from '@demarche/interchange/archive/manifest.ts'
import { originsIn, withOrigin, withoutOrigins } from '@demarche/interchange/archive/origin.ts'
import { type ArchiveReading, readArchive } from '@demarche/interchange/archive/read-archive.ts'
import type { Reader, Store } from '@demarche/store'
import { refuseLowered } from '../import/marked-below.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { type Importing, raisedAs } from './raise-marking.ts'
import { isOfProcedure, proceduresIn, receiveProcedures } from './receive-procedures.ts'

/** Whose archives are taken. */
export interface ArchiveTrust {
  /** fingerprints, as people write them */
  readonly trusted: readonly string[]
  /** of this desk's own key, where it has one */
  readonly own: string | null
}

export interface ArchiveInput {
  readonly bytes: Uint8Array
  readonly reader: Reader
  readonly at: Date
  readonly signal?: AbortSignal | undefined
}

/** @throws ImportRefusal; DemarcheError import-refused, value-refused, classified-content; nothing is recorded then */
export async function importArchive(
  store: Store,
  { bytes, reader, at, signal }: ArchiveInput,
  trust: ArchiveTrust,
): Promise<ImportReport> {
  const reading = readArchive(bytes)
  refuseUntrusted(reading, trust)
  refuseClassified(reading.statements.map(({ statement }) => statement))
  signal?.throwIfAborted()
  const ledger = store.as(reader)
  const { manifest, fingerprint } = reading
  const here = { reader, at, lists: await ledger.lists() }
  const arrival = receive(reading, {
    ...here,
    own: trust.own,
    onRecord: await ledger.statements(manifest.case),
  })
  await refuseLowered(ledger, reader, arrival.drafts)
  // a record that raises a marking lowers nothing, however strictly the case itself is marked
  const raisings = arrival.raised.values().map(({ draft }) => draft)
  // what this desk signed itself is about procedures that are live here
  const received =
    fingerprint === trust.own
      ? null
      : receiveProcedures(reading, { ...here, onRecord: await ledger.statementsOf(proceduresIn(reading)) })
  const { statements, alreadyOnRecord } = await ledger.append(
    [...arrival.drafts, ...raisings, ...(received?.drafts ?? [])],
    { ...(signal && { signal }) },
  )
  const made = inWords('archive-taken', {
    signer: manifest.party,
    now: manifest.madeAt,
    seen: manifest.upTo,
    name: fingerprint,
  })
  return {
    format: 'case-archive',
    cases: [manifest.case],
    records: [],
    statements: statements.length,
    alreadyOnRecord: alreadyOnRecord + arrival.known + (received?.known ?? 0),
    rejected: [...arrival.rejected, ...(received?.rejected ?? [])],
    notCarriedOver: [...arrival.left].map(([field, left]) => ({ field, ...left })),
    remarks: [
      faultOf(inFile('file'), made, 'RCD-11'),
      ...(received && received.procedures > 0
        ? [
            faultOf(
              inFile('file'),
              inWords('archive-procedures-kept', { count: received.procedures }),
              'RCD-15',
            ),
          ]
        : []),
      ...arrival.remarks,
      ...(received?.remarks ?? []),
    ],
  }
}

function refuseUntrusted({ fingerprint, manifest }: ArchiveReading, { trusted, own }: ArchiveTrust): void {
  if (fingerprint === own || trusted.map(plainFingerprint).includes(fingerprint)) return
  const words = inWords('key-not-trusted', { seen: fingerprint, signer: manifest.party })
  throw refusalOf('import-refused', faultOf('line 1, publicKey', words, 'RCD-11'))
}

/** Parts of a rights check that hold at the desk at which they were given. */
const STAY: readonly string[] = ['rights.signature', 'rights.opening']

interface Here extends Importing {
  readonly own: string | null
  /** the statements about the case that the reader may see */
  readonly onRecord: readonly Statement[]
}

interface Arrival {
  readonly drafts: DraftStatement[]
  /** by the id here of what is marked more strictly: once each, by whatever ways it came */
  readonly raised: Map<string, { readonly others: readonly Readable[]; readonly draft: DraftStatement }>
  /** those that are here already */
  known: number
  readonly rejected: RuledFault[]
  readonly remarks: Fault[]
  /** what is left in the file, how many statements of it, and why */
  readonly left: Map<string, Omit<ImportReport['notCarriedOver'][number], 'field'>>
}

function receive({ manifest, fingerprint, statements }: ArchiveReading, { own, ...here }: Here): Arrival {
  const arrival: Arrival = {
    drafts: [],
    raised: new Map(),
    known: 0,
    rejected: [],
    remarks: [],
    left: new Map(),
  }
  const brought = new Map(statements.map((archived) => [archived.id, archived]))
  const ids = new Set(here.onRecord.map(({ id }) => id))
  const byOrigin = new Map<string, Statement[]>()
  /** what a reference may lead to, with the marking that it has once this is on record */
  const readable = new Map<string, Readable>(here.onRecord.map((one) => [one.id, one]))
  const byContent = new Map<string, Statement>()
  for (const statement of here.onRecord) {
    for (const { desk, statement: id } of originsIn(statement.source)) {
      const key = `${desk} ${id}`
      byOrigin.set(key, [...(byOrigin.get(key) ?? []), statement])
    }
    byContent.set(contentKey(statement), statement)
  }
  const leave = (field: string, words: RefusalWords, rule?: string): null => {
    const count = (arrival.left.get(field)?.count ?? 0) + 1
    arrival.left.set(field, { count, why: sayRefusal(words), ...(rule !== undefined && { rule }), words })
    return null
  }
  /** the id here of each statement of the file; null when it does not come in */
  const taken = new Map<string, string | null>()

  const knownHere = ({ id, statement }: Archived): string | undefined => {
    for (const origin of [{ desk: fingerprint, statement: id }, ...originsIn(statement.source)]) {
      if (origin.desk === own && ids.has(origin.statement)) return origin.statement
      const [found] = byOrigin.get(`${origin.desk} ${origin.statement}`) ?? []
      if (found) return found.id
    }
    return undefined
  }
  const follow = (references: readonly StatementReference[] | undefined, place: Place) => {
    const led = (references ?? []).flatMap((reference): StatementReference[] => {
      const target = brought.get(reference.statement)
      const id = target ? take(target) : byOrigin.get(`${fingerprint} ${reference.statement}`)?.[0]?.id
      if (id) return [{ ...reference, statement: id }]
      arrival.remarks.push(faultOf(place, inWords('archive-reference-left', { seen: reference.statement })))
      return []
    })
    return led.length > 0 ? led : undefined
  }
  /** what came from that desk is marked as strictly as it is there now (RCD-18) */
  const raise = ({ id, statement: { marking } }: Archived, place: Place): void => {
    for (const target of byOrigin.get(`${fingerprint} ${id}`) ?? []) {
      const others = [
        ...(arrival.raised.get(target.id)?.others ?? []),
        { marking, assertedBy: target.assertedBy },
      ]
      const raised = raisedAs(target, others, marking, here)
      if (raised && 'draft' in raised) {
        arrival.raised.set(target.id, { others, draft: raised.draft })
        readable.set(target.id, { marking: raised.marking, assertedBy: target.assertedBy })
        const words = inWords('archive-raised', { marking: raised.marking })
        arrival.remarks.push(faultOf(place, words, 'RCD-18'))
      } else if (raised) arrival.rejected.push(faultOf(place, raised.words, raised.rule))
    }
  }
  const take = (archived: Archived): string | null => {
    const before = taken.get(archived.id)
    if (before !== undefined) return before
    // a circle of references cannot be recorded; what leads back to here finds nothing
    taken.set(archived.id, null)
    const id = takeIn(archived)
    taken.set(archived.id, id)
    return id
  }
  const takeIn = (archived: Archived): string | null => {
    const { id, statement, marked } = archived
    const place = inFile('statement', id)
    if (statement.kind !== CASE_VOCABULARY.kind || statement.entity !== manifest.case) {
      return isOfProcedure(archived)
        ? leave(statement.entity, inWords('archive-own-procedure'), 'RCD-17')
        : leave(statement.entity, inWords('archive-beside-the-case'))
    }
    const signed = statement.assertions.find(({ property }) => STAY.includes(property))
    if (signed) return leave(signed.property, inWords('archive-rights-stay'), 'RGT-13')
    const known = knownHere(archived)
    if (known !== undefined) {
      arrival.known += 1
      raise(archived, place)
      return known
    }
    const { supersedes: _s, retracts: _r, recordedBy: _p, ...said } = statement
    const supersedes = follow(statement.supersedes, place)
    const retracts = follow(statement.retracts, place)
    const assertedBy = here.reader.party
    // what changes a statement is marked at least as strictly as it is (LED-12), also where that was raised since
    const changed = [...(supersedes ?? []), ...(retracts ?? [])].flatMap(
      (one) => readable.get(one.statement) ?? [],
    )
    const marking = withLimitsOf({ marking: statement.marking, assertedBy }, changed)
    const content = { ...said, marking, ...(supersedes && { supersedes }), ...(retracts && { retracts }) }
    const fault = faultIn(content, place, here)
    if (fault) {
      arrival.rejected.push(fault)
      return null
    }
    const same = byContent.get(contentKey(content))
    if (same && isAtLeastAsStrict(marking, same.marking)) {
      arrival.known += 1
      return same.id
    }
    if (content.assertions.length === 0 && !supersedes && !retracts) {
      arrival.rejected.push(faultOf(place, inWords('archive-says-nothing'), 'REC-03'))
      return null
    }
    if (marking !== statement.marking) {
      arrival.remarks.push(faultOf(place, inWords('archive-marked-as-changed', { marking }), 'LED-12'))
    } else if (marked) {
      const words = inWords('archive-marked-there', { marking: statement.marking })
      arrival.remarks.push(faultOf(place, words))
    }
    const draft: DraftStatement = {
      ...content,
      source: withOrigin(statement.source, { desk: fingerprint, statement: id }, statement),
      assertedBy,
      assertedAt: here.at.toISOString(),
    }
    arrival.drafts.push(draft)
    const { id: idHere } = identify(draft)
    readable.set(idHere, draft)
    return idHere
  }
  for (const archived of statements) if (own === fingerprint || !isOfProcedure(archived)) take(archived)
  return arrival
}

function faultIn(
  statement: DraftStatement,
  place: Place,
  { reader, lists }: Pick<Here, 'reader' | 'lists'>,
): RuledFault | null {
  for (const assertion of statement.assertions) {
    const refusal =
      checkValue(CASE_VOCABULARY, assertion.property, assertion.value) ??
      checkInterval(CASE_VOCABULARY, assertion)
    if (refusal) return faultOf(within(place, assertion.property), refusal.words, refusal.rule)
  }
  const { marking } = statement
  if (mayRead(reader, { marking, assertedBy: reader.party }, lists)) return null
  return faultOf(place, inWords('archive-above-reader'), 'LED-04')
}

/** What it says, apart from who recorded it, when, under which marking, and where it came from. */
function contentKey(statement: DraftStatement): string {
  const { entity, kind, assertions, source, grading, confidence, supersedes, retracts, reason } = statement
  return canonicalJson({
    entity,
    kind,
    assertions,
    source: withoutOrigins(source),
    grading,
    confidence,
    supersedes,
    retracts,
    reason,
  })
}
