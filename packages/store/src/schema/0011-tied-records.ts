/**
 * Eleventh step: what is tied to something is counted and put in order from the index alone, without going to each row.
 *
 * The rows are derived: they go, and are made anew after this step. Until when a record lasts is now the last day that its
 * date may mean, so that nothing need be worked out for each row that is read.
 */
export const TIED_RECORDS = [
  `truncate demarche.record_parts, demarche.record_facets`,
  `alter table demarche.record_facets alter column until set not null`,
  `alter table demarche.record_facets drop constraint record_facets_pkey`,
  `alter table demarche.record_facets add primary key (facet, entity, marking_key) include (kind, day, until)`,
]
