/**
 * Sixteenth step: the records that changed last are found without gathering all that was said since: beside each record stands
 * which party said the last of it, and when anybody else last did. Its facets stand there too, so that all records are told
 * without gathering those.
 *
 * The rows are derived: they go, and are made anew after this step. Next door: `migrations.ts` runs the steps in order;
 * `../portfolio/find-changed.ts` and `../portfolio/stated-records.ts` ask.
 */
export const CHANGED_RECORDS = [
  `truncate demarche.record_parts, demarche.record_facets`,
  `alter table demarche.record_parts
     add column last_by text collate "C" not null, add column others_at text collate "C" not null,
     add column found_by text collate "C" not null`,
  `create index record_parts_recorded on demarche.record_parts (recorded_at desc, entity)
     include (kind, last_by, others_at, marking_key)`,
  `create index record_parts_last_by on demarche.record_parts (last_by, recorded_at)`,
  `create index record_parts_gone on demarche.record_parts (entity) where not stands`,
]
