/**
 * Eighth step: of what is tied to something the ledger knows until when it lasts, and a record of which all was erased is none.
 *
 * The rows are derived: they go, and are made anew after this step.
 */
export const OPEN_RECORDS = [
  `truncate demarche.record_parts, demarche.record_facets`,
  `alter table demarche.record_parts add column stands boolean not null`,
  `alter table demarche.record_facets add column until text collate "C"`,
]
