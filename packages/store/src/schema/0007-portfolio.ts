/**
 * Seventh step: records of the portfolio are found by words, by dates, by what they are tied to.
 *
 * What stands in these rows is made from the statements under one marking label, and a reader sees the rows of the labels
 * that the reader sees: who may read is decided on the labels, and nowhere again.
 *
 * Next door: `migrations.ts` runs the steps in order; `../portfolio` keeps the rows.
 */
const SEEN = `marking_key = any(array(select marking_key from demarche.labels))`
const IS_KEEPER = `(select current_user) = 'demarche_keeper'`

export const PORTFOLIO = [
  `create table demarche.record_parts (
     kind text collate "C" not null,
     entity text collate "C" not null,
     marking_key text collate "C" not null,
     name text, name_sort text collate "C", name_rank text collate "C",
     start_date text collate "C", start_rank text collate "C",
     end_date text collate "C", end_rank text collate "C",
     due_date text collate "C", due_rank text collate "C",
     search text not null,
     recorded_at text collate "C" not null,
     crosses boolean not null,
     primary key (entity, marking_key))`,
  `create index record_parts_kind on demarche.record_parts (kind)`,
  `create index record_parts_crosses on demarche.record_parts (entity) where crosses`,
  `create table demarche.record_facets (
     facet text collate "C" not null,
     kind text collate "C" not null,
     entity text collate "C" not null,
     marking_key text collate "C" not null,
     day text collate "C",
     primary key (facet, entity, marking_key))`,
  `create index record_facets_entity on demarche.record_facets (entity)`,
  ...['record_parts', 'record_facets'].flatMap((table) => [
    `alter table demarche.${table} enable row level security`,
    `alter table demarche.${table} force row level security`,
    `create policy clearance on demarche.${table} to demarche_reader using (${SEEN}) with check (${SEEN})`,
    `create policy keeping on demarche.${table} using (${IS_KEEPER}) with check (${IS_KEEPER})`,
    `grant select, insert, update, delete on demarche.${table} to demarche_reader, demarche_keeper`,
  ]),
]
