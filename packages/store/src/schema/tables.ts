/**
 * The tables as Kysely sees them. All lie in the schema `demarche`.
 *
 * Next door: `migrations.ts` creates them, with what each reader may do.
 */
import type { Generated } from 'kysely'

/** Columns by which the database decides who may see a row. */
export interface MarkingColumns {
  /** 0 PUBLIC, 1 LIMITE */
  distribution: number
  /** 0 TLP:CLEAR … 4 TLP:RED */
  tlp: number
  /** the only parties that may read; null when there is no such limit */
  releasable_to: string[] | null
  /** the lists of which a reader must be a member; null when there is no such limit */
  need_to_know: string[] | null
  marking_key: string
}

export interface StatementTable extends MarkingColumns {
  id: string
  entity: string
  kind: string
  /** canonical JSON of the draft; the id is its SHA-256. After an erasure: the tombstone. */
  body: string
  content_hash: string
  asserted_at: string
  source_date: string | null
  /** ids of the statements that this one corrects or withdraws, wholly or in part */
  withdraws: string[] | null
  erased: Generated<boolean>
  /** the record that marked it anew, and its marking since, as JSON; null when it has the marking of its text */
  remarking: string | null
}

/** The hash chain, in order of record. Nobody but the keeper reads it: order and number would tell of the unseen. */
export interface SealTable {
  seq: number
  statement: string
  seal: string
}

/** One row per marking label: what changes when what stands under the label changes. */
export interface LabelTable extends MarkingColumns {
  digest: string
  /** statements under the label, erased ones too */
  holds: string
  /** statements added, erased, and marked anew to or from the label; never falls */
  changes: string
}

/** What the list of cases needs of one case, from the statements under one label alone. */
export interface CasePartTable extends MarkingColumns {
  entity: string
  name: string | null
  name_sort: string | null
  name_rank: string | null
  start_date: string | null
  start_rank: string | null
  disclosed_date: string | null
  disclosed_rank: string | null
  member_states: string[]
  target_countries: string[]
  answers: string[]
  search: string
  statements: number
  recorded_at: string
  /** it corrects or withdraws statements that stand under another label */
  crosses: boolean
}

/** What the lists of the portfolio need of one record, from the statements under one label alone. */
export interface RecordPartTable {
  kind: string
  entity: string
  marking_key: string
  name: string | null
  name_sort: string | null
  name_rank: string | null
  start_date: string | null
  start_rank: string | null
  end_date: string | null
  end_rank: string | null
  due_date: string | null
  due_rank: string | null
  /** of which properties anything stands; null where that depends on the day */
  stated: string | null
  search: string
  recorded_at: string
  /** the party that said the last of it; empty where all was erased */
  last_by: string
  /** when anybody else last said something; empty where nobody did */
  others_at: string
  /** its facets with a blank between them, in order */
  found_by: string
  /** it corrects or withdraws statements that stand under another label */
  crosses: boolean
  /** not all of it was withdrawn or erased */
  stands: boolean
}

/** By what a record is found, from the statements under one label alone: `countries=GE`. */
export interface RecordFacetTable {
  facet: string
  kind: string
  entity: string
  marking_key: string
  /** when it is due or begins, as the label has it: what is tied to something comes in this order */
  day: string | null
  /** the last day on which it may end or be due; `9999` for what goes on */
  until: string
}

/** Who did, saw or was refused what; a hash chain of its own. */
export interface AuditTable {
  seq: number
  at: string
  person: string
  verb: string
  target: string | null
  outcome: string
  /** canonical JSON of the whole entry */
  entry: string
  seal: string
}

/** A file of evidence, encrypted, with its wrapped data key; the keeper alone reads it. */
export interface SealedFileTable {
  statement: string
  item: string
  key_id: string
  wrapped_key: string
  at: string
  sealed: Uint8Array
}

export interface Tables {
  audit_entries: AuditTable
  statements: StatementTable
  seals: SealTable
  labels: LabelTable
  case_parts: CasePartTable
  record_parts: RecordPartTable
  record_facets: RecordFacetTable
  sealed_files: SealedFileTable
}
