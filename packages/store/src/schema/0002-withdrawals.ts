/**
 * Second step: `withdraws` names every statement that is corrected or withdrawn, wholly or in part, and an erasure
 * leaves it standing.
 *
 * Rules: docs/rules/ledger.md, LED-03 and LED-10. Next door: `migrations.ts` runs the steps in order.
 */
export const WITHDRAWALS = [
  // the layout's own hand: the trigger and the policies bind the owner too
  `alter table demarche.statements disable trigger only_grows`,
  `alter table demarche.statements no force row level security`,
  // the engine's JSON cannot hold U+0000, which a text may; only ids are taken from it
  `update demarche.statements as s set withdraws = r.ids
   from (
     select id, array_agg(distinct reference->>'statement') as ids
     from demarche.statements,
       lateral (
         select * from json_array_elements(coalesce(replace(body, '\\u0000', '\\u0001')::json->'supersedes', '[]'::json))
         union all
         select * from json_array_elements(coalesce(replace(body, '\\u0000', '\\u0001')::json->'retracts', '[]'::json))
       ) as all_references(reference)
     where not erased and (body like '%"supersedes":%' or body like '%"retracts":%')
     group by id
   ) as r
   where s.id = r.id`,
  `alter table demarche.statements force row level security`,
  `alter table demarche.statements enable trigger only_grows`,

  `create or replace function demarche.erase(statement_id text, tombstone text) returns boolean
   language plpgsql security definer set search_path = '' as $$
   declare found_key text;
   begin
     perform set_config('demarche.erasing', statement_id, true);
     update demarche.statements
       set body = tombstone, erased = true, source_date = null
       where id = statement_id and not erased returning marking_key into found_key;
     perform set_config('demarche.erasing', '', true);
     update demarche.labels
       set digest = digest # demarche.erasure_mark(statement_id)
       where marking_key = found_key;
     return found_key is not null;
   end $$`,
]
