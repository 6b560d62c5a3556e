/**
 * Tenth step: beside each record stands of which properties anything is stated, so that what is open can be counted.
 *
 * The rows are made anew after a step, which fills the column. Next door: `migrations.ts` runs the steps in order;
 * `../portfolio/stated-records.ts` asks.
 */
export const OPEN_POINTS = [
  `alter table demarche.record_parts add column if not exists stated text collate "C"`,
]
